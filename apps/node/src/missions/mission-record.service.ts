import type { Clock, Work } from '@passerelle/doors';
import { type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { FactBodies } from '../facts/fact.js';
import type { Facts } from '../facts/facts.service.js';
import type { Mission, MissionId } from './mission.js';
import './missions.facts.js';
import { dayMoved } from './moved-day.js';
import type { MissionsStore } from './missions.store.js';
import { type Move, move } from './moves.js';

/** Who acts: an account of this branch, `node:fr`, or `client`. */
export type Actor = string;

type MissionFact = Extract<keyof FactBodies, `Mission${string}` | 'ClientConfirmed'>;
type Says<K extends MissionFact> = Omit<FactBodies[K], 'mission'>;

/** Keeps a mission together with what happened to it: its new state, the event people read, the fact others follow. */
export class MissionRecord {
  constructor(
    readonly store: MissionsStore,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Decides about a mission that is held until the transaction ends. */
  async decide<R>(
    work: Work,
    id: MissionId,
    decide: (mission: Mission) => Promise<Result<Mission, R>>,
  ): Promise<Result<Mission, R | { readonly kind: 'no-such-mission' }>> {
    const mission = await this.store.hold(work, id);
    return mission ? decide(mission) : refuse({ kind: 'no-such-mission' });
  }

  /** Makes a move that needs nothing but the state, and keeps it. */
  async moved(work: Work, mission: Mission, name: Move, { by, reason = null }: { by: Actor; reason?: string | null }) {
    const moved = move(mission, name, reason);
    return moved.ok ? ok(await this.keep(work, moved.value, { by, what: name, text: reason })) : moved;
  }

  async keep(
    work: Work,
    mission: Mission,
    event: { readonly by: Actor; readonly what: string; readonly text?: string | null },
  ): Promise<Mission> {
    await this.store.save(work, mission);
    await this.note(work, mission.id, event);
    return mission;
  }

  /** People were told another last day: the record keeps which. */
  async noteMovedDay(work: Work, { id, state, terms }: Mission, last: PlainDate, by: Actor): Promise<void> {
    if (state === 'draft' || terms.last === last) return;
    await this.note(work, id, { by, what: dayMoved, text: terms.last });
  }

  note(
    work: Work,
    mission: MissionId,
    { by, what, text = null }: { readonly by: Actor; readonly what: string; readonly text?: string | null },
  ): Promise<void> {
    return this.store.addEvent(work, { mission, at: this.clock.now(), who: by, what, text });
  }

  fact<K extends MissionFact>(work: Work, kind: K, mission: MissionId, says: Says<K>): Promise<void> {
    return this.facts.record<MissionFact>(work, { kind, subject: mission, body: { mission, ...says } } as never);
  }
}

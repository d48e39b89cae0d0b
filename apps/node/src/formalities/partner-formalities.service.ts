import type { Clock, Work } from '@passerelle/doors';
import type { BodyOf } from '@passerelle/protocol';
import type { MissionId } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import { type Received, type Verdict, applied, refused } from '../peers/received.js';
import type { FormalitiesStore } from './formalities.store.js';

const unknown = refused('unknown-mission', 'No mission of that id is known here whose worker you employ.');

/** What the home says about the formalities of a mission that is hosted here. */
export class PartnerFormalities {
  constructor(
    private readonly store: FormalitiesStore,
    private readonly missions: Missions,
    private readonly clock: Clock,
  ) {}

  /** All gates are open at the home, or one of them changed: the work may begin. */
  async told({ work, from }: Received, body: BodyOf<'mission.formalities'>): Promise<Verdict> {
    const id = body.mission as MissionId;
    const mission = await this.missions.hold(work, id);
    if (!mission || mission.role !== 'host' || mission.terms.home !== from) return unknown;
    if (body.terms !== mission.agreement.hash)
      return refused('another-version', 'The formalities are for other terms.');
    const { a1, notice } = body;
    if (mission.state === 'formalities') return this.start(work, id, { from, a1, notice });
    if (mission.state !== 'active' && mission.state !== 'completed')
      return refused('not-from-here', `The mission is ${mission.state}.`);
    await this.note(work, id, body.terms, { from, a1, notice });
    return applied;
  }

  private async start(work: Work, id: MissionId, said: Said): Promise<Verdict> {
    const started = await this.missions.start(work, id, `node:${said.from}`);
    if (!started.ok) return refused(started.refusal.kind, 'The mission cannot start.');
    await this.note(work, id, started.value.agreement.hash, said);
    return applied;
  }

  private note(work: Work, mission: MissionId, terms: string, { from, ...shared }: Said): Promise<void> {
    const at = this.clock.now();
    return this.store.add(work, { mission, terms, at, who: `node:${from}`, formality: { kind: 'heard', shared } });
  }
}

type Said = Pick<BodyOf<'mission.formalities'>, 'a1' | 'notice'> & { readonly from: string };

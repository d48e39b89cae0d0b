import { isDeepStrictEqual } from 'node:util';
import type { Clock, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Countings } from '../countings/countings.service.js';
import type { MemberId } from '../members/member.js';
import type { Situations } from '../members/situations.service.js';
import type { Mission, MissionId } from '../missions/mission.js';
import type { MissionForm, MissionRefusal, Missions } from '../missions/missions.service.js';
import type { Placings } from '../missions/placings.service.js';
import type { Peers } from '../peers/peers.service.js';
import type { A1Documents } from './a1-documents.service.js';
import { type A1Step, type A1StepRefusal, stepOf } from './a1-step.js';
import { adviceOf } from './advice.js';
import { isAbroad, spansToAsk } from './case.js';
import type { FormalitiesStore } from './formalities.store.js';
import { type Formality, type FormalityRecord, type PostingFacts, recordOf } from './formality.js';
import type { GivenNotice, GuaranteeSaid } from './formality.js';
import { type Gate, type GateName, areAlike, areOpen } from './gate.js';
import { gatesOf } from './gates.js';
import { lawOf } from './law.js';
import type { MissionFormalities } from './mission-formalities.js';
import { sharedOf } from './shared.js';

export type FormalityRefusal =
  | A1StepRefusal
  | { readonly kind: 'no-such-mission' }
  | { readonly kind: 'only-the-home' }
  | { readonly kind: 'not-waiting'; readonly state: Mission['state'] }
  | { readonly kind: 'gate-not-overridable'; readonly gate: GateName; readonly state: Gate['state'] }
  | { readonly kind: 'gates-shut'; readonly gates: readonly Gate[] };

export interface FormalitiesParts {
  readonly store: FormalitiesStore;
  readonly missions: Missions;
  readonly documents: A1Documents;
  readonly placings: Placings;
  readonly situations: Situations;
  readonly countings: Countings;
  readonly cooperative: Cooperative;
  readonly peers: Peers;
  readonly clock: Clock;
}

type Decision = Promise<Result<MissionFormalities, FormalityRefusal>>;

/** Between the client's yes and the first day: the gates that the law puts in the way of work abroad. */
export class Formalities {
  constructor(private readonly parts: FormalitiesParts) {}

  /** What is recorded about a mission, at the home or the host. */
  async recorded(work: Work, { id, agreement }: Mission): Promise<FormalityRecord> {
    return recordOf(await this.parts.store.of(work, id), agreement.hash);
  }

  /** How the formalities of a mission stand today; null at a host, which knows only what it was told. */
  async of(work: Work, mission: Mission): Promise<MissionFormalities | null> {
    if (mission.member === null) return null;
    return this.read(work, mission, await this.recorded(work, mission));
  }

  /** How they would stand for a mission that is still being filled in. Nothing is kept. */
  async preview(work: Work, member: MemberId, form: MissionForm): Promise<Result<MissionFormalities, MissionRefusal>> {
    const sketched = await this.parts.missions.sketch(work, member, form);
    return sketched.ok ? ok(await this.read(work, sketched.value, recordOf([], ''))) : sketched;
  }

  stateFacts(work: Work, id: MissionId, facts: PostingFacts, by: string): Decision {
    return this.decide(work, id, by, () => ok({ kind: 'facts', facts }));
  }

  /** The certificate was asked for, or the institution answered. */
  async step(work: Work, id: MissionId, step: A1Step, by: string): Decision {
    const { document } = step;
    if (document !== undefined && !(await this.parts.documents.isAbout(work, id, document)))
      return refuse({ kind: 'document-not-kept', document });
    return this.decide(work, id, by, ({ law, record, case: { today } }) => {
      if (!law.legislation.ok) return refuse({ kind: 'certificate-not-required' });
      const stepped = stepOf(record.requests, step, { answer: law.legislation.value, terms: law.terms, today });
      return stepped.ok ? ok({ kind: 'a1', ...stepped.value, reason: step.reason ?? null }) : stepped;
    });
  }

  /** The notice to the country of work was given, and confirmed with a number. */
  giveNotice(work: Work, id: MissionId, notice: GivenNotice, by: string): Decision {
    return this.decide(work, id, by, () => ok({ kind: 'notice', notice }));
  }

  /** An adviser answers for a gate as it stands, with a reason that is kept for ever. */
  override(work: Work, id: MissionId, { gate, reason }: { gate: GateName; reason: string }, by: string): Decision {
    return this.decide(work, id, by, ({ gates }) => {
      const found = gates.find(({ name }) => name === gate)!;
      if (!found.overridable) return refuse({ kind: 'gate-not-overridable', gate, state: found.state });
      return ok({ kind: 'override', gate, reason });
    });
  }

  /** Lets the work begin, or says which gates are shut. */
  async activate(work: Work, id: MissionId, by: string): Decision {
    const reviewed = await this.review(work, id, by);
    if (!reviewed.ok) return reviewed;
    const { mission, gates } = reviewed.value;
    if (mission.state === 'active') return reviewed;
    if (mission.state !== 'formalities') return refuse({ kind: 'not-waiting', state: mission.state });
    return refuse({ kind: 'gates-shut', gates });
  }

  /** The guarantee fund has looked at a mission. */
  async sayGuarantee(work: Work, id: MissionId, said: GuaranteeSaid): Promise<void> {
    await this.decide(work, id, 'guarantee', () => ok({ kind: 'guarantee', said }));
  }

  /** Looks at the gates again, records what changed, and lets the work begin as soon as all are open. */
  async review(work: Work, id: MissionId, by: string): Decision {
    const mission = await this.parts.missions.hold(work, id);
    if (!mission) return refuse({ kind: 'no-such-mission' });
    const found = await this.of(work, mission);
    return found ? ok(await this.settle(work, found, by)) : refuse({ kind: 'only-the-home' });
  }

  /** Looks again at every mission of a member that waits for its formalities. */
  async reviewAll(work: Work, member: MemberId, by: string): Promise<void> {
    const missions = await this.parts.missions.ofMember(work, member);
    for (const { id, state } of missions) if (state === 'formalities') await this.review(work, id, by);
  }

  /** Records one thing about a mission that is held, and looks at its gates again. */
  private async decide(
    work: Work,
    id: MissionId,
    by: string,
    decide: (found: MissionFormalities) => Result<Formality, FormalityRefusal>,
  ): Decision {
    const mission = await this.parts.missions.hold(work, id);
    if (!mission) return refuse({ kind: 'no-such-mission' });
    const found = await this.of(work, mission);
    if (!found) return refuse({ kind: 'only-the-home' });
    const decided = decide(found);
    if (!decided.ok) return decided;
    await this.note(work, mission, by, decided.value);
    return this.review(work, id, by);
  }

  private async settle(work: Work, found: MissionFormalities, by: string): Promise<MissionFormalities> {
    const { mission, gates, record } = found;
    await this.askElsewhere(work, found);
    if (!areAlike(gates, record.gates)) await this.note(work, mission, by, { kind: 'gates', gates });
    const isToStart = mission.state === 'formalities' && areOpen(gates);
    const started = isToStart ? await this.parts.missions.start(work, mission.id, by) : ok(mission);
    if (!started.ok) throw new Error(`mission ${mission.id} cannot start: ${started.refusal.kind}`);
    await this.tellHost(work, { ...found, mission: started.value }, by);
    return { ...found, mission: started.value, record: await this.recorded(work, mission) };
  }

  /** Days of hers in that country are asked of the others who employ her as soon as they count. */
  private async askElsewhere(work: Work, { mission, case: of }: MissionFormalities): Promise<void> {
    if (mission.state !== 'formalities' || !isAbroad(of)) return;
    const host = mission.terms.place.country;
    await this.parts.countings.ask(work, mission.member!, { host, spans: spansToAsk(of) });
  }

  /** The host hears when the work may begin, and again when the certificate or the notice changes. */
  private async tellHost(work: Work, { mission, law, record }: MissionFormalities, by: string): Promise<void> {
    const { role, state, id, terms, agreement } = mission;
    if (role !== 'home' || (state !== 'active' && state !== 'completed')) return;
    const shared = sharedOf(law, record);
    if (isDeepStrictEqual(shared, record.told)) return;
    const said = { mission: id, terms: agreement.hash, ...shared };
    await this.parts.peers.send(work, terms.host, 'mission.formalities', said);
    await this.note(work, mission, by, { kind: 'told', shared });
  }

  private async read(work: Work, mission: Mission, record: FormalityRecord): Promise<MissionFormalities> {
    const { cooperative, situations, missions, placings, countings } = this.parts;
    const employer = await cooperative.entity(work, mission.entity);
    const allowed = await placings.allowance(work, mission);
    const host = mission.terms.place.country;
    const spans = spansToAsk({ mission, facts: record.facts });
    const known = {
      today: cooperative.today(employer),
      employer,
      mission,
      situation: await situations.on(work, mission.member!, mission.terms.first),
      facts: record.facts,
      others: (await missions.ofMember(work, mission.member!)).filter(({ id }) => id !== mission.id),
      elsewhere: await countings.elsewhere(work, mission.member!, { host, spans }),
      isPlacingOpen: allowed.ok && allowed.value !== null,
    };
    const law = lawOf(known, record.requests);
    return { mission, case: known, law, record, gates: gatesOf(law, record), advice: adviceOf(known, law) };
  }

  private note(work: Work, { id, agreement }: Mission, who: string, formality: Formality): Promise<void> {
    const at = this.parts.clock.now();
    return this.parts.store.add(work, { mission: id, terms: agreement.hash, at, who, formality });
  }
}

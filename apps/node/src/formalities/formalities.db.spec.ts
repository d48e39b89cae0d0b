import { leaksIn } from '@passerelle/coordination';
import { messageTypes } from '@passerelle/protocol';
import { addDays, country, day } from '@passerelle/values';
import { pdf } from '../files/testing/files.js';
import type { Mission, MissionId } from '../missions/mission.js';
import type { MissionForm } from '../missions/missions.service.js';
import type { Said } from '../missions/testing/two-branches.js';
import type { A1DocumentId } from './a1-document.js';
import type { FormalityRefusal } from './formalities.service.js';
import type { MissionFormalities } from './mission-formalities.js';
import { type FormalBranch, livesAtHome, openFormalBranch } from './testing/home-and-host.js';

let be: FormalBranch;
let fr: FormalBranch;

beforeAll(async () => {
  [be, fr] = await Promise.all([openFormalBranch('be'), openFormalBranch('fr')]);
  await be.fresh.database.transact((work) => be.situations.state(work, be.amina, livesAtHome, 'adviser'));
});
afterAll(() => Promise.all([be.fresh.drop(), fr.fresh.drop()]));
beforeEach(() => {
  be.peers.said.length = 0;
  fr.peers.said.length = 0;
});

type Work = FormalBranch['fresh']['database']['reading'];
type Decided<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown };

/** Decides in a transaction; a refusal is thrown by its name, so that nothing of it is kept. */
const decide = <T>(branch: FormalBranch, act: (work: Work) => Promise<Decided<T>>): Promise<T> =>
  branch.fresh.database.transact(async (work) => {
    const decided = await act(work);
    if (!decided.ok) throw new Error((decided.refusal as FormalityRefusal).kind);
    return decided.value;
  });

const newest = (from: FormalBranch, type: string): Said => {
  const said = from.peers.said.findLast((each) => each.type === type);
  if (!said) throw new Error(`nobody said ${type}`);
  return said;
};

const at = async (branch: FormalBranch, id: MissionId): Promise<Mission> =>
  branch.missions.mission(branch.fresh.database.reading, id);

const accept = { answer: 'accept', text: null, evidence: { address: '', userAgent: '' } } as const;

/** A mission in Paris to which the client has said yes. */
async function confirmed(change: Partial<MissionForm> = {}): Promise<MissionId> {
  const form = be.form({ kind: 'artistic_performance', ...change });
  const { id } = await decide(be, (work) => be.missions.register(work, be.amina, form, 'amina'));
  await decide(be, (work) => be.missions.submit(work, id, 'amina'));
  await decide(be, (work) => be.missions.approve(work, id, 'adviser'));
  await fr.hear('be', newest(be, 'mission.offer'));
  await decide(fr, (work) => fr.missions.accept(work, id, 'adviser'));
  await be.hear('fr', newest(fr, 'mission.accept'));
  const token = await fr.newestToken();
  await decide(fr, (work) => fr.confirmations.answer(work, token, accept));
  await be.hear('fr', newest(fr, 'mission.start'));
  return id;
}

const facts = {
  work: 'live-performance',
  substantialActivityAtSeat: true,
  replacesPostedWorker: false,
  hiredForThisMission: false,
} as const;

const state = (id: MissionId, more: object = {}) =>
  decide(be, (work) => be.formalities.stateFacts(work, id, { ...facts, ...more }, 'adviser'));
const guarantee = (id: MissionId) =>
  be.fresh.database.transact((work) => be.formalities.sayGuarantee(work, id, { verdict: 'covered', reasons: [] }));
const step = (id: MissionId, taken: Parameters<FormalBranch['formalities']['step']>[2]) =>
  decide(be, (work) => be.formalities.step(work, id, taken, 'payroll'));
const override = (id: MissionId, gate: 'a1' | 'legislation') =>
  decide(be, (work) => be.formalities.override(work, id, { gate, reason: 'They telephoned' }, 'adviser'));
const activate = (id: MissionId) => decide(be, (work) => be.formalities.activate(work, id, 'adviser'));

const shown = ({ gates }: MissionFormalities): string[] => gates.map((gate) => `${gate.name} ${gate.state}`);

const cancel = (id: MissionId) => decide(be, (work) => be.missions.cancel(work, id, 'Over', 'adviser'));

describe('a mission abroad', () => {
  it('waits for its gates, one after the other, and begins on both nodes when the last one opens', async () => {
    const id = await confirmed();
    await expect(activate(id)).rejects.toThrow('gates-shut');
    expect(shown(await state(id))).toEqual(['legislation passed', 'a1 open', 'notice passed', 'guarantee open']);
    await guarantee(id);
    await step(id, { status: 'submitted' });
    await expect(activate(id)).rejects.toThrow('gates-shut');
    expect((await at(be, id)).state).toBe('formalities');
    const { mission } = await step(id, { status: 'issued', reference: 'A1-7' });
    expect(mission.state).toBe('active');
    expect(await fr.hear('be', newest(be, 'mission.formalities'))).toEqual({ verdict: 'applied' });
    expect((await at(fr, id)).state).toBe('active');
    await cancel(id);
  });

  it('waits for every day to be covered', async () => {
    const id = await confirmed();
    await state(id);
    await guarantee(id);
    await step(id, { status: 'submitted' });
    const { gates } = await step(id, { status: 'issued', reference: 'A1-7', last: day('2026-03-26') });
    expect(gates[1]).toMatchObject({ state: 'open', reasons: [{}, { en: 'No A1 certificate covers 2026-03-27.' }] });
    await cancel(id);
  });

  it('may begin on an adviser’s word once the certificate is asked for, and not before', async () => {
    const id = await confirmed();
    await state(id);
    await guarantee(id);
    await expect(override(id, 'a1')).rejects.toThrow('gate-not-overridable');
    await step(id, { status: 'submitted', reference: 'A1-7' });
    const { mission, record } = await override(id, 'a1');
    expect(mission.state).toBe('active');
    expect(record.overrides.a1).toMatchObject({ by: 'adviser', reason: 'They telephoned' });
    await fr.hear('be', newest(be, 'mission.formalities'));

    await expect(step(id, { status: 'issued', document: id as string as A1DocumentId })).rejects.toThrow(
      'document-not-kept',
    );
    const letter = await decide(be, (work) => be.documents.keep(work, id, pdf('A1 7'), 'payroll'));
    const issued = await step(id, { status: 'issued', document: letter.id });
    expect(issued.record.requests[0]).toMatchObject({ status: 'issued', documentId: letter.id });
    await fr.hear('be', newest(be, 'mission.formalities'));
    const { heard } = await fr.formalities.recorded(fr.fresh.database.reading, await at(fr, id));
    expect(heard?.a1).toEqual({ state: 'issued', reference: 'A1-7', first: '2026-03-23', last: '2026-03-27' });
    await cancel(id);
  });

  it('cannot begin by an adviser’s word under the law of another country', async () => {
    const id = await confirmed();
    const { gates } = await state(id, { replacesPostedWorker: true });
    expect(gates[0]).toMatchObject({ state: 'refused', overridable: false });
    await expect(override(id, 'legislation')).rejects.toThrow('gate-not-overridable');
    await cancel(id);
  });

  it('needs its gates looked at again when the terms change', async () => {
    const id = await confirmed();
    await state(id);
    await guarantee(id);
    await step(id, { status: 'submitted' });
    await override(id, 'a1');
    const longer = be.form({ kind: 'artistic_performance', last: day('2026-03-28'), days: 6 });
    const amended = await decide(be, (work) => be.missions.amend(work, id, longer, 'adviser'));
    expect(amended.state).toBe('offered');
    const record = await be.formalities.recorded(be.fresh.database.reading, amended);
    expect(record).toMatchObject({ overrides: {}, guarantee: null, gates: [] });
    await cancel(id);
  });

  it('is not for the host to see to', async () => {
    const id = await confirmed();
    const tried = decide(fr, (work) => fr.formalities.stateFacts(work, id, facts, 'adviser'));
    await expect(tried).rejects.toThrow('only-the-home');
    await cancel(id);
  });

  it('counts earlier stays in the same country, whichever node hosted them', async () => {
    const id = await confirmed({ first: day('2026-05-04'), last: day('2026-05-08') });
    await state(id);
    const found = await be.formalities.of(be.fresh.database.reading, await at(be, id));
    expect(found?.case.others).toEqual([]);
    const next = await be.formalities.preview(
      be.fresh.database.reading,
      be.amina,
      be.form({ kind: 'artistic_performance', first: day('2026-06-01'), last: day('2026-06-05') }),
    );
    expect(next.ok && next.value.case.others.map((other) => other.id)).toEqual([id]);
    expect(next.ok && next.value.law.notice).toMatchObject({ kind: 'exempt', days: 10, most: 90 });
    await cancel(id);
  });

  it('shows while the form is filled in what will be needed, and warns of what may be late; nothing is kept', async () => {
    const before = await be.fresh.database.source.query<unknown[]>('select from mission');
    const look = (first: string) =>
      decide(be, (work) =>
        be.formalities.preview(
          work,
          be.amina,
          be.form({ kind: 'artistic_performance', first: day(first), last: addDays(day(first), 4) }),
        ),
      );
    const soon = await look('2026-03-23');
    expect(soon.gates.map(({ name, due }) => [name, due])).toEqual([
      ['legislation', '2026-03-22'],
      ['a1', '2026-03-22'],
      ['notice', '2026-03-22'],
      ['guarantee', '2026-03-22'],
    ]);
    expect(soon.gates[1]?.warnings[0]?.en).toContain('2026-03-23');
    expect((await look('2026-06-01')).gates[1]?.warnings).toEqual([]);
    expect(await be.fresh.database.source.query<unknown[]>('select from mission')).toHaveLength(before.length);
  });
});

describe('a mission at home', () => {
  it('begins as soon as the fund has looked at it', async () => {
    const form = be.form({ host: undefined, place: { country: country('BE'), town: 'Bruxelles' } });
    const { id } = await decide(be, (work) => be.missions.register(work, be.amina, form, 'amina'));
    await decide(be, (work) => be.missions.submit(work, id, 'amina'));
    await decide(be, (work) => be.missions.approve(work, id, 'adviser'));
    const token = await be.newestToken();
    await decide(be, (work) => be.confirmations.answer(work, token, accept));
    expect((await at(be, id)).state).toBe('formalities');
    await guarantee(id);
    expect((await at(be, id)).state).toBe('active');
    await cancel(id);
  });
});

describe('a worker of two cooperatives', () => {
  const consents = async (): Promise<string> => {
    const { code } = await decide(be, (work) => be.consents.give(work, be.amina, { peer: 'fr' }));
    await decide(fr, (work) => fr.consents.give(work, fr.amina, { peer: 'be', code }));
    return code;
  };
  const withdraw = (): Promise<void> =>
    fr.fresh.database.transact((work) => fr.consents.withdraw(work, fr.amina, 'be'));
  const questions = (): Said[] => be.peers.said.filter(({ type }) => type === 'counts.ask');
  const review = (id: MissionId) => decide(be, (work) => be.formalities.review(work, id, 'spec'));
  const notice = ({ gates }: MissionFormalities) => gates.find(({ name }) => name === 'notice');
  /** A residency at home in Paris, for the other cooperative of hers. */
  const residency = async (first: string, last: string): Promise<Mission> => {
    const form = fr.form({ host: undefined, work: 'Residency', first: day(first), last: day(last) });
    const { id } = await decide(fr, (work) => fr.missions.register(work, fr.amina, form, 'amina'));
    await decide(fr, (work) => fr.missions.submit(work, id, 'amina'));
    await decide(fr, (work) => fr.missions.approve(work, id, 'adviser'));
    const token = await fr.newestToken();
    await decide(fr, (work) => fr.confirmations.answer(work, token, accept));
    return at(fr, id);
  };

  it('has her days counted together, and waits for a person while the other one is silent', async () => {
    const elsewhere = await residency('2026-04-06', '2026-04-10');
    const code = await consents();
    const id = await confirmed();
    const waiting = await state(id);
    expect(notice(waiting)).toMatchObject({ state: 'open', owner: 'home', overridable: true });
    expect(waiting.case.elsewhere?.told).toEqual([{ peer: 'fr', state: 'waiting', on: null }]);
    expect(waiting.gates[0]).toMatchObject({ name: 'legislation', state: 'open', overridable: true });

    expect(questions()).toHaveLength(1);
    expect(await fr.hear('be', questions()[0]!)).toEqual({ verdict: 'applied' });
    const answer = newest(fr, 'counts.tell');
    expect(answer.body).toMatchObject({ answer: 'counted', days: ['0', '5'], on: '2026-03-16' });
    expect(await be.hear('fr', answer)).toEqual({ verdict: 'applied' });
    const told = await review(id);
    expect(told.law.notice).toMatchObject({ kind: 'exempt', days: 10, most: 90 });
    expect(shown(told)).toEqual(['legislation passed', 'a1 open', 'notice passed', 'guarantee open']);
    expect(told.case.elsewhere?.told).toEqual([{ peer: 'fr', state: 'counted', on: '2026-03-16' }]);
    expect(questions()).toHaveLength(1);

    for (const { type, body } of [questions()[0]!, answer]) {
      const { schema } = messageTypes.find((each) => each.type === type)!;
      expect([type, schema.safeParse(body).success, leaksIn(body, ['her-consent'])]).toEqual([type, true, []]);
    }
    const wire = JSON.stringify([questions(), answer]);
    const secrets = [code, be.amina, fr.amina, id, elsewhere.id, '90051700226', 'Amina', 'Diallo', 'Lilas', 'Paris'];
    const days = ['2026-03-23', '2026-03-27', '2026-04-06', '2026-04-10', 'Residency', 'concert'];
    for (const secret of [...secrets, ...days]) expect([secret, wire.includes(secret)]).toEqual([secret, false]);
    await cancel(id);
    await decide(fr, (work) => fr.missions.cancel(work, elsewhere.id, 'Over', 'adviser'));
  });

  it('has a person look where the counts together may pass a limit', async () => {
    const elsewhere = [
      await residency('2026-05-01', '2026-05-31'),
      await residency('2026-06-01', '2026-06-30'),
      await residency('2026-07-01', '2026-07-28'),
    ];
    const id = await confirmed();
    be.clock.at = '2026-03-17T08:00:00Z';
    await state(id);
    await fr.hear('be', questions().at(-1)!);
    await be.hear('fr', newest(fr, 'counts.tell'));
    const gate = notice(await review(id));
    expect(gate).toMatchObject({ state: 'open', owner: 'worker', overridable: true });
    expect(gate?.reasons.at(-1)?.en).toContain('94 at most');
    be.clock.at = '2026-03-16T08:00:00Z';
    await cancel(id);
    for (const { id: other } of elsewhere)
      await decide(fr, (work) => fr.missions.cancel(work, other, 'Over', 'adviser'));
  });

  it('is unknown where she has not consented, as somebody is who never was there', async () => {
    await withdraw();
    const id = await confirmed();
    be.clock.at = '2026-03-18T08:00:00Z';
    await state(id);
    const asked = questions().at(-1)!;
    await fr.hear('be', asked);
    const refused = newest(fr, 'counts.tell');
    const stranger = { ...asked, body: { ...asked.body, person: 'A'.repeat(43), question: be.amina } };
    await fr.hear('be', stranger);
    const { question: _one, ...hers } = refused.body as { question: string };
    const { question: _two, ...nobodys } = newest(fr, 'counts.tell').body as { question: string };
    expect(hers).toEqual(nobodys);
    expect(hers).toMatchObject({ answer: 'unknown-person', days: [] });
    await be.hear('fr', refused);
    const { gates, case: of } = await review(id);
    expect(of.elsewhere?.told).toEqual([{ peer: 'fr', state: 'unknown-person', on: '2026-03-16' }]);
    expect(gates.find(({ name }) => name === 'notice')).toMatchObject({ state: 'open', overridable: true });

    const log = await be.countings.log(be.fresh.database.reading, be.amina);
    expect(log.map(({ direction, answer }) => [direction, answer?.kind])).toEqual([
      ['asked', 'counted'],
      ['asked', 'counted'],
      ['asked', 'unknown-person'],
    ]);
    be.clock.at = '2026-03-16T08:00:00Z';
    await be.fresh.database.transact((work) => be.consents.withdraw(work, be.amina, 'fr'));
    await cancel(id);
  });

  it('believes no answer that was not asked for, nor one from another branch', async () => {
    const answer = { question: be.amina, answer: 'counted', days: ['0'], on: '2026-03-16' };
    const said = { to: 'be', type: 'counts.tell', body: answer };
    expect(await be.hear('fr', said)).toMatchObject({ verdict: 'refused', code: 'unknown-question' });
    expect(await be.hear('se', said)).toMatchObject({ verdict: 'refused', code: 'unknown-question' });
  });

  it('brings them together with her own code alone, with a branch that there is', async () => {
    const give = (peer: string, code?: string) =>
      decide(be, (work) => be.consents.give(work, be.amina, { peer, ...(code === undefined ? {} : { code }) }));
    await expect(give('at')).rejects.toThrow('unknown-branch');
    await expect(give('fr', 'short')).rejects.toThrow('not-a-code');
    const first = await give('fr');
    expect(await give('fr')).toMatchObject({ code: first.code });
    await be.fresh.database.transact((work) => be.consents.withdraw(work, be.amina, 'fr'));
    expect((await give('fr')).code).not.toBe(first.code);
    await be.fresh.database.transact((work) => be.consents.withdraw(work, be.amina, 'fr'));
  });
});

describe('what the host hears', () => {
  it('is about its own mission, from its home, for the terms both signed', async () => {
    const id = await confirmed();
    await state(id);
    await guarantee(id);
    await step(id, { status: 'submitted' });
    await override(id, 'a1');
    const said = newest(be, 'mission.formalities');
    const change = (body: object): Said => ({ ...said, body: { ...said.body, ...body } });
    expect(await fr.hear('se', said)).toMatchObject({ verdict: 'refused', code: 'unknown-mission' });
    expect(await fr.hear('be', change({ terms: 'other' }))).toMatchObject({ code: 'another-version' });
    expect(await be.hear('fr', said)).toMatchObject({ code: 'unknown-mission' });
    expect((await at(fr, id)).state).toBe('formalities');
    expect(await fr.hear('be', said)).toEqual({ verdict: 'applied' });
    await cancel(id);
  });

  it('is nothing that the mission does not need', async () => {
    const other = await confirmed({ first: day('2026-09-07'), last: day('2026-09-11'), work: 'Secret residency' });
    be.peers.said.length = 0;
    fr.peers.said.length = 0;
    const id = await confirmed();
    await state(id);
    await guarantee(id);
    await step(id, { status: 'submitted', reference: 'A1-7', reason: 'Third call to the institution' });
    const letter = await decide(be, (work) => be.documents.keep(work, id, pdf('Certificate of Amina'), 'amina'));
    await override(id, 'a1');
    await step(id, { status: 'issued', document: letter.id });
    for (const said of be.peers.said.filter(({ type }) => type === 'mission.formalities')) await fr.hear('be', said);
    be.clock.at = '2026-03-27T18:00:00Z';
    await decide(be, (work) => be.missions.complete(work, id, 5, 'amina'));
    be.clock.at = '2026-03-16T08:00:00Z';

    const wire = [...be.peers.said, ...fr.peers.said];
    const known = new Map(messageTypes.map((each) => [each.type as string, each]));
    for (const { type, body } of wire)
      expect([type, known.get(type)?.schema.safeParse(body).success]).toEqual([type, true]);
    for (const { type, body } of wire) expect([type, leaksIn(body)]).toEqual([type, []]);
    const secrets = [
      ['her national number', '90051700226'],
      ['her surname', 'Diallo'],
      ['her e-mail address', 'amina@be.example'],
      ['her account', be.entity.iban],
      ['her id in this node', be.amina],
      ['another mission', other],
      ['what it is about', 'Secret residency'],
      ['its days', '2026-09-07'],
      ['why an adviser answered', 'They telephoned'],
      ['what payroll noted', 'Third call'],
      ['her nationality and residence', 'nationality'],
      ['her working time', 'timeShare'],
      ['the letter of the institution', letter.id],
      ['the hash of it', letter.hash],
      ['what stands in it', 'Certificate of Amina'],
    ] as const;
    const text = JSON.stringify(wire);
    for (const [what, secret] of secrets) expect([what, text.includes(secret)]).toEqual([what, false]);
    expect(text).toContain('A1-7');
    await cancel(other);
  });
});

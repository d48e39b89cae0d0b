import { randomUUID } from 'node:crypto';
import type { Answer, Door } from '../door.js';
import { type Mission, form, get, seen } from './border.js';
import { type Scene, act, check, same, until } from './scene.js';
import { table } from './tables.js';

interface Gate {
  readonly name: string;
  readonly title: { readonly en: string };
  readonly state: string;
  readonly owner: string;
  readonly due: string | null;
  readonly reasons: readonly { readonly en: string }[];
  readonly override: { readonly by: string; readonly reason: string } | null;
}
interface Formalities {
  readonly gates: readonly Gate[];
  readonly law: { readonly legislation: string | null; readonly basis: string | null } | null;
  readonly shared: { readonly a1: Readonly<Record<string, string>> } | null;
}
interface Timeline {
  readonly items: readonly { readonly step: string; readonly state: string; readonly owner: string }[];
}

/** What only the cooperative knows about this posting. */
export const postingFacts = {
  work: 'live-performance',
  substantialActivityAtSeat: true,
  replacesPostedWorker: false,
  hiredForThisMission: false,
};

/** A host that would direct the worker is refused: nobody has opened placing from Belgium to France. */
export async function place(scene: Scene, client: string): Promise<void> {
  const be = scene.branch('be');
  const placed = { ...form(client, '800.00'), directedBy: 'host' };
  const { id } = (await act(be.worker, '/missions', placed)) as Mission;
  await act(be.worker, `/missions/${id}/submit`);
  const refused = await tried(be.adviser, `/missions/${id}/approve`);
  same('a host that directs the worker', [refused.status, bodyOf(refused).code], [409, 'PASSED_ON_BY_HOST']);
  await act(be.worker, `/missions/${id}/cancel`, { reason: 'Brussels directs the work itself.' });
  scene.say('   A third one is refused by Brussels: Paris would direct the worker, which passes her on');
}

/** The law stands between the client's yes and the first day: refused once, answered for once, and then certified. */
export async function clear(scene: Scene, mission: string): Promise<void> {
  const { branch, say } = scene;
  const [be, fr] = [branch('be'), branch('fr')];
  say('   The formalities: she works in France and stays insured in Belgium');
  const early = await tried(be.adviser, `/missions/${mission}/activate`);
  same('work that begins before the law is known', early.status, 409);
  await act(be.adviser, `/missions/${mission}/posting-facts`, postingFacts);
  const { law } = await formalitiesOf(be.worker, mission);
  same('the law that applies', [law?.legislation, law?.basis], ['BE', '883:12(1)']);

  const uncertified = await tried(be.adviser, `/missions/${mission}/activate`);
  same('work that begins without a certificate', uncertified.status, 409);
  check(bodyOf(uncertified).detail.includes('A1'), 'the refusal names the certificate');
  const answered = { gate: 'a1', reason: 'The institution confirmed by telephone that it is on its way.' };
  const tooEarly = await tried(be.adviser, `/missions/${mission}/overrides`, answered);
  same('an adviser who answers for a certificate nobody asked for', tooEarly.status, 409);

  await act(be.payroll, `/missions/${mission}/a1`, { status: 'draft' });
  const printed = await be.worker.must('GET', `/missions/${mission}/a1-request`);
  check(String(printed).includes('Diallo'), 'the printed request names its holder');
  await act(be.payroll, `/missions/${mission}/a1`, { status: 'submitted', reference: 'BE-A1-2026-004711' });
  await act(be.adviser, `/missions/${mission}/overrides`, answered);
  await until('the work may begin in Brussels', () => seen(be.worker, mission, (it) => it.state === 'active'));
  await until('Paris knows that it may', () => seen(fr.adviser, mission, (it) => it.state === 'active'));
  const { gates } = await formalitiesOf(be.worker, mission);
  same('who answered for the certificate', gates.find(({ name }) => name === 'a1')?.override?.reason, answered.reason);
  say(gatesTable(gates));

  await act(be.payroll, `/missions/${mission}/a1`, { status: 'issued', reference: 'BE-A1-2026-004711' });
  const told = await until('Paris has heard of the certificate', async () => {
    const { shared } = await formalitiesOf(fr.adviser, mission);
    return shared?.a1.state === 'issued' ? shared : undefined;
  });
  const { first, last } = form('', '0.00');
  const certificate = { state: 'issued', reference: 'BE-A1-2026-004711', first, last };
  same('all that Paris knows of it', sorted(told.a1), sorted(certificate));
  const { items } = await get<Timeline>(be.worker, `/missions/${mission}/timeline`);
  check(
    items.some(({ step, state, owner }) => step === 'a1_certificate' && state === 'done' && owner === 'institution'),
    'the certificate is a step of her timeline',
  );
  say('   The certificate has come: the gate is passed, and Paris knows its number and its days');
}

const formalitiesOf = (door: Door, mission: string): Promise<Formalities> =>
  get<Formalities>(door, `/missions/${mission}/formalities`);

/** An act that may be refused. */
const tried = (door: Door, path: string, body: object = {}): Promise<Answer> =>
  door.ask('POST', path, body, randomUUID());

const bodyOf = ({ body }: Answer): { readonly detail: string; readonly code?: string } =>
  body as { readonly detail: string; readonly code?: string };

const sorted = (values: object): object =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

const gatesTable = (gates: readonly Gate[]): string =>
  table([
    ['gate', 'state', 'who', 'by', 'why'],
    ...gates.map(({ title, state, owner, due, override, reasons }) => [
      title.en,
      state,
      owner,
      due ?? '',
      (override?.reason ?? reasons[0]?.en ?? '').slice(0, 60),
    ]),
  ]);

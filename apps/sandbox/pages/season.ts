import { currency, money } from '@passerelle/values';
import { type Mission, type MoneyText, type Paged, get, seen, statementFor } from '../stories/border.js';
import { type Scene, act, until } from '../stories/scene.js';

interface Invoice {
  readonly mission: string;
  readonly gross: MoneyText;
  readonly reference: { readonly value: string };
}

/** A week at home for a client of one's own cooperative. */
interface Week {
  readonly asks: string;
  readonly first: string;
  readonly last: string;
  readonly client: string;
  readonly email: string;
}

/** A week after the story, and the day on which its client pays. */
const paid = {
  asks: '2026-05-07',
  first: '2026-05-18',
  last: '2026-05-22',
  client: 'Atelier de Molenbeek',
  email: 'atelier@molenbeek.example',
  pays: '2026-06-03',
} as const;
/** A week whose client does not pay, and a day long after all of its reminders. */
export const unpaid = {
  asks: '2026-06-04',
  first: '2026-06-08',
  last: '2026-06-12',
  client: 'Cirque du Canal',
  email: 'cirque@canal.example',
  recovered: '2026-08-20',
} as const;

/** How the client says yes to what stands behind the link. */
type Accept = (token: string) => Promise<unknown>;

/**
 * Amina works a week for a client of her own cooperative, keeps some of the income for expenses, and the client pays:
 * from then on her budget has something to spend.
 */
export async function workAtHome(scene: Scene, kept: string, accept: Accept = byApi(scene)): Promise<string> {
  const { branch, passes } = scene;
  const be = branch('be');
  const mission = await ordered(scene, paid, accept);
  const activities = await get<Paged<{ id: string }>>(be.worker, '/activities');
  const wish = { activity: activities.items[0]!.id, amount: { amount: kept, currency: 'EUR' } };
  await be.worker.must('PUT', `/missions/${mission}/set-aside`, wish);
  const invoice = await invoiced(scene, paid, mission);
  await passes(`${paid.pays}T09:00:00Z`);
  const { amount, currency: code } = invoice.gross;
  const file = await statementFor(be.finance, paid.pays, [
    {
      amount: money(amount, currency(code)),
      reference: invoice.reference.value,
      counterparty: paid.client,
    },
  ]);
  await be.finance.file('/bank/statements', 'application/xml', file);
  return mission;
}

/** A part of an invoice is taken back after it was paid: its client has money with us. */
export async function creditClient({ branch }: Scene): Promise<{ readonly client: string }> {
  const { finance } = branch('be');
  const paid = await until('an invoice is paid', async () =>
    (await get<Paged<{ id: string; state: string }>>(finance, '/invoices')).items.find(({ state }) => state === 'paid'),
  );
  const note = { net: { amount: '100.00', currency: 'EUR' }, reason: 'One hour was not played', billAgain: false };
  await act(finance, `/invoices/${paid.id}/credit-notes`, note);
  const { items } = await get<Paged<{ client: string }>>(finance, '/bank/client-credits');
  return items[0]!;
}

/** Of that money a part is sent back. */
export async function refundClient(scene: Scene): Promise<void> {
  const { client } = await creditClient(scene);
  const amount = { amount: '20.00', currency: 'EUR' };
  const refund = { client, amount, iban: 'BE68539007547034', reason: 'One hour was not played' };
  await act(scene.branch('be').finance, '/client-refunds', refund);
}

/** The bank of Brussels tells of movements that no invoice and no order explains. */
export async function bankTells(
  { branch }: Scene,
  day: string,
  ...movements: readonly (readonly [amount: string, counterparty: string])[]
): Promise<void> {
  const { finance } = branch('be');
  const told = movements.map(([amount, counterparty]) => ({
    amount: money(amount, 'EUR'),
    reference: `For ${counterparty}`,
    counterparty,
  }));
  await finance.file('/bank/statements', 'application/xml', await statementFor(finance, day, told));
}

/** She works another week and its client does not pay: somebody at the desk of finance has a case to recover. */
export async function workUnpaid(scene: Scene): Promise<void> {
  const { branch, passes } = scene;
  await invoiced(scene, unpaid, await ordered(scene, unpaid, byApi(scene)));
  await passes(`${unpaid.recovered}T09:00:00Z`);
  await until('a case is open', async () => (await get<Paged<unknown>>(branch('be').finance, '/recovery')).items[0]);
}

const byApi =
  ({ branch }: Scene): Accept =>
  (token) =>
    branch('be').stranger.must('POST', `/confirmations/${token}`, { answer: 'accept' });

/** Registered, approved and confirmed; at home no formality stands between the yes and the first day. */
async function ordered({ branch, passes }: Scene, week: Week, accept: Accept): Promise<string> {
  await passes(`${week.asks}T08:00:00Z`);
  const be = branch('be');
  const { items } = await get<Paged<{ id: string }>>(be.adviser, '/entities');
  const client = (await be.worker.must('POST', '/clients', {
    entity: items[0]!.id,
    name: week.client,
    country: 'BE',
    email: week.email,
    address: { street: 'Rue du Comte de Flandre 5', postcode: '1080', town: 'Bruxelles', country: 'BE' },
    language: 'fr',
  })) as { readonly id: string };
  const { id } = (await act(be.worker, '/missions', {
    client: client.id,
    host: 'be',
    work: 'Music for a play',
    kind: 'artistic_performance',
    place: { country: 'BE', town: 'Bruxelles' },
    first: week.first,
    last: week.last,
    days: 5,
    price: { amount: '2400.00', currency: 'EUR' },
  })) as Mission;
  await act(be.worker, `/missions/${id}/submit`);
  await act(be.adviser, `/missions/${id}/approve`);
  const token = await until('the letter is written', async () =>
    (await get<Paged<string>>(be.sysadmin, `/sandbox/mail?to=${week.email}`)).items
      .map((letter) => /\/c\/([\w-]{43})/.exec(letter)?.[1])
      .find((found) => found !== undefined),
  );
  await accept(token);
  await until('the work may begin', () => seen(be.worker, id, ({ state }) => state === 'active'));
  return id;
}

/** Worked, told, and invoiced to the client. */
async function invoiced({ branch, passes }: Scene, week: Week, mission: string): Promise<Invoice> {
  const be = branch('be');
  await passes(`${week.last}T18:00:00Z`);
  await act(be.worker, `/missions/${mission}/complete`, { days: 5 });
  return until('Brussels has issued the invoice', async () =>
    (await get<Paged<Invoice>>(be.finance, '/invoices')).items.find((each) => each.mission === mission),
  );
}

import { currency, money } from '@passerelle/values';
import { type Mission, type MoneyText, type Paged, get, seen, statementFor } from '../stories/border.js';
import { type Scene, act, until } from '../stories/scene.js';

interface Invoice {
  readonly mission: string;
  readonly gross: MoneyText;
  readonly reference: { readonly value: string };
}

/** A week at home after the story, and the day on which its client pays. */
const days = { asks: '2026-05-07', first: '2026-05-18', last: '2026-05-22', pays: '2026-06-03' } as const;
const clientEmail = 'atelier@molenbeek.example';

/** How the client says yes to what stands behind the link. */
type Accept = (token: string) => Promise<unknown>;

/**
 * Amina works a week for a client of her own cooperative, keeps some of the income for expenses, and the client pays:
 * from then on her budget has something to spend.
 */
export async function workAtHome(scene: Scene, kept: string, accept: Accept = byApi(scene)): Promise<string> {
  const { branch, passes } = scene;
  const be = branch('be');
  await passes(`${days.asks}T08:00:00Z`);
  const mission = await ordered(scene, accept);
  const activities = await get<Paged<{ id: string }>>(be.worker, '/activities');
  const wish = { activity: activities.items[0]!.id, amount: { amount: kept, currency: 'EUR' } };
  await be.worker.must('PUT', `/missions/${mission}/set-aside`, wish);
  await passes(`${days.last}T18:00:00Z`);
  await act(be.worker, `/missions/${mission}/complete`, { days: 5 });
  const invoice = await until('Brussels has issued the invoice', async () =>
    (await get<Paged<Invoice>>(be.finance, '/invoices')).items.find((each) => each.mission === mission),
  );
  await passes(`${days.pays}T09:00:00Z`);
  const { amount, currency: code } = invoice.gross;
  const file = await statementFor(be.finance, days.pays, [
    {
      amount: money(amount, currency(code)),
      reference: invoice.reference.value,
      counterparty: 'Atelier de Molenbeek',
    },
  ]);
  await be.finance.file('/bank/statements', 'application/xml', file);
  return mission;
}

const byApi =
  ({ branch }: Scene): Accept =>
  (token) =>
    branch('be').stranger.must('POST', `/confirmations/${token}`, { answer: 'accept' });

/** Registered, approved and confirmed; at home no formality stands between the yes and the first day. */
async function ordered({ branch }: Scene, accept: Accept): Promise<string> {
  const be = branch('be');
  const { items } = await get<Paged<{ id: string }>>(be.adviser, '/entities');
  const client = (await be.worker.must('POST', '/clients', {
    entity: items[0]!.id,
    name: 'Atelier de Molenbeek',
    country: 'BE',
    email: clientEmail,
    address: { street: 'Rue du Comte de Flandre 5', postcode: '1080', town: 'Bruxelles', country: 'BE' },
    language: 'fr',
  })) as { readonly id: string };
  const { id } = (await act(be.worker, '/missions', {
    client: client.id,
    host: 'be',
    work: 'Music for a play',
    kind: 'artistic_performance',
    place: { country: 'BE', town: 'Bruxelles' },
    first: days.first,
    last: days.last,
    days: 5,
    price: { amount: '2400.00', currency: 'EUR' },
  })) as Mission;
  await act(be.worker, `/missions/${id}/submit`);
  await act(be.adviser, `/missions/${id}/approve`);
  const token = await until('the letter is written', async () =>
    (await get<Paged<string>>(be.sysadmin, `/sandbox/mail?to=${clientEmail}`)).items
      .map((letter) => /\/c\/([\w-]{43})/.exec(letter)?.[1])
      .find((found) => found !== undefined),
  );
  await accept(token);
  await until('the work may begin', () => seen(be.worker, id, ({ state }) => state === 'active'));
  return id;
}

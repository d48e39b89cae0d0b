import { addDays, type CurrencyCode, currency, day, money, sum } from '@passerelle/values';
import { type MoneyText, type Obligation, get, statementFor } from './border.js';
import { type Branch, type Scene, act, check, same, until } from './scene.js';
import { table } from './tables.js';

interface Leg {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly amount: MoneyText;
  readonly state: string;
}

interface Cycle {
  readonly id: string;
  readonly state: string;
  /** Hash of the result: the same on every node, or they did not compute the same. */
  readonly result: string | null;
  readonly paymentDate: string;
  readonly positions: readonly { readonly node: string; readonly amount: MoneyText }[];
  readonly approved: readonly string[];
  readonly locked: readonly string[];
  readonly legs: readonly Leg[];
}

interface CurrentCycle {
  readonly id: string;
  readonly cutOff: string;
}

const nodes = ['be', 'fr', 'se'] as const;

/** Debts of other kinds among the three, so that there is something to net. In cents, debtor first. */
const others = [
  { debtor: 'be', creditor: 'fr', amount: '400.00' },
  { debtor: 'fr', creditor: 'se', amount: '300.00' },
  { debtor: 'se', creditor: 'be', amount: '120.00' },
] as const;

/** The other debts of the month, proposed by who is owed and accepted by who owes. */
export async function owedOtherwise(scene: Scene): Promise<void> {
  scene.say('7. The month is settled between the three nodes');
  for (const { debtor, creditor, amount } of others) {
    const proposed = (await act(scene.branch(creditor).finance, '/obligations', {
      peer: debtor,
      debtor: 'them',
      amount: { amount, currency: 'EUR' },
      due: '2026-04-30',
      text: 'Shared stand at a trade fair',
    })) as Obligation;
    const owes = scene.branch(debtor).finance;
    await until(`${debtor} has read the proposal`, () => obligation(owes, proposed.id, 'proposed'));
    await act(owes, `/obligations/${proposed.id}/accept`);
    await until(`${creditor} has read the acceptance`, () =>
      obligation(scene.branch(creditor).finance, proposed.id, 'agreed'),
    );
  }
}

async function obligation(door: Branch['finance'], id: string, state: string): Promise<Obligation | undefined> {
  const { status, body } = await door.ask('GET', `/obligations/${id}`);
  return status === 200 && (body as Obligation).state === state ? (body as Obligation) : undefined;
}

/** The cycle is cut by its calendar, computed by each node from the same signed set, and signed by all. */
export async function net(scene: Scene): Promise<Cycle> {
  const current = await get<CurrentCycle>(scene.branch('be').finance, '/cycles/current');
  await scene.clock(`${addDays(day(current.cutOff), 1)}T06:00:00Z`);
  const finals = await until(
    'the cycle is final on every node',
    async () => {
      const seen = await Promise.all(nodes.map((node) => cycleOf(scene.branch(node), current.id)));
      return seen.every((cycle) => cycle?.state === 'final' || cycle?.state === 'settled')
        ? seen.map((cycle) => cycle!)
        : undefined;
    },
    60_000,
  );
  const [first, ...rest] = finals as [Cycle, ...Cycle[]];
  for (const other of rest) {
    same('the result that each node computed', other.result, first.result);
    same('the positions on each node', other.positions, first.positions);
  }
  for (const code of new Set(first.positions.map(({ amount }) => amount.currency)))
    check(total(first, code).isZero(), `the positions in ${code} sum to zero`);
  for (const node of nodes) check(first.approved.includes(node), `${node} has signed the result`);
  scene.say(
    table(
      [
        ['node', 'position', 'currency'],
        ...first.positions.map(({ node, amount }) => [node, amount.amount, amount.currency]),
      ],
      [1],
    ),
  );
  return first;
}

const total = (cycle: Cycle, code: string) => {
  const of = currency(code);
  const amounts = cycle.positions.filter(({ amount }) => amount.currency === code);
  return sum(
    amounts.map(({ amount }) => money(amount.amount, of)),
    of as CurrencyCode,
  );
};

const cycleOf = async ({ finance }: Branch, id: string): Promise<Cycle | undefined> => {
  const { status, body } = await finance.ask('GET', `/cycles/${id}`);
  return status === 200 ? (body as Cycle) : undefined;
};

/** Each leg is paid by its payer and believed when the payee's own bank statement shows it; then the cycle closes. */
export async function pay(scene: Scene, { id, paymentDate, legs }: Cycle): Promise<void> {
  await scene.clock(`${paymentDate}T07:00:00Z`);
  scene.say(
    table(
      [['payment', 'from', 'to', 'amount'], ...legs.map((leg) => [leg.id, leg.from, leg.to, leg.amount.amount])],
      [3],
    ),
  );
  for (const leg of legs) {
    const [from, to] = [scene.branch(leg.from), scene.branch(leg.to)];
    const value = money(leg.amount.amount, currency(leg.amount.currency));
    await until(`${leg.from} has ordered its payment`, () => ordered(from, leg.id));
    const paid = { amount: value.negated(), reference: leg.id, counterparty: `Passerelle ${leg.to}` };
    const got = { amount: value, reference: leg.id, counterparty: `Passerelle ${leg.from}` };
    for (const [{ finance }, movement] of [
      [from, paid],
      [to, got],
    ] as const)
      await finance.file('/bank/statements', 'application/xml', await statementFor(finance, paymentDate, [movement]));
  }
  await until('the cycle is closed on every node', async () => {
    const seen = await Promise.all(nodes.map((node) => cycleOf(scene.branch(node), id)));
    return seen.every((cycle) => cycle?.state === 'settled');
  });
  scene.say('   Every payment is confirmed by its receiver’s own bank statement; the cycle is closed');
}

/** The payer's order waits for its bank to carry it out. */
async function ordered({ finance }: Branch, reference: string): Promise<boolean> {
  const { items } = await get<{ items: readonly { reference: string }[] }>(finance, '/bank/transfers?state=ordered');
  return items.some((transfer) => transfer.reference === reference);
}

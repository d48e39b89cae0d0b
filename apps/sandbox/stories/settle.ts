import { addDays, currency, day, money, sum } from '@passerelle/values';
import { type MoneyText, type Obligation, get, statementFor } from './border.js';
import { payOut, transfersIn } from './payout.js';
import { type Branch, type Scene, act, check, same, until } from './scene.js';
import { table } from './tables.js';

interface Leg {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly amount: MoneyText;
  readonly state: string;
}

export interface Cycle {
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

/**
 * Debts of other kinds among the three, so that there is something to net. Sweden is owed as much as it owes, and so
 * neither pays nor is paid: its account is in kronor.
 */
const others = [
  { debtor: 'be', creditor: 'fr', amount: '400.00' },
  { debtor: 'fr', creditor: 'se', amount: '300.00' },
  { debtor: 'se', creditor: 'be', amount: '300.00' },
] as const;

/** The other debts of the month, proposed by who is owed and accepted by who owes. */
export async function owedOtherwise(scene: Scene): Promise<void> {
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
export async function net(scene: Scene, id: string): Promise<Cycle> {
  scene.say('7. The month is settled between the three nodes');
  const current = await get<CurrentCycle>(scene.branch('be').finance, '/cycles/current');
  if (current.id === id) await scene.passes(`${addDays(day(current.cutOff), 1)}T06:00:00Z`);
  const finals = await until(
    'the cycle is final on every node',
    async () => {
      const seen = await Promise.all(nodes.map((node) => cycleOf(scene.branch(node), id)));
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
    of,
  );
};

const cycleOf = async ({ finance }: Branch, id: string): Promise<Cycle | undefined> => {
  const { status, body } = await finance.ask('GET', `/cycles/${id}`);
  return status === 200 ? (body as Cycle) : undefined;
};

/** Each leg is paid by its payer and believed when the payee's own bank statement shows it; then the cycle closes. */
export async function pay(scene: Scene, { id, paymentDate, legs }: Cycle): Promise<void> {
  await scene.passes(`${paymentDate}T07:00:00Z`);
  scene.say(
    table(
      [['payment', 'from', 'to', 'amount'], ...legs.map((leg) => [leg.id, leg.from, leg.to, leg.amount.amount])],
      [3],
    ),
  );
  await sendFiles(scene, legs);
  for (const leg of legs) {
    const [from, to] = [scene.branch(leg.from), scene.branch(leg.to)];
    const value = money(leg.amount.amount, currency(leg.amount.currency));
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

/** Two people of each payer send what it ordered to its bank. */
async function sendFiles({ branch }: Scene, legs: readonly Leg[]): Promise<void> {
  for (const payer of new Set(legs.map(({ from }) => from))) {
    const own = legs.filter(({ from }) => from === payer);
    for (const { id } of own) await until(`${payer} has ordered its payment`, () => ordered(branch(payer), id));
    const sent = transfersIn(await payOut(branch(payer), own[0]!.amount.currency));
    for (const { id, amount } of own)
      check(sent.includes(`${id} ${amount.amount} ${amount.currency}`), `the file of ${payer} pays ${id}`);
  }
}

/** The payer's order waits for its bank to carry it out. */
async function ordered({ finance }: Branch, reference: string): Promise<boolean> {
  const { items } = await get<{ items: readonly { reference: string }[] }>(finance, '/bank/transfers?state=ordered');
  return items.some((transfer) => transfer.reference === reference);
}

interface PairStatement {
  readonly lines: readonly object[];
  readonly heads: { readonly ours: string; readonly theirs: string };
}

interface BookProof {
  readonly items: readonly { readonly entity: string; readonly currency: string; readonly sum: MoneyText }[];
  readonly findings: readonly object[];
}

/** Each pair's statement is equal from either side, each book sums to zero, and the federation sees it without people. */
export async function prove(scene: Scene, { id }: Cycle): Promise<void> {
  scene.say('8. Proof');
  const pairs = nodes.flatMap((one, index) => nodes.slice(index + 1).map((other) => [one, other] as const));
  for (const [one, other] of pairs) {
    const equal = await until(`the statements of ${one} and ${other} are equal`, async () => {
      const [mine, theirs] = await Promise.all([
        get<PairStatement>(scene.branch(one).finance, `/statements/${other}?cycle=${id}`),
        get<PairStatement>(scene.branch(other).finance, `/statements/${one}?cycle=${id}`),
      ]);
      const isEqual =
        JSON.stringify(mine.lines) === JSON.stringify(theirs.lines) &&
        mine.heads.ours === theirs.heads.theirs &&
        mine.heads.theirs === theirs.heads.ours;
      return isEqual ? mine : undefined;
    });
    scene.say(`   ${one} and ${other}: ${equal.lines.length} lines, equal on both sides, equal heads`);
  }
  for (const node of nodes) {
    const { items, findings } = await get<BookProof>(scene.branch(node).finance, '/proofs/books');
    same(`what ${node}'s books are found to lack`, findings, []);
    for (const { currency: code, sum: total } of items)
      check(money(total.amount, currency(code)).isZero(), `the books of ${node} sum to zero in ${code}`);
  }
  scene.say('   Every book sums to zero in each currency');
  await seenByTheFederation(scene, id);
}

/** What must never be seen outside the node of the person it belongs to. */
const personal = [
  'Amina',
  'amina@demo.example',
  'musician',
  'Festival des Lilas',
  'regie@lilas.example',
  'BE71096123456769',
];

async function seenByTheFederation({ federation, say }: Scene, id: string): Promise<void> {
  const path = `/cycles/${id}`;
  const cycle = await until('the federation app shows the cycle', async () => {
    const { status, body } = await federation.ask('GET', path);
    return status === 200 ? (body as object) : undefined;
  });
  const shown = JSON.stringify([cycle, await get(federation, '/positions'), await get(federation, '/nodes')]);
  for (const secret of personal) check(!shown.includes(secret), `the federation app does not show "${secret}"`);
  say('   The federation app shows the cycle and the positions, and no personal data');
}

/** The guarantee fund of Belgium has its money back. */
export async function fundIsWhole({ branch, say }: Scene): Promise<void> {
  const fund = await until('the fund is made whole', async () => {
    const { items } = await get<{ items: readonly Fund[] }>(branch('be').finance, '/guarantee');
    return items.find(({ outstanding }) => money(outstanding.amount, 'EUR').isZero());
  });
  say(`   Belgium’s guarantee fund: ${fund.closing.amount} EUR, nothing advanced any more`);
}

interface Fund {
  readonly closing: MoneyText;
  readonly outstanding: MoneyText;
}

import { type CurrencyCode, type Money, currency, money, sum } from '@passerelle/values';
import type { Door } from '../door.js';
import { statement } from './bank.js';
import { payOut } from './payout.js';
import { type Branch, type Scene, act, check, same, until } from './scene.js';
import { table } from './tables.js';

/** What the doors answer, as far as the story reads it. */
export interface MoneyText {
  readonly amount: string;
  readonly currency: string;
}
interface Line {
  readonly lineId: string;
  readonly title: { readonly en: string };
  readonly amount: string;
  readonly currency: string;
  readonly base: { readonly ref: string; readonly amount: string } | null;
  readonly rate: string | null;
  readonly rule: { readonly id: string; readonly validFrom: string | null; readonly source: string | null };
}
interface Estimate {
  readonly net: MoneyText;
  readonly payDay: { readonly on: string; readonly counted: readonly string[]; readonly holidays: readonly string[] };
  readonly lines: readonly Line[];
}
interface Agreement {
  readonly hash: string;
  readonly homeSignature: string | null;
  readonly hostSignature: string | null;
}
export interface Mission {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly reason: string | null;
  readonly agreement: Agreement;
  readonly terms: { readonly version: number };
}
interface Invoice {
  readonly id: string;
  readonly state: string;
  readonly mission: string;
  readonly net: MoneyText;
  readonly vat: MoneyText;
  readonly gross: MoneyText;
  readonly reference: { readonly value: string };
}
interface Payslip {
  readonly id: string;
  readonly mission: string;
  readonly payOn: string;
  readonly net: MoneyText;
  readonly lines: readonly Line[];
  readonly parts: readonly Line[];
}
interface Posted {
  readonly items: readonly {
    readonly day: string;
    readonly kind: string;
    readonly postings: readonly { readonly account: string; readonly amount: MoneyText }[];
  }[];
}
export interface Paged<T> {
  readonly items: readonly T[];
}

const euro = (amount: string): MoneyText => ({ amount, currency: 'EUR' });
/** Parts that are what is left over, and so have no rule of their own. */
const leftOver = new Set(['net', 'remainder']);

const moneyOf = ({ amount, currency: code }: MoneyText): Money => money(amount, currency(code));
export const get = async <T>(door: Door, path: string): Promise<T> => (await door.must('GET', path)) as T;

/** The week of work, its payday, and the day on which the French client pays. Easter Monday is 6 April 2026. */
export const days = {
  registered: '2026-03-16T08:00:00Z',
  first: '2026-03-23',
  last: '2026-03-27',
  lastEvening: '2026-03-27T18:00:00Z',
  payday: '2026-04-08',
  dayBeforePayday: '2026-04-07T08:00:00Z',
  clientPays: '2026-04-15',
} as const;

export const form = (client: string, price: string) => ({
  client,
  host: 'fr',
  work: 'Two concerts and a workshop',
  kind: 'artistic_performance',
  place: { country: 'FR', town: 'Paris' },
  first: days.first,
  last: days.last,
  days: 5,
  price: euro(price),
  hostSharePercent: '2',
});

/** What the later steps need of the earlier ones. */
export interface Told {
  readonly mission: string;
  readonly payslip: string;
  readonly net: string;
  readonly reference: string;
}

/** Amina, employed in Brussels, registers a week in Paris and sees at once what each cent becomes. */
export async function register(scene: Scene): Promise<{ readonly mission: string; readonly client: string }> {
  const { branch, say } = scene;
  const be = branch('be');
  say('1. Amina in Brussels registers five days in Paris for 950.00 EUR before VAT');
  const entity = await ownEntity(be.worker);
  const client = (await be.worker.must('POST', '/clients', {
    entity,
    name: 'Festival des Lilas',
    country: 'FR',
    vatNumber: 'FR83404833048',
    email: 'regie@lilas.example',
    address: { street: '12 rue des Lilas', postcode: '75020', town: 'Paris', country: 'FR' },
    language: 'fr',
  })) as { readonly id: string };
  const mission = (await act(be.worker, '/missions', form(client.id, '950.00'))) as Mission;
  await act(be.worker, `/missions/${mission.id}/submit`);
  return { mission: mission.id, client: client.id };
}

/** Her own membership names the legal entity that employs her. */
async function ownEntity(worker: Door): Promise<string> {
  const { subject } = await get<{ subject: string }>(worker, '/session');
  const id = `mem_${subject.replaceAll('-', '')}`;
  return (await get<{ entity: string }>(worker, `/members/${id}`)).entity;
}

/** Both branches sign the terms; a refusal is read on the other side; a changed price needs both signatures again. */
export async function agree(scene: Scene, { mission, client }: { mission: string; client: string }): Promise<void> {
  const { branch, say } = scene;
  const [be, fr] = [branch('be'), branch('fr')];
  say('2. The two branches agree on the terms');
  await act(be.adviser, `/missions/${mission}/approve`);
  await until('the offer is in Paris', () => seen(fr.adviser, mission, (it) => it.state === 'offered'), 240_000);
  await act(fr.adviser, `/missions/${mission}/accept`);
  await until('Paris has signed', () => seen(be.worker, mission, (it) => it.agreement.hostSignature !== null));
  const before = await get<Mission>(be.worker, `/missions/${mission}`);

  say('   The price becomes 1 000.00 EUR: a new version, which nobody has signed in Paris yet');
  await act(be.adviser, `/missions/${mission}/amend`, form(client, '1000.00'));
  await until('the new terms are in Paris', () => seen(fr.adviser, mission, (it) => it.terms.version === 2));
  const offered = await get<Mission>(fr.adviser, `/missions/${mission}`);
  check(offered.agreement.hostSignature === null, 'a changed term lost the host’s signature');
  check(offered.agreement.hash !== before.agreement.hash, 'other terms have another hash');
  await act(fr.adviser, `/missions/${mission}/accept`);
  await until('Paris has signed again', () => seen(be.worker, mission, (it) => it.state === 'client_confirmation'));
  const home = await get<Mission>(be.worker, `/missions/${mission}`);
  const host = await get<Mission>(fr.adviser, `/missions/${mission}`);
  same('the agreement on both nodes', host.agreement, home.agreement);
  say(
    table([
      ['', 'Brussels', 'Paris'],
      ['content hash', home.agreement.hash.slice(0, 16), host.agreement.hash.slice(0, 16)],
      ['signed by be', home.agreement.homeSignature!.slice(0, 16), host.agreement.homeSignature!.slice(0, 16)],
      ['signed by fr', home.agreement.hostSignature!.slice(0, 16), host.agreement.hostSignature!.slice(0, 16)],
    ]),
  );
}

/** A second mission is refused in Paris, and Amina reads why. */
export async function refuse(scene: Scene, client: string): Promise<void> {
  const { branch, say } = scene;
  const [be, fr] = [branch('be'), branch('fr')];
  const mission = (await act(be.worker, '/missions', form(client, '700.00'))) as Mission;
  await act(be.worker, `/missions/${mission.id}/submit`);
  await act(be.adviser, `/missions/${mission.id}/approve`);
  await until('the offer is in Paris', () => seen(fr.adviser, mission.id, (it) => it.state === 'offered'));
  await act(fr.adviser, `/missions/${mission.id}/refuse`, { reason: 'The hall is closed that week.' });
  const refused = await until('the refusal is read in Brussels', () =>
    seen(be.worker, mission.id, (it) => it.state === 'refused'),
  );
  same('the reason she reads', refused.reason, 'The hall is closed that week.');
  say('   Another mission is refused by Paris with a reason that Amina reads');
}

/** She sees what she will get and when, before anything is signed by the client. */
export async function estimate(scene: Scene, mission: string): Promise<void> {
  const seenAtOnce = await get<Estimate>(scene.branch('be').worker, `/missions/${mission}/estimate`);
  same('the payday, Easter Monday not counted', seenAtOnce.payDay.on, days.payday);
  check(seenAtOnce.payDay.holidays.includes('2026-04-06'), 'Easter Monday is named as no working day');
  sums('the estimate', seenAtOnce.lines, '1000.00');
  scene.say(`   Her estimate: ${seenAtOnce.net.amount} EUR net on ${seenAtOnce.payDay.on}`);
  scene.say(linesTable(seenAtOnce.lines));
}

/** The client reads the letter, opens the link and says yes; nobody made an account. */
export async function confirm(scene: Scene, mission: string): Promise<void> {
  const { branch, say } = scene;
  const [be, fr] = [branch('be'), branch('fr')];
  say('3. The client confirms through the link in the letter');
  const token = await until('the letter is written', () => newestToken(fr.sysadmin));
  const order = await get<{ order: { price: MoneyText } }>(fr.stranger, `/confirmations/${token}`);
  same('the price the client reads', order.order.price, euro('1000.00'));
  await fr.stranger.must('POST', `/confirmations/${token}`, { answer: 'accept' });
  const again = await fr.stranger.ask('POST', `/confirmations/${token}`, { answer: 'refuse', text: 'no' });
  same('a second answer to one link', again.status, 410);
  await until('Brussels sees to the formalities', () => seen(be.worker, mission, (it) => it.state === 'formalities'));
}

/** The link in the newest letter to the client, without the address of the node. */
export async function newestToken(sysadmin: Door): Promise<string | undefined> {
  const { items } = await get<Paged<string>>(sysadmin, '/sandbox/mail?to=regie@lilas.example');
  return items
    .map((letter) => /\/c\/([\w-]{43})\r/.exec(letter)?.[1])
    .filter((token) => token !== undefined)
    .at(-1);
}

/** The work is done: Paris invoices and Brussels computes the payslip with the rules of that date. */
export async function work(scene: Scene, mission: string, afterReporting?: () => Promise<void>): Promise<Told> {
  const { branch, say, passes } = scene;
  const [be, fr] = [branch('be'), branch('fr')];
  say('4. The work is done: Paris invoices, Brussels makes the payslip');
  await passes(days.lastEvening);
  await act(be.worker, `/missions/${mission}/complete`, { days: 5 });
  await afterReporting?.();
  const invoice = await until('Paris has issued the invoice', () => invoiceOf(fr.finance, mission));
  same(
    'net, VAT and gross',
    [invoice.net, invoice.vat, invoice.gross],
    [euro('1000.00'), euro('200.00'), euro('1200.00')],
  );
  await until('Brussels has made the payslip', () => payslipOf(be.payroll, mission));
  same('what Amina reads before two people have checked it', await payslipOf(be.worker, mission), undefined);
  await release(be, say);
  const slip = await until('Amina has her payslip', () => payslipOf(be.worker, mission));
  same('her payday', slip.payOn, days.payday);
  sums('the payslip', slip.parts, '1000.00');
  for (const { lineId, rule } of slip.parts.filter((part) => !leftOver.has(part.lineId)))
    check(rule.id !== '' && rule.source !== null && rule.validFrom !== null, `${lineId} has a source`);
  say(linesTable(slip.parts));
  return { mission, payslip: slip.id, net: slip.net.amount, reference: invoice.reference.value };
}

/** One person collects the wages of the month, another approves what she has seen, and the payslips are given out. */
async function release({ payroll, finance, worker }: Branch, say: Scene['say']): Promise<void> {
  const entity = await ownEntity(worker);
  const collected = (await act(payroll, '/payroll-runs', { entity, period: days.payday.slice(0, 7) })) as Run;
  const stands = (state: string) => async (): Promise<Run | undefined> => {
    const run = await get<Run>(finance, `/payroll-runs/${collected.id}`);
    return run.state === state ? run : undefined;
  };
  const { items, total } = await until('the payroll run is computed', stands('checking'));
  same('what could not be made', items.failed, 0);
  await act(finance, `/payroll-runs/${collected.id}/approve`, { payslips: items.done, total });
  await act(finance, `/payroll-runs/${collected.id}/publish`);
  await until('the payslips are published', stands('published'));
  say(`   Two people have checked the payslips of the run (${items.done}); now Amina can read hers`);
}

interface Run {
  readonly id: string;
  readonly state: string;
  readonly items: { readonly done: number; readonly failed: number };
  readonly total: MoneyText;
}

/** On the seventh working day she is paid, by the fund because nothing has come in yet. */
export async function payday({ branch, say, passes }: Scene, { payslip, net }: Told): Promise<void> {
  const be = branch('be');
  await passes(days.dayBeforePayday);
  same('the wage the day before payday', await paidBy(be.worker, payslip), undefined);
  await passes(`${days.payday}T08:00:00Z`);
  const fundedBy = await until('the wage is paid on its day', () => paidBy(be.worker, payslip));
  same('who paid while the client has not', fundedBy, 'fund');
  say(`   Amina is paid ${net} EUR on ${days.payday}, from the guarantee fund: the client has not paid yet`);
  const wages = (await payOut(be, 'EUR')).batches.filter(({ purpose }) => purpose === 'SALA');
  const paid = wages
    .flatMap(({ transfers }) => transfers)
    .map(({ payee, amount }) => `${payee.name} ${amount.toString()}`);
  check(paid.includes(`Amina ${net} EUR`), 'the file for the bank holds her wage');
  say('   Payroll has prepared the file for the bank, and finance has approved it');
}

/** Exactly one obligation on both nodes, with the same id and hash, in the books of each. */
export async function owe(scene: Scene, mission: string): Promise<Obligation> {
  const { branch, say } = scene;
  say('5. France owes Belgium 980.00 EUR, once, on both nodes');
  const found = await until('the obligation is agreed on both sides', async () => {
    const [one, other] = await Promise.all(['be', 'fr'].map((id) => obligationsOf(branch(id).finance, mission)));
    return one?.length === 1 && other?.length === 1 && one[0]!.state === 'agreed' && other[0]!.state === 'agreed'
      ? { home: one[0]!, host: other[0]! }
      : undefined;
  });
  const { home, host } = found;
  const terms = (it: Obligation) => [it.id, it.terms, it.debtor, it.creditor, it.amount];
  same('the obligation on both nodes', terms(host), terms(home));
  same('its amount', home.amount, euro('980.00'));
  say(
    table(
      [
        ['obligation', 'who', 'amount', 'terms'],
        [home.id.slice(0, 16), `${home.debtor} → ${home.creditor}`, home.amount.amount, home.terms.slice(0, 16)],
      ],
      [2],
    ),
  );
  return home;
}

/** The client pays; a real bank statement says so, and saying it twice changes nothing. */
export async function collect(scene: Scene, { reference }: Told): Promise<void> {
  const { branch, say, passes } = scene;
  const fr = branch('fr');
  say('6. The client pays, and Paris reads it on its bank statement');
  await passes(`${days.clientPays}T09:00:00Z`);
  const file = await statementFor(fr.finance, days.clientPays, [
    { amount: money('1200.00', 'EUR'), reference, counterparty: 'Festival des Lilas' },
  ]);
  const first = (await fr.finance.file('/bank/statements', 'application/xml', file)) as Imported;
  same('what the statement brought', [first.new, first.explained, first.open], [1, 1, 0]);
  const again = (await fr.finance.file('/bank/statements', 'application/xml', file)) as Imported;
  same('what the same statement brings again', [again.lines, again.new, again.known], [1, 0, 1]);
}

interface Imported {
  readonly lines: number;
  readonly new: number;
  readonly known: number;
  readonly explained: number;
  readonly open: number;
}

export interface Obligation {
  readonly id: string;
  readonly mission: string | null;
  readonly state: string;
  readonly terms: string;
  readonly debtor: string;
  readonly creditor: string;
  readonly amount: MoneyText;
  readonly cycle: string | null;
  readonly settledIn: string | null;
}

/** A statement of a branch's own account as its bank would send it. */
export async function statementFor(
  finance: Door,
  day: string,
  movements: Parameters<typeof statement>[2],
): Promise<string> {
  const { items } = await get<Paged<{ iban: string; currency: string }>>(finance, '/entities');
  const { iban } = items[0]!;
  const code: CurrencyCode = movements[0]?.amount.currency ?? currency(items[0]!.currency);
  return statement({ iban, opening: money('100000.00', code) }, day, movements);
}

export const seen = async (
  door: Door,
  id: string,
  isSo: (mission: Mission) => boolean,
): Promise<Mission | undefined> => {
  const { status, body } = await door.ask('GET', `/missions/${id}`);
  return status === 200 && isSo(body as Mission) ? (body as Mission) : undefined;
};

const invoiceOf = async (finance: Door, mission: string): Promise<Invoice | undefined> =>
  (await get<Paged<Invoice>>(finance, '/invoices')).items.find((each) => each.mission === mission);

async function payslipOf(worker: Door, mission: string): Promise<Payslip | undefined> {
  const found = (await get<Paged<Payslip>>(worker, '/payslips')).items.find((each) => each.mission === mission);
  return found && get<Payslip>(worker, `/payslips/${found.id}`);
}

/** Which money paid a wage; undefined while it is owed. */
const paidBy = async (worker: Door, payslip: string): Promise<string | undefined> =>
  (await get<{ fundedBy: string | null }>(worker, `/payslips/${payslip}/payment`)).fundedBy ?? undefined;

const obligationsOf = async (finance: Door, mission: string): Promise<readonly Obligation[]> =>
  (await get<Paged<Obligation>>(finance, '/obligations')).items.filter((each) => each.mission === mission);

/** The lines sum to the price, to the cent. */
function sums(what: string, lines: readonly Line[], price: string): void {
  const total = sum(lines.map(moneyOf), 'EUR');
  same(`the lines of ${what} sum to the price`, total.toDecimal(), price);
}

const linesTable = (lines: readonly Line[]): string =>
  table(
    [
      ['line', 'base', 'rate', 'amount', 'rule', 'from'],
      ...lines.map(({ title, base, rate, amount, rule }) => [
        title.en.slice(0, 44),
        base?.amount ?? '',
        rate ?? '',
        amount,
        rule.id,
        rule.validFrom ?? '',
      ]),
    ],
    [1, 2, 3],
  );

/** Every posting that one node made for a mission or for a cycle, as a small table. */
export async function postings(
  scene: Scene,
  branch: string,
  of: `missions/${string}` | `cycles/${string}`,
): Promise<string> {
  const { items } = await get<Posted>(scene.branch(branch).finance, `/${of}/postings`);
  const rows = items.flatMap(({ day, kind, postings: all }) =>
    all.map(({ account, amount }, index) => [
      index === 0 ? day : '',
      index === 0 ? kind : '',
      account.replace(/:.*-.*/, ':…'),
      moneyOf(amount).isNegative() ? '' : amount.amount,
      moneyOf(amount).isNegative() ? moneyOf(amount).negated().toDecimal() : '',
    ]),
  );
  return table([['day', 'what', 'account', 'debit', 'credit'], ...rows], [3, 4]);
}

import type { AuditLine, AuditLineOf } from '@passerelle/protocol';
import { hashText, rosterFile } from '@passerelle/protocol';
import { run } from './command.js';
import type { RuleName } from './rules.js';
import { rosterContent, rosterText1, signedRoster } from './testing/roster-of-three.js';
import { TwoNodes, fileOf } from './testing/two-nodes.js';
import { verify } from './verify.js';

type Lines = readonly AuditLine[];

const roster = { name: 'roster.json', text: rosterText1 };
const april = TwoNodes.afterApril();
const brussels = april.record('be');

const foundIn = (...texts: readonly string[]): RuleName[] => [
  ...new Set(
    verify(
      texts.map((text, at) => ({ name: `${at}.jsonl`, text })),
      roster,
    ).findings.map(({ rule }) => rule),
  ),
];

/** What is found when Brussels itself changes its record and signs it again. */
const lyingly = (change: (lines: Lines) => Lines): RuleName[] => foundIn(fileOf('be', change(brussels)));

const of = <K extends AuditLine['line']>(lines: Lines, kind: K): AuditLineOf<K>[] =>
  lines.filter((line): line is AuditLineOf<K> => line.line === kind);

/** Another line in the place of the first one that fits. */
const instead =
  <K extends AuditLine['line']>(kind: K, change: (line: AuditLineOf<K>) => AuditLine[], at = 0) =>
  (lines: Lines): Lines => {
    const chosen = of(lines, kind).at(at);
    return lines.flatMap((line) => (line === chosen ? change(chosen) : [line]));
  };

const typed = (lines: Lines, from: string, type: string): number =>
  lines.findIndex((line) => line.line === 'message' && line.from === from && line.type === type);

describe('the record of a node', () => {
  it('is proven from the roster alone', () => {
    const { findings, read } = verify([{ name: 'be.jsonl', text: fileOf('be', brussels) }], roster);
    expect(findings).toEqual([]);
    expect(read).toEqual([
      expect.objectContaining({ node: 'be', messages: 14, withheld: 2, debts: 3, cycles: 1, payments: 1 }),
    ]);
  });

  it('is proven together with that of its peer', () => {
    expect(foundIn(fileOf('be', brussels), fileOf('fr', april.record('fr')))).toEqual([]);
  });

  it('tells of payments that nobody has confirmed yet as open, not as wrong', () => {
    const unpaid = new TwoNodes();
    unpaid.owe('fr', '98000', '2026-04');
    unpaid.settle('2026-04');
    expect(foundIn(fileOf('be', unpaid.record('be')))).toEqual(['payment-open']);
  });
});

describe('a file that somebody else has changed', () => {
  const text = fileOf('be', brussels);
  const rows = text.trimEnd().split('\n');
  const joined = (changed: readonly string[]): string => `${changed.join('\n')}\n`;

  it.each([
    ['an amount changed', text.replaceAll('\\"98000\\"', '\\"98001\\"').replaceAll('"98000"', '"98001"')],
    ['a line removed', joined(rows.filter((_, at) => at !== 5))],
    ['a line doubled', joined(rows.flatMap((row, at) => (at === 5 ? [row, row] : [row])))],
    ['two lines swapped', joined(rows.map((row, at) => (at === 5 ? rows[6]! : at === 6 ? rows[5]! : row)))],
    ['a posting removed', joined(rows.filter((row) => !row.includes('"kind":"paid"')))],
    ['a vote added', joined([...rows.slice(0, -1), rows.find((row) => row.includes('"leg"'))!, rows.at(-1)!])],
  ])('is caught with %s', (_what, changed) => {
    expect(foundIn(changed)).toContain('changed-afterwards');
  });

  it('is caught when it is cut off', () => {
    expect(foundIn(joined(rows.slice(0, -4)))).toContain('incomplete');
  });

  it('is caught when a line is no line of an export', () => {
    expect(foundIn(joined([rows[0]!, '{"line":"gossip"}', ...rows.slice(1)]))).toContain('unreadable');
  });

  it('is caught when another node has signed it', () => {
    expect(foundIn(fileOf('fr', brussels))).toEqual(['seal-not-signed']);
  });
});

describe('a node that signs a record it has changed', () => {
  const offer = typed(brussels, 'be', 'obligation.propose');
  const message = (at: number) => brussels[at] as AuditLineOf<'message'>;
  const forged = { m: message(offer).signed!.m.replace('98000', '99000'), sig: message(offer).signed!.sig };

  it.each<[string, RuleName, (lines: Lines) => Lines]>([
    ['changes a text', 'bad-signature', (all) => all.with(offer, { ...message(offer), signed: forged })],
    ['removes a message', 'gap', (all) => all.filter((_, at) => at !== offer)],
    ['doubles a message', 'repeated', (all) => all.toSpliced(offer, 0, message(offer))],
    [
      'swaps two messages',
      'out-of-order',
      (all) => all.with(offer, message(offer + 1)).with(offer + 1, message(offer)),
    ],
    ['removes its last message', 'head-differs', (all) => all.filter((line) => line !== lastOf(all, 'be'))],
    ['removes the peer’s last message', 'head-differs', (all) => all.filter((line) => line !== lastOf(all, 'fr'))],
    ['calls a message another type', 'wrong-label', (all) => all.with(offer, { ...message(offer), type: 'recon' })],
    [
      'withholds what it may not',
      'withheld-without-reason',
      (all) => all.with(offer, { ...message(offer), signed: null }),
    ],
    [
      'gives a withheld message another hash',
      'broken-chain',
      instead('message', (line) => [{ ...line, hash: hashText('another') }]),
    ],
    ['hides a debt', 'debt-differs', instead('obligation', () => [])],
    ['calls a debt settled', 'debt-differs', instead('obligation', (one) => [{ ...one, settledIn: '2026-04' }], -1)],
    ['tells of a debt twice', 'debt-differs', instead('obligation', (one) => [one, one])],
    ['shows other positions', 'positions-differ', instead('cycle', (one) => [{ ...one, positions: shifted }])],
    ['shows positions that are not zero', 'not-zero', instead('cycle', (one) => [{ ...one, positions: tilted }])],
    ['leaves out a lock', 'final-refused', instead('cycle', (one) => [withLocks(one, {})])],
    ['shows a result twice', 'two-results', instead('cycle', (one) => [one, one])],
    ['hides a payment', 'payment-differs', instead('leg', () => [])],
    ['pays less', 'payment-differs', instead('leg', (one) => [{ ...one, amount: '57000' }])],
    ['invents a payment', 'payment-differs', instead('leg', (one) => [one, { ...one, leg: 'A'.repeat(26) }])],
    ['says less came in', 'payment-not-confirmed', instead('leg', (one) => [{ ...one, received: '1' }])],
    ['removes a booking', 'books-differ', instead('transaction', () => [], 0)],
    ['removes the booking of a payment', 'books-differ', instead('transaction', () => [], -1)],
    ['books twice', 'books-differ', instead('transaction', (one) => [one, one])],
    ['books what is not zero', 'unbalanced', instead('transaction', (one) => [unbalanced(one)])],
  ])('is caught when it %s', (_what, rule, change) => {
    expect(lyingly(change)).toContain(rule);
  });

  it('is caught when it counts a debt in two cycles, even if its peer signs that', () => {
    const twice = TwoNodes.afterApril();
    twice.settle('2026-05', [twice.debts[0]!, twice.debts[2]!]);
    expect(foundIn(fileOf('be', twice.record('be')))).toContain('two-cycles');
  });

  it('is caught when a statement is not what the messages add up to', () => {
    const less = new TwoNodes();
    less.owe('fr', '98000', '2026-04');
    less.owe('be', '40000', '2026-04');
    less.settle('2026-04', less.debts.slice(0, 1));
    expect(foundIn(fileOf('be', less.record('be')))).toContain('statement-differs');
  });

  it('is caught by its peer’s record when it has told two stories', () => {
    const [one, other] = [new TwoNodes(), new TwoNodes()];
    one.owe('fr', '98000', '2026-04');
    other.owe('fr', '12000', '2026-04');
    expect(foundIn(fileOf('be', one.record('be')), fileOf('fr', other.record('fr')))).toContain('equivocation');
  });

  it('is not accused when its peer is only behind', () => {
    const ahead = TwoNodes.afterApril();
    const before = ahead.record('fr');
    ahead.say('be', 'limit.set', { currency: 'EUR', cap: '100' });
    expect(foundIn(fileOf('be', ahead.record('be')), fileOf('fr', before))).toEqual(['one-behind']);
  });
});

describe('the roster', () => {
  const file = { name: 'be.jsonl', text: fileOf('be', brussels) };
  const rulesFor = (text: string, genesis?: string) =>
    verify([file], { name: 'roster.json', text }, genesis).findings.map(({ rule }) => rule);

  it('is the one that people were told of', () => {
    expect(rulesFor(rosterText1, hashText(signedRoster().m))).toEqual([]);
    expect(rulesFor(rosterText1, hashText('another'))).toEqual(['another-genesis']);
  });

  it('is refused with too few signatures', () => {
    const { m, sigs } = signedRoster();
    expect(rulesFor(rosterFile([{ m, sigs: sigs.slice(0, 1) }]))).toEqual(['roster-refused']);
  });

  it('is the one that the node follows', () => {
    const another = signedRoster({ ...rosterContent, lateInterestPercent: '9' });
    expect(rulesFor(rosterFile([another]))).toContain('another-roster');
  });

  it('names the node', () => {
    const stranger = signedRoster({ ...rosterContent, net: 'another-federation' });
    expect(rulesFor(rosterFile([stranger]))).toContain('not-a-member');
  });
});

describe('the command', () => {
  const files: Readonly<Record<string, string>> = {
    'be.jsonl': fileOf('be', brussels),
    'lie.jsonl': fileOf('be', instead('leg', () => [])(brussels)),
    'roster.json': rosterText1,
  };
  const told = (...args: readonly string[]) => run(args, (name) => files[name]!);

  it('ends well when everything holds', () => {
    const { code, out } = told('be.jsonl', '--roster', 'roster.json');
    expect([code, out]).toEqual([0, expect.stringContaining('0 wrong, 0 open: what is told here is proven')]);
  });

  it('names line, rule and remedy of what does not', () => {
    const { code, out } = told('lie.jsonl', '--roster', 'roster.json');
    expect(code).toBe(1);
    expect(out).toMatch(/WRONG {2}lie\.jsonl:\d+ {2}payment-differs: .*\n +→ .*Ask the node/);
  });

  it('says how it is used', () => {
    expect(told('be.jsonl')).toMatchObject({ code: 64, err: expect.stringContaining('--roster FILE') });
  });
});

const lastOf = (lines: Lines, from: string): AuditLineOf<'message'> | undefined =>
  of(lines, 'message').findLast((line) => line.from === from);

const shifted = { EUR: { be: '58001', fr: '-58001' } };
const tilted = { EUR: { be: '58001', fr: '-58000' } };

const withLocks = (line: AuditLineOf<'cycle'>, locks: Readonly<Record<string, string>>): AuditLineOf<'cycle'> => ({
  ...line,
  final: { ...line.final, locks },
});

const unbalanced = (line: AuditLineOf<'transaction'>): AuditLineOf<'transaction'> => ({
  ...line,
  postings: line.postings.map((posting, at) => (at === 0 ? { ...posting, amount: '1' } : posting)),
});

import {
  type AuditLine,
  type Declaration,
  type JsonObject,
  type Message,
  auditFormat,
  hashAfter,
  hashOf,
  receiptSchema,
  seal,
  sealDocument,
  signDeclaration,
  signHash,
  tellsOfPeople,
} from '@passerelle/protocol';
import {
  type CoSigned,
  type Final,
  type Obligation,
  allLegs,
  approvalPayload,
  coSign,
  proposalOf,
  resultOf,
  signStatement,
  statementOf,
  votePayload,
} from '@passerelle/settlement';
import { federationOf } from '../federation.js';
import { type Name, keys, net, rosterContent, signedRoster } from './roster-of-three.js';

type Side = 'be' | 'fr';

const other = { be: 'fr', fr: 'be' } as const;
const idOf = (count: number): string => `0198f5c1-8f2a-7c3b-9a41-${String(count).padStart(12, '0')}`;
const signAs = (node: Name) => (payload: unknown) => signDeclaration(payload as Declaration, net, keys[node]);
const federation = federationOf(rosterContent, '2026-04')!;

interface Debt {
  readonly id: string;
  readonly debtor: Side;
  readonly cycle: string;
  readonly terms: JsonObject;
  settledIn: string | null;
}

/** Brussels and Paris say to each other what a month brings, and each can show its record of it. */
export class TwoNodes {
  readonly said: Readonly<Record<Side, Message[]>> = { be: [], fr: [] };
  readonly debts: Debt[] = [];
  readonly finals: Final[] = [];
  private readonly paid = new Set<string>();
  private count = 0;

  /** The month of April: two debts that net to 580.00, a result that all have signed, a payment; and a debt of May. */
  static afterApril(): TwoNodes {
    const nodes = new TwoNodes();
    nodes.say('be', 'mission.offer', { mission: idOf(900), worker: 'Amina' });
    nodes.say('fr', 'mission.accept', { mission: idOf(900) });
    nodes.owe('fr', '98000', '2026-04');
    nodes.owe('be', '40000', '2026-04');
    nodes.settle('2026-04');
    nodes.pay('2026-04');
    nodes.owe('fr', '12000', '2026-05');
    return nodes;
  }

  say(from: Side, type: string, body: JsonObject): Message {
    const own = this.said[from];
    const sealed = seal(
      {
        ack: `${this.said[other[from]].length}`,
        at: '2026-04-10T09:00:00.000Z',
        body,
        from,
        id: idOf((this.count += 1)),
        net,
        prev: own.at(-1)?.hash ?? '',
        seq: `${own.length + 1}`,
        to: other[from],
        type,
      },
      keys[from],
    );
    if (!sealed.ok) throw new Error(JSON.stringify(sealed.refusal));
    own.push(sealed.value);
    return sealed.value;
  }

  /** The creditor proposes a debt, and the debtor accepts it for a cycle. */
  owe(debtor: Side, amount: string, cycle: string): void {
    const creditor = other[debtor];
    const id = idOf(500 + this.debts.length);
    const of = { mission: 'by-hand', kind: 'shared.cost', due: '2026-05-31', text: 'A shared stand', currency: 'EUR' };
    const terms = { obligation: id, debtor, creditor, amount, ...of };
    this.say(creditor, 'obligation.propose', terms);
    this.say(debtor, 'obligation.accept', { obligation: id, terms: hashOf(terms), cycle });
    this.debts.push({ id, debtor, cycle, terms, settledIn: null });
  }

  /** Both cut, state and sign; the result is what all of them have locked. `counted` are the debts in it. */
  settle(cycle: string, counted = this.debts.filter((one) => one.settledIn === null && one.cycle <= cycle)): void {
    for (const node of ['be', 'fr'] as const) this.say(node, 'cycle.cut', { cycle });
    const statement = statementOf(cycle, ['be', 'fr'], counted.map(asObligation), hashOf);
    const sigs = { be: signStatement(statement, signAs('be')), fr: signStatement(statement, signAs('fr')) };
    const { n, lines, root } = statement;
    for (const node of ['be', 'fr'] as const)
      this.say(node, 'cycle.state', { cycle, n, lines, root, signature: sigs[node] } as unknown as JsonObject);
    this.finals.push(certified(cycle, coSign(statement, sigs)));
    for (const one of counted) one.settledIn ??= cycle;
  }

  /** The payer says that it has paid and the payee that it has seen the money. */
  pay(cycle: string): void {
    for (const { leg, from, to, currency, amount } of this.legs(cycle)) {
      this.say(from as Side, 'payment.sent', { leg, currency, amount, valueDate: '2026-05-08' });
      this.say(to as Side, 'payment.received', { leg, currency, amount, valueDate: '2026-05-09' });
      this.paid.add(leg);
    }
  }

  /** The record of one of the two as it would export it. */
  record(node: Side): AuditLine[] {
    const peer = other[node];
    const end = (messages: readonly Message[]) => ({ seq: `${messages.length}`, head: messages.at(-1)?.hash ?? '' });
    const [out, heard] = [end(this.said[node]), end(this.said[peer])];
    return [
      { line: 'begin', format: auditFormat, net, node, at: '2026-05-20T09:00:00.000Z' },
      { line: 'roster', ...signedRoster() },
      { line: 'channel', peer, status: 'open', out, in: heard, receipt: this.receipt(peer), waiting: '0' },
      ...[...this.said[node], ...this.said[peer]].map(messageLine),
      ...this.debts.map((one): AuditLine => ({ line: 'obligation', peer, ...heldOf(one) })),
      ...this.finals.map(cycleLine),
      ...this.finals.flatMap((final) => this.legs(final.cycle).map((leg) => this.legLine(leg))),
      ...this.bookings(node),
    ];
  }

  private legs(cycle: string) {
    return allLegs(
      this.finals.find((final) => final.cycle === cycle)!,
      federation,
      hashOf,
    );
  }

  private receipt(from: Side) {
    const [to, s] = [other[from], ['session-of-peer', 'session-of-ours.1']];
    const last = this.said[to].at(-1)!;
    const content = { kind: 'receipt', net, from, to, kid: `${from}-1`, s, upto: last.content.seq, head: last.hash };
    return sealDocument(receiptSchema, receiptSchema.parse({ ...content, last: '' }), keys[from]).sealed;
  }

  private legLine({ leg, cycle, from, to, currency, amount }: ReturnType<typeof allLegs>[number]): AuditLine {
    const received = this.paid.has(leg) ? amount : '0';
    const ends = { from, to, currency: currency as 'EUR', amount };
    return { line: 'leg', leg, settledIn: cycle, ...ends, ordered: received, received, standing: 'on-time' };
  }

  /** Debts, what settles them, and the payments, as both sides book them. */
  private bookings(node: Side): AuditLine[] {
    const agreed = this.debts.map((one) =>
      booking(
        `agreed ${one.id}`,
        one.debtor === node ? [otherOf(node, one), 'shared.cost'] : ['shared.income', otherOf(node, one)],
        one,
      ),
    );
    const settled = this.debts.flatMap((one) => {
      if (one.settledIn === null) return [];
      const clearing = `clearing:${one.settledIn}`;
      const lines = one.debtor === node ? [clearing, otherOf(node, one)] : [otherOf(node, one), clearing];
      return [booking(`settled ${one.id}`, lines as [string, string], one)];
    });
    const paid = this.finals.flatMap(({ cycle }) =>
      this.legs(cycle)
        .filter(({ leg }) => this.paid.has(leg))
        .map(({ leg, from, amount }) => {
          const lines = from === node ? ['bank', `clearing:${cycle}`] : [`clearing:${cycle}`, 'bank'];
          return booking(`paid ${leg}`, lines as [string, string], { terms: { amount } });
        }),
    );
    return [...agreed, ...settled, ...paid];
  }
}

/** The lines as a file with the node's signature at its end. */
export function fileOf(node: Side, lines: readonly AuditLine[]): string {
  const texts = lines.map((line) => JSON.stringify(line));
  const hash = texts.reduce(hashAfter, '');
  const end = { line: 'end', lines: `${lines.length}`, hash, signature: signHash(hash, net, keys[node]) };
  return `${[...texts, JSON.stringify(end)].join('\n')}\n`;
}

const asObligation = ({ terms, cycle }: Debt): Obligation =>
  ({ terms, hash: hashOf(terms), cycle, settledIn: null, holds: [], state: 'agreed' }) as unknown as Obligation;

function certified(cycle: string, statement: CoSigned): Final {
  const proposal = proposalOf({ cycle, round: 0, fixing: null, statements: [statement] }, federation, hashOf)!;
  const { result } = proposal;
  const by = (nodes: readonly Name[], payload: unknown) =>
    Object.fromEntries(nodes.map((node) => [node, signAs(node)(payload)]));
  const approvals = by(['be', 'fr'], approvalPayload(cycle, 0, result));
  const locks = by(['be', 'fr', 'se'], votePayload(cycle, { vote: 'lock', round: 0, result }));
  return { cycle, round: 0, proposal, approvals, locks };
}

const messageLine = ({ content, hash, sealed }: Message): AuditLine => {
  const { from, to, seq, type } = content;
  return { line: 'message', from, to, seq, type, hash, signed: tellsOfPeople(type) ? null : sealed };
};

const heldOf = ({ id, terms, cycle, settledIn }: Debt) => {
  const state = settledIn === null ? 'agreed' : 'settled';
  return { obligation: id, terms: hashOf(terms), state, cycle, settledIn };
};

const cycleLine = (final: Final): AuditLine => {
  const { positions } = resultOf(final.proposal, federation)!;
  return { line: 'cycle', cycle: final.cycle, final, positions } as unknown as AuditLine;
};

const otherOf = (node: Side, { debtor }: Debt): string =>
  debtor === node ? `due.to:${other[node]}` : `due.from:${other[node]}`;

/** The first account is credited, the second debited. */
const booking = (
  cause: string,
  [credit, debit]: readonly [string, string],
  { terms }: Pick<Debt, 'terms'>,
): AuditLine => {
  const amount = terms['amount'] as string;
  return {
    line: 'transaction',
    id: cause,
    entity: 'cooperative',
    day: '2026-05-20' as never,
    kind: cause.split(' ')[0]!,
    cause,
    phase: 'posted',
    postings: [
      { account: debit, currency: 'EUR', amount },
      { account: credit, currency: 'EUR', amount: `-${amount}` },
    ],
  };
};

import { type Declaration, type Roster, hashOf, isDeclaredBy } from '@passerelle/protocol';
import {
  type Federation,
  type Leg,
  type Obligation,
  type PairRecord,
  type SignatureCheck,
  type Statement,
  allLegs,
  isSameStatement,
  peerIn,
  resultOf,
  rootOf,
  setOf,
  settle,
  statementOf,
  verifyFinal,
} from '@passerelle/settlement';
import type { AuditLineOf } from '@passerelle/protocol';
import type { NodeExport, Placed } from './export-file.js';
import { federationOf } from './federation.js';
import type { PairHistory } from './histories.js';
import { type PairResult, pairResults } from './pair-results.js';
import type { Finding } from './rules.js';

type CycleLine = Placed<AuditLineOf<'cycle'>>;

/** A payment that follows from a result, and the result it follows from. */
export interface Owed {
  readonly at: number;
  readonly settledIn: string;
  readonly leg: Leg;
}

/** Goes through the results in their order and settles what each names, once. */
export class Results {
  readonly findings: Finding[] = [];
  readonly owed: Owed[] = [];
  private readonly known = new Set<string>();

  constructor(
    private readonly exported: NodeExport,
    private readonly chain: readonly Roster[],
    private readonly pairs: readonly PairHistory[],
    /** The debts of each pair; what a result settles is settled in here. */
    readonly records: Map<string, PairRecord>,
  ) {}

  read(): void {
    const cycles = [...this.exported.of('cycle')].sort((x, y) => (x.is.cycle < y.is.cycle ? -1 : 1));
    for (const line of cycles) this.take(line);
  }

  private found(rule: Finding['rule'], at: number, detail: string): void {
    this.findings.push(this.exported.finding(rule, at, detail));
  }

  private take({ at, is }: CycleLine): void {
    const { cycle, final } = is;
    if (this.known.has(cycle) || final.cycle !== cycle) return this.found('two-results', at, cycle);
    this.known.add(cycle);
    const federation = this.verified({ at, is });
    if (federation === null) return;
    this.comparePositions({ at, is }, federation);
    for (const statement of final.proposal.statements) this.settleIn(at, statement);
    const isOurs = ({ from, to }: Leg): boolean => [from, to].includes(this.exported.node);
    const legs = allLegs(final as never, federation, hashOf).filter(isOurs);
    this.owed.push(...legs.map((leg) => ({ at, settledIn: cycle, leg })));
    for (const pair of this.pairs) this.settlePair(at, pair, pairResults(this.exported.node, pair, cycle, this.check));
  }

  /** By the newest version of the roster under which the certificate holds: members come and go. */
  private verified({ at, is }: CycleLine): Federation | null {
    const faults: string[] = [];
    for (const { content } of [...this.chain].reverse()) {
      const federation = federationOf(content, is.cycle);
      if (federation === null) continue;
      const check: SignatureCheck = (node, payload, sig) => isDeclaredBy(node, payload as Declaration, sig, content);
      const verified = verifyFinal(is.final, { federation, digest: hashOf, check });
      if (verified.ok) return federation;
      faults.push(verified.refusal.detail);
    }
    this.found('final-refused', at, `${is.cycle}: ${faults[0] ?? 'the roster has no rule for it'}`);
    return null;
  }

  private readonly check: SignatureCheck = (node, payload, sig) =>
    this.chain.some(({ content }) => isDeclaredBy(node, payload as Declaration, sig, content));

  private comparePositions({ at, is }: CycleLine, federation: Federation): void {
    const computed = resultOf(is.final.proposal, federation)!.positions;
    if (hashOf(computed) !== hashOf(is.positions)) this.found('positions-differ', at, is.cycle);
    for (const [currency, positions] of Object.entries(is.positions))
      if (Object.values(positions).reduce((sum, one) => sum + BigInt(one), 0n) !== 0n)
        this.found('not-zero', at, `${is.cycle} in ${currency}`);
  }

  private settleIn(at: number, statement: Statement): void {
    const peer = peerIn(statement, this.exported.node);
    const record = peer === null ? undefined : this.records.get(peer);
    if (peer === null || record === undefined) return;
    const own = statementOf(statement.cycle, [statement.a, statement.b], Object.values(record.obligations), hashOf);
    if (!isSameStatement(own, statement, hashOf)) this.differs(at, { peer, statement, record });
    this.mark(peer, setOf(record, statement.cycle), statement.cycle);
  }

  private differs(at: number, of: { peer: string; statement: Statement; record: PairRecord }): void {
    const { peer, statement, record } = of;
    if (this.pairs.find((pair) => pair.peer === peer)?.isFrozen) return this.found('pair-frozen', at, peer);
    const counted = setOf(record, statement.cycle);
    const before = Object.values(record.obligations).filter(({ settledIn }) => settledIn !== null);
    const twice = before.find((one) => rootOf([...counted, one], hashOf) === statement.root);
    if (twice)
      this.found('two-cycles', at, `${twice.terms.obligation} in ${String(twice.settledIn)} and ${statement.cycle}`);
    else this.found('statement-differs', at, `${statement.cycle} with ${peer}`);
  }

  private settlePair(at: number, { peer }: PairHistory, settled: PairResult | null): void {
    const record = this.records.get(peer);
    if (settled === null || record === undefined) return;
    this.mark(peer, setOf(record, settled.cycle), settled.label);
    this.owed.push(...settled.legs.map((leg) => ({ at, settledIn: settled.label, leg })));
  }

  private mark(peer: string, counted: readonly Obligation[], settledIn: string): void {
    const record = this.records.get(peer)!;
    const obligations = { ...record.obligations };
    for (const one of counted) {
      const settled = settle(one, settledIn);
      if (settled.ok) obligations[one.terms.obligation] = settled.value.next;
    }
    this.records.set(peer, { ...record, obligations });
  }
}

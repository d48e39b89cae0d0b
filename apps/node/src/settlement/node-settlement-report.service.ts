import type { Work } from '@passerelle/doors';
import { disputeReasonOf, type Report } from '@passerelle/protocol';
import { type Statement, missingOf } from '@passerelle/settlement';
import { type CurrencyCode, day } from '@passerelle/values';
import { type CycleReading, partiesIn } from './cycles/cycle-reading.js';
import type { CycleReadings } from './cycles/cycle-readings.service.js';
import type { Cycles } from './cycles/cycles.service.js';
import type { Peers } from '../peers/peers.service.js';
import type { FundCalls } from './fund/fund-calls.service.js';
import { type KeptLeg, isPaid } from './legs/kept-leg.js';
import type { KeptObligation } from './obligations/obligation.js';
import type { Obligations } from './obligations/obligations.service.js';
import type { Partners } from './partners/partners.service.js';
import { SettlementReport } from './settlement-report.js';

type ReportedObligation = Report['obligations'][number];
type ReportedCycle = Report['cycles'][number];
type ReportedLeg = ReportedCycle['legs'][number];

/** A year of cycles, and the settled obligations of the last of them. */
const cyclesMax = 12;
const settledCycles = 2;

/** As many open obligations as a report of a hundred pages has room for. */
const obligationsMax = 10_000;

const openStates = ['proposed', 'agreed', 'held'] as const;

export interface SettlementReportParts {
  readonly obligations: Obligations;
  readonly cycles: Cycles;
  readonly readings: CycleReadings;
  readonly partners: Partners;
  readonly fundCalls: FundCalls;
  readonly peers: Peers;
}

/** Debts and cycles for the federation's eyes: nothing is told that a statement between two nodes does not say. */
export class NodeSettlementReport extends SettlementReport {
  constructor(private readonly parts: SettlementReportParts) {
    super();
  }

  async obligations(work: Work): Promise<Pick<Report, 'obligations' | 'unlisted'>> {
    const { obligations, cycles } = this.parts;
    const told: KeptObligation[] = [];
    for (const state of openStates)
      told.push(...(await obligations.page(work, { after: null, limit: obligationsMax, peer: null, state })));
    for (const { id } of await cycles.latest(work, settledCycles))
      told.push(...(await obligations.settledIn(work, id)));
    const unlisted = Math.max(0, (await obligations.count(work, openStates)) - obligationsMax);
    return { obligations: told.slice(0, obligationsMax).map(reportedObligation), unlisted };
  }

  async exposures(work: Work): Promise<Report['exposures']> {
    const { partners, peers } = this.parts;
    const caps = (await partners.all(work)).flatMap((partner) => partner.caps);
    return caps
      .filter(({ creditor }) => creditor === peers.me)
      .map(({ debtor: peer, agreed, cap }) => ({
        peer,
        currency: cap.currency,
        owes: `${agreed.minor}`,
        cap: `${cap.minor}`,
      }));
  }

  async fund(work: Work): Promise<Report['fund']> {
    const { fundCalls, peers } = this.parts;
    const used = await fundCalls.used(work);
    const stakes = (peers.roster?.fund?.stakes ?? []).filter(({ node }) => node === peers.me);
    return stakes.map(({ currency, amount }) => ({ currency, stake: amount, used: `${used.get(currency) ?? 0n}` }));
  }

  async cycles(work: Work): Promise<Report['cycles']> {
    const { cycles, readings } = this.parts;
    const reported: ReportedCycle[] = [];
    for (const reading of await readings.latest(work, cyclesMax))
      reported.push(reportedCycle(reading, await cycles.legsOf(work, reading.id)));
    return reported;
  }
}

function reportedObligation({ id, obligation, code }: KeptObligation): ReportedObligation {
  const { terms, state, cycle } = obligation;
  const { debtor, creditor, amount } = terms;
  const currency = terms.currency as CurrencyCode;
  return {
    ...{ id, debtor, creditor, currency, amount, due: day(terms.due), state },
    ...(cycle === null ? {} : { cycle }),
    // What people write about a dispute stays between the two.
    ...(state === 'held' && code !== null ? { dispute: disputeReasonOf(code) } : {}),
  };
}

function reportedCycle(reading: CycleReading, legs: readonly KeptLeg[]): ReportedCycle {
  const { id, phase, round, result, positions, approved, statements } = reading;
  const parties = partiesIn(statements);
  return {
    cycle: id,
    // The report has no word for a cycle that closed without anything to pay.
    state: phase === 'empty' ? 'settled' : phase,
    round: `${round}`,
    ...(result === null ? {} : { result }),
    positions: Object.entries(positions).flatMap(([currency, nodes]) =>
      Object.entries(nodes).map(([node, amount]) => ({ node, currency: currency as CurrencyCode, amount })),
    ),
    signed: [...approved],
    missing: parties.filter((node) => !approved.includes(node)),
    gross: grossOf(statements),
    net: netOf(reading.legs),
    legs: legs.map(reportedLeg),
  };
}

/** What the pairs of the result owe each other before netting. */
function grossOf(statements: readonly Statement[]): ReportedCycle['gross'] {
  const lines = statements.flatMap((statement) => Object.entries(statement.lines));
  return totals(lines.map(([currency, { ab, ba }]) => [currency, BigInt(ab) + BigInt(ba)]));
}

const netOf = (legs: CycleReading['legs']): ReportedCycle['net'] =>
  totals(legs.map(({ currency, amount }) => [currency, BigInt(amount)]));

function totals(amounts: readonly (readonly [string, bigint])[]): ReportedCycle['gross'] {
  const sums = new Map<string, bigint>();
  for (const [currency, minor] of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  return Object.fromEntries([...sums].map(([currency, minor]) => [currency, `${minor}`]));
}

function reportedLeg(kept: KeptLeg): ReportedLeg {
  const { leg, from, to, currency, amount } = kept.record.leg;
  const paid = `${BigInt(amount) - missingOf(kept.record)}`;
  return { leg, from, to, currency: currency as CurrencyCode, amount, paid, state: standingOf(kept) };
}

function standingOf(kept: KeptLeg): ReportedLeg['state'] {
  if (isPaid(kept)) return 'closed';
  const { standing } = kept.record;
  return standing === 'on-time' ? 'open' : standing === 'late' ? 'late' : 'unpaid';
}

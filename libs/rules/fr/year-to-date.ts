import type { PlainDate } from '@passerelle/values';
import type { YearToDate } from '../kit/payslip.js';
import type { RuleRefusal } from '../kit/refusal.js';

/**
 * What the year with one employer has seen so far. Amounts in cents, unless they say otherwise. The contract part
 * starts again with each fixed-term contract, the rest with each year.
 */
export interface Sums {
  /** Pay under the ceilings of the general scheme, and those ceilings in fine units. */
  readonly base: bigint;
  readonly ceiling: bigint;
  /** Pay of the show business under the yearly tranches of Agirc-Arrco. */
  readonly showBase: bigint;
  /** Used of the yearly limit of the flat deduction for expenses. */
  readonly deduction: bigint;
  readonly contract: ContractSums;
}

export interface ContractSums {
  /** Pay, the same before the flat deduction, hours (in 6 000ths) and minimum wage (in 6 000ths of a cent). */
  readonly pay: bigint;
  readonly wage: bigint;
  readonly time: bigint;
  readonly minimumWage: bigint;
  /** General reduction granted so far. */
  readonly reduction: bigint;
  /** Pay charged with the full rates of sickness and family so far. */
  readonly sicknessFull: bigint;
  readonly familyFull: bigint;
  /** Pay whose indemnities at the end of the contract are still to be paid. */
  readonly endIndemnity: bigint;
  readonly leaveIndemnity: bigint;
}

const noContract: ContractSums = {
  pay: 0n,
  wage: 0n,
  time: 0n,
  minimumWage: 0n,
  reduction: 0n,
  sicknessFull: 0n,
  familyFull: 0n,
  endIndemnity: 0n,
  leaveIndemnity: 0n,
};

const nothing: Sums = { base: 0n, ceiling: 0n, showBase: 0n, deduction: 0n, contract: noContract };

/** The sums before this payslip. A refusal when they are those of another year. */
export function sumsBefore(
  state: YearToDate | undefined,
  date: PlainDate,
  startsContract: boolean,
): Sums | RuleRefusal {
  if (state === undefined || state['year'] === undefined) return nothing;
  if (!date.startsWith(state['year'])) return otherYear(state['year'], date);
  const sum = (name: string): bigint => {
    const text = state[name];
    return text === undefined ? 0n : BigInt(text);
  };
  return {
    base: sum('base'),
    ceiling: sum('ceiling'),
    showBase: sum('showBase'),
    deduction: sum('deduction'),
    contract: startsContract
      ? noContract
      : {
          pay: sum('pay'),
          wage: sum('wage'),
          time: sum('time'),
          minimumWage: sum('minimumWage'),
          reduction: sum('reduction'),
          sicknessFull: sum('sicknessFull'),
          familyFull: sum('familyFull'),
          endIndemnity: sum('endIndemnity'),
          leaveIndemnity: sum('leaveIndemnity'),
        },
  };
}

/** The state to keep with the payslip. */
export const stateOf = (date: PlainDate, { base, ceiling, showBase, deduction, contract }: Sums): YearToDate => ({
  year: date.slice(0, 4),
  base: base.toString(),
  ceiling: ceiling.toString(),
  showBase: showBase.toString(),
  deduction: deduction.toString(),
  pay: contract.pay.toString(),
  wage: contract.wage.toString(),
  time: contract.time.toString(),
  minimumWage: contract.minimumWage.toString(),
  reduction: contract.reduction.toString(),
  sicknessFull: contract.sicknessFull.toString(),
  familyFull: contract.familyFull.toString(),
  endIndemnity: contract.endIndemnity.toString(),
  leaveIndemnity: contract.leaveIndemnity.toString(),
});

const otherYear = (year: string, date: PlainDate): RuleRefusal => ({
  kind: 'impossible-facts',
  rule: 'fr.year-to-date',
  date,
  field: 'yearToDate',
  detail: `The sums are those of ${year}, the pay is of ${date}.`,
  remedy: 'Start each year without sums; only the first payslip of a person and employer in a year has none.',
});

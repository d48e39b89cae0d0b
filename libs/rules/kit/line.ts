import { type CurrencyCode, Money, type Rate } from '@passerelle/values';
import type { AppliedFigure, LineGroup, Payslip, PayslipLine, YearToDate } from './payslip.js';
import type { LawReference, Scheme } from './scheme.js';
import type { Country } from './country.js';
import type { Words } from './words.js';

/** Everything of a line that does not depend on the pay: made once for each day of law, shared by all its lines. */
export interface LineKind {
  readonly id: string;
  readonly localName: string;
  readonly group: LineGroup;
  readonly currency: CurrencyCode;
  readonly figures: readonly AppliedFigure[];
  readonly law: LawReference;
  readonly words: Words;
  readonly workerRate: Rate | null;
  readonly employerRate: Rate | null;
}

/** What one kind of line adds to its scheme. `id`, `localName` and `words` only where one scheme makes several lines. */
export interface LineShape {
  readonly group: LineGroup;
  readonly currency: CurrencyCode;
  readonly figures: readonly AppliedFigure[];
  readonly workerRate?: Rate;
  readonly employerRate?: Rate;
  readonly id?: string;
  readonly localName?: string;
  readonly words?: Words;
}

/** Throws RangeError when the line would name no figure: an amount without a source is not explained. */
export function lineKind(of: Scheme, shape: LineShape): LineKind {
  if (shape.figures.length === 0) throw new RangeError(`a line of ${of.id} names no figure and so no source`);
  return {
    id: shape.id ?? of.id,
    localName: shape.localName ?? of.localName,
    group: shape.group,
    currency: shape.currency,
    figures: shape.figures,
    law: of.law,
    words: shape.words ?? of.words,
    workerRate: shape.workerRate ?? null,
    employerRate: shape.employerRate ?? null,
  };
}

/** A line that touches the worker's pay only. Amounts in minor units, signed as `PayslipLine` says. */
export const workerLine = (kind: LineKind, base: bigint | null, amount: bigint): PayslipLine =>
  line(kind, base, amount, null);

/** A line that touches the employer's cost only. */
export const employerLine = (kind: LineKind, base: bigint | null, amount: bigint): PayslipLine =>
  line(kind, base, null, amount);

/** A line with both sides, such as gross pay or a pension paid by both. */
export const sharedLine = (kind: LineKind, base: bigint | null, worker: bigint, employer: bigint): PayslipLine =>
  line(kind, base, worker, employer);

function line(kind: LineKind, base: bigint | null, worker: bigint | null, employer: bigint | null): PayslipLine {
  const { currency } = kind;
  return {
    id: kind.id,
    localName: kind.localName,
    group: kind.group,
    base: base === null ? null : new Money(base, currency),
    worker: worker === null ? null : { rate: kind.workerRate, amount: new Money(worker, currency) },
    employer: employer === null ? null : { rate: kind.employerRate, amount: new Money(employer, currency) },
    figures: kind.figures,
    law: kind.law,
    words: kind.words,
  };
}

/** A payslip from its lines: net and cost are their sums, never computed beside them. Amounts in minor units. */
export function payslipOf(
  country: Pick<Country, 'code' | 'version' | 'currency'>,
  gross: bigint,
  taxable: bigint,
  lines: readonly PayslipLine[],
  yearToDate: YearToDate,
): Payslip {
  let net = 0n;
  let cost = 0n;
  for (const { worker, employer } of lines) {
    if (worker !== null) net += worker.amount.minor;
    if (employer !== null) cost += employer.amount.minor;
  }
  const { currency } = country;
  return {
    country: country.code,
    version: country.version,
    currency,
    gross: new Money(gross, currency),
    taxable: new Money(taxable, currency),
    net: new Money(net, currency),
    cost: new Money(cost, currency),
    lines,
    yearToDate,
  };
}

import { identifiersOf } from '@passerelle/formats';
import { type Payslip, type PayslipLine, type Said, countryOf } from '@passerelle/rules';
import { type CountryCode, Money, type PlainDate, monthOf } from '@passerelle/values';

/** What the cooperative knows for a declaration without asking anybody. */
export interface Known {
  /** Of the declaration itself, by which the authority tells it from others about the same worker and period. */
  readonly number: number;
  readonly employer: { readonly vatNumber: string; readonly country: CountryCode };
  readonly worker: { readonly name: string };
  /** An employment that begins has no last day yet, and no days. */
  readonly work: { readonly first: PlainDate; readonly last: PlainDate | null; readonly days: number | null };
  /** Null before there is a payslip. */
  readonly pay: Pay | null;
  /** Of a cancellation: the number of the receipt under which the authority accepted what it takes back. */
  readonly announcedAs?: string | null;
  /** The month or quarter that is declared. */
  readonly period: { readonly first: PlainDate };
}

/** The amounts of one or more payslips that authorities ask for, all of them zero or more. */
export interface Pay {
  readonly gross: Money;
  readonly net: Money;
  readonly tax: Money;
  /** Contributions of both sides. */
  readonly social: Money;
}

/** What is known, by the names of the fields. A field that is not here is for a person to say; nothing is guessed. */
export const saidOf = ({ number, employer, worker, work, pay, period, announcedAs = null }: Known): Said => ({
  'declaration.number': String(number),
  'employer.number': employerNumber(employer),
  'worker.name': worker.name,
  'work.first': work.first,
  'work.last': work.last,
  'work.days': work.days === null ? null : String(work.days),
  'announced.reference': announcedAs,
  'period.first': period.first,
  'period.month': monthOf(period.first),
  ...(pay && { 'pay.gross': pay.gross, 'pay.net': pay.net, 'pay.tax': pay.tax, 'pay.social': pay.social }),
});

function employerNumber({ vatNumber, country }: Known['employer']): string | null {
  const numbers = identifiersOf(vatNumber);
  const register = numbers.ok ? numbers.value.legalId : null;
  return (register && countryOf(country)?.employerNumber(register.value)) ?? null;
}

/** The amounts of a payslip as authorities ask for them. */
export function payOf({ gross, net, currency, lines }: Payslip): Pay {
  const held = (group: PayslipLine['group']): Money =>
    total(lines, (line) => (line.group === group ? (line.worker?.amount ?? null) : null), currency).negated();
  const owed = total(
    lines,
    (line) => (line.group === 'employer_social' ? (line.employer?.amount ?? null) : null),
    currency,
  );
  return { gross, net, tax: held('tax'), social: held('worker_social').plus(owed) };
}

/** The amounts of payslips of one currency together; at least one. */
export const paySum = (payslips: readonly Payslip[]): Pay =>
  payslips.map(payOf).reduce((sum, { gross, net, tax, social }) => ({
    gross: sum.gross.plus(gross),
    net: sum.net.plus(net),
    tax: sum.tax.plus(tax),
    social: sum.social.plus(social),
  }));

const total = (
  lines: readonly PayslipLine[],
  part: (line: PayslipLine) => Money | null,
  currency: Money['currency'],
): Money => lines.reduce((sum, line) => sum.plus(part(line) ?? Money.zero(currency)), Money.zero(currency));

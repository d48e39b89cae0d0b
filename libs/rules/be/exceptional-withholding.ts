import { type PlainDate, type Rate, dated, ended, percent } from '@passerelle/values';
import { factor, halfUp } from '../kit/exact.js';
import { act, scheme } from '../kit/scheme.js';
import { cents } from './amounts.js';

export type ExceptionalPayment = 'holiday-pay' | 'other';

/** Up to a yearly normal taxable pay (included), what is withheld on the payment. */
interface Row {
  readonly upTo: bigint | null;
  readonly rates: Readonly<Record<ExceptionalPayment, Rate>>;
}

const percents: readonly (readonly [string, string])[] = [
  ['0', '0'],
  ['19.17', '23.22'],
  ['21.20', '25.23'],
  ['26.25', '30.28'],
  ['31.30', '35.33'],
  ['34.33', '38.36'],
  ['36.34', '40.38'],
  ['39.37', '43.41'],
  ['42.39', '46.44'],
  ['47.44', '51.48'],
  ['53.50', '53.50'],
];

const scaleUpTo = (...limits: readonly string[]): readonly Row[] =>
  percents.map(([holiday, other], index) => {
    const limit = limits[index];
    return {
      upTo: limit === undefined ? null : cents(limit),
      rates: { 'holiday-pay': percent(holiday), other: percent(other) },
    };
  });

/** For one child to five and more: what part of the tax is not withheld, up to which yearly normal pay. */
interface ChildReduction {
  readonly share: Rate;
  readonly upTo: bigint;
}

const childReductions = (...limits: readonly string[]): readonly ChildReduction[] =>
  ['7.5', '20', '35', '55', '75'].map((share, index) => ({ share: percent(share), upTo: cents(limits[index]!) }));

/** The payment is exempt up to this limit less the yearly normal pay, by children. */
interface ChildExemption {
  readonly limits: readonly bigint[];
  readonly eachMore: bigint;
}

/** Withholding on exceptional payments, holiday pay and premiums, by the yearly normal taxable pay. */
export const exceptionalWithholding = scheme({
  id: 'be.exceptional-withholding',
  localName: 'Exceptionele vergoedingen / Allocations exceptionnelles',
  law: act('RD/CIR 92, Annex III', 'no. 53'),
  words: {
    en: 'Withholding tax on exceptional payments',
    fr: 'Précompte professionnel sur allocations exceptionnelles',
    nl: 'Bedrijfsvoorheffing op exceptionele vergoedingen',
    sv: 'Skatteavdrag på engångsbelopp',
    de: 'Berufssteuervorabzug auf außergewöhnliche Vergütungen',
  },
  scale: dated(
    'be.exceptional-withholding.scale',
    [
      '2025-01-01',
      scaleUpTo('10415', '13330', '16960', '20340', '23020', '25710', '31070', '33810', '44770', '58460'),
      'Securex, holiday pay and exceptional payments 2025',
    ],
    [
      '2026-01-01',
      scaleUpTo('10675', '13660', '17375', '20840', '23580', '26340', '31830', '34640', '45860', '59900'),
      'RD of 11 December 2025, no. 53',
    ],
    ['2027-01-01', ended, 'the annex is made anew each year'],
  ),
  childExemption: dated<ChildExemption>(
    'be.exceptional-withholding.child-exemption',
    [
      '2025-01-01',
      { limits: ['18400', '21930', '28270', '35330', '42390'].map(cents), eachMore: cents('7060') },
      'Securex, holiday pay and exceptional payments 2025',
    ],
    [
      '2026-01-01',
      { limits: ['18858', '22470', '28960', '36200'].map(cents), eachMore: cents('7240') },
      'social secretariats, 2026',
      'secondary',
    ],
    ['2027-01-01', ended, 'the annex is made anew each year'],
  ),
  childReduction: dated(
    'be.exceptional-withholding.child-reduction',
    [
      '2025-01-01',
      childReductions('28245', '28245', '31070', '36720', '39550'),
      'Securex, holiday pay and exceptional payments 2025',
    ],
    [
      '2026-01-01',
      childReductions('28940', '28940', '31835', '37625', '40520'),
      'social secretariats, 2026',
      'secondary',
    ],
    ['2027-01-01', ended, 'the annex is made anew each year'],
  ),
});

/** The rate by yearly normal taxable pay; limits include their own amount. NoValueOnDay outside the known years. */
export function exceptionalRate(payment: ExceptionalPayment, yearlyNormal: bigint, paidOn: PlainDate): Rate {
  const rows = exceptionalWithholding.scale.on(paidOn);
  return rows.find(({ upTo }) => upTo === null || yearlyNormal <= upTo)!.rates[payment];
}

/** The yearly limit under which payments to a parent stay exempt; 0 without children. */
export function childExemptionLimit(children: number, paidOn: PlainDate): bigint {
  if (children === 0) return 0n;
  const { limits, eachMore } = exceptionalWithholding.childExemption.on(paidOn);
  const listed = limits.length;
  return children <= listed ? limits[children - 1]! : limits[listed - 1]! + BigInt(children - listed) * eachMore;
}

/** The reduction for children, or undefined without any. */
export const childReductionFor = (children: number, paidOn: PlainDate): ChildReduction | undefined =>
  children === 0 ? undefined : exceptionalWithholding.childReduction.on(paidOn)[Math.min(children, 5) - 1];

/** The tax withheld on an exceptional payment, in cents. All amounts taxable, after contributions. */
export function exceptionalTax(of: {
  readonly payment: ExceptionalPayment;
  readonly taxable: bigint;
  readonly yearlyNormal: bigint;
  readonly children: number;
  readonly paidOn: PlainDate;
}): bigint {
  const room = childExemptionLimit(of.children, of.paidOn) - of.yearlyNormal;
  const taxed = room <= 0n ? of.taxable : room >= of.taxable ? 0n : of.taxable - room;
  const tax = halfUp(taxed, factor(exceptionalRate(of.payment, of.yearlyNormal, of.paidOn)));
  const reduction = childReductionFor(of.children, of.paidOn);
  if (reduction === undefined || of.yearlyNormal > reduction.upTo) return tax;
  return tax - halfUp(tax, factor(reduction.share));
}

import { type Dated, type Rate, dated, percent, rate } from '@passerelle/values';

const since = '2010-05-01';
const frameworkAgreement = 'Framework agreement on cross-border telework under 883/2004 Art. 16';

/** Longest posting, in months. */
export const postingMonths: Dated<Rate> = dated('coordination.posting.months', [
  since,
  rate('24'),
  'Reg. 883/2004 Art. 12; TCA protocol Art. SSC.11',
]);

/** Months that must pass before a posting counts afresh: same worker, same undertakings, same state. */
export const pauseMonths: Dated<Rate> = dated('coordination.posting.pause-months', [
  since,
  rate('2'),
  'Decision A2 point 3(c), quoted in the Practical Guide',
]);

/** Months for which a self-employed person must have worked at home before the posting. */
export const selfEmployedMonthsBefore: Dated<Rate> = dated('coordination.posting.self-employed-months-before', [
  since,
  rate('2'),
  'Reg. 987/2009 Art. 14(3); two months is the usual yardstick of Decision A2',
  'secondary',
]);

/** From this share of working time or pay on, the work in the residence state is substantial. */
export const substantialShare: Dated<Rate> = dated('coordination.substantial-share', [
  since,
  percent('25'),
  'Reg. 987/2009 Art. 14(8)',
]);

/** Below this share of working time and pay, work is marginal. */
export const marginalShare: Dated<Rate> = dated('coordination.marginal-share', [
  since,
  percent('5'),
  'Practical Guide on the applicable legislation; Reg. 987/2009 Art. 14(5b)',
]);

/** Within this distance of a threshold the share alone decides nothing: it is an indicator in an overall view. */
export const cautionMargin: Dated<Rate> = dated('coordination.caution-margin', [
  since,
  percent('3'),
  'House rule: the shares of 987/2009 Art. 14(8) are indicators',
]);

/** Months ahead over which shares are taken. */
export const outlookMonths: Dated<Rate> = dated('coordination.outlook-months', [
  since,
  rate('12'),
  'Reg. 987/2009 Art. 14(10)',
]);

/** Smallest share of telework at home for which the framework agreement may be asked for. */
export const teleworkFrom: Dated<Rate> = dated('coordination.telework.from', [
  '2023-07-01',
  percent('25'),
  frameworkAgreement,
]);

/** Share of telework at home from which the framework agreement is no longer open. */
export const teleworkBelow: Dated<Rate> = dated('coordination.telework.below', [
  '2023-07-01',
  percent('50'),
  frameworkAgreement,
]);

/** Longest certificate under the telework agreement, in years; it can be renewed. */
export const teleworkCertificateYears: Dated<Rate> = dated('coordination.telework.certificate-years', [
  '2023-07-01',
  rate('3'),
  frameworkAgreement,
  'secondary',
]);

/** Months after which a provisional determination is final unless an institution objects. */
export const objectionMonths: Dated<Rate> = dated('coordination.objection-months', [
  since,
  rate('2'),
  'Reg. 987/2009 Art. 16(3)',
]);

/** Share of turnover at home below which an employer's activity in its seat state is usually doubted. */
export const homeTurnoverPointer: Dated<Rate> = dated('coordination.home-turnover-pointer', [
  since,
  percent('25'),
  'Practical Guide Part I: about a quarter of turnover',
  'secondary',
]);

/** Days in any twelve months up to which only the home state taxes wages (OECD model Art. 15(2)). */
export const taxFreeDays: Dated<number> = dated('coordination.tax.days', [
  since,
  183,
  'OECD model convention Art. 15(2)(a)',
  'to-confirm',
]);

/** Months of posting after which nearly all working conditions of the host hold. */
export const hostTermsMonths: Dated<number> = dated('coordination.posting.host-terms-months', [
  '2020-07-30',
  12,
  'Directive 96/71/EC Art. 3(1a), as amended by 2018/957',
  'secondary',
]);

/** The same after a reasoned notice to the host. */
export const hostTermsMonthsWithNotice: Dated<number> = dated('coordination.posting.host-terms-months-with-notice', [
  '2020-07-30',
  18,
  'Directive 96/71/EC Art. 3(1a), as amended by 2018/957',
  'secondary',
]);

/** Days before the first day of work abroad by which a certificate should be asked for. */
export const a1LeadDays: Dated<number> = dated('coordination.a1.lead-days', [
  since,
  28,
  'House rule of this federation; the law says only "whenever possible in advance" (Reg. 987/2009 Art. 15(1))',
  'to-confirm',
]);

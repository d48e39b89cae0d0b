import { type Rate, dated, percent } from '@passerelle/values';
import { type AppliedFigure, type LineKind, type Scheme, act, lineKind, scheme } from '../kit/index.js';
import { type Deduction, linkedSteps } from './deduction.js';

/** Side income: any employer who is not the main one holds back a flat share. */
export const sideIncomeTax = scheme({
  id: 'se.side-income-tax',
  localName: 'Skatt på sidoinkomst',
  law: act('Skatteförfarandelag (2011:1244)', '11 kap.'),
  words: {
    en: 'Income tax on side income',
    fr: 'Impôt sur le revenu accessoire',
    nl: 'Inkomstenbelasting op bijverdienste',
    sv: 'Skatt på sidoinkomst',
    de: 'Einkommensteuer auf Nebeneinkommen',
  },
  rate: dated<Rate>('se.side-income-tax.rate', ['2024-01-01', percent('30'), 'FAR, Rätt skatt: engångsskatt 2026']),
});

/** A decision of the Tax Agency (jämkning) replaces the table by a percentage. */
export const decisionTax = scheme({
  id: 'se.decision-tax',
  localName: 'Skatt enligt beslut (jämkning)',
  law: act('Skatteförfarandelag (2011:1244)', '11 kap.'),
  words: {
    en: 'Income tax by decision of the Tax Agency',
    fr: 'Impôt sur le revenu selon décision de l’administration',
    nl: 'Inkomstenbelasting volgens beslissing van de belastingdienst',
    sv: 'Skatt enligt Skatteverkets beslut',
    de: 'Einkommensteuer nach Bescheid der Steuerbehörde',
  },
  /** The decision names the percentage; the law only says that whole kronor are held back. */
  rounding: dated<string>('se.decision-tax.rounding', ['2024-01-01', 'whole kronor, öre dropped', 'SFF 22 kap. 1 §']),
});

/** SINK: final tax of people with limited tax liability who have a SINK decision. */
export const sink = scheme({
  id: 'se.sink',
  localName: 'Särskild inkomstskatt (SINK)',
  law: act('Lag (1991:586) om särskild inkomstskatt för utomlands bosatta', '7 §'),
  words: {
    en: 'Final tax for people living abroad (SINK)',
    fr: 'Impôt libératoire des personnes résidant à l’étranger (SINK)',
    nl: 'Eindheffing voor wie in het buitenland woont (SINK)',
    sv: 'Särskild inkomstskatt för utomlands bosatta (SINK)',
    de: 'Abgeltungsteuer für im Ausland Ansässige (SINK)',
  },
  rate: dated<Rate>(
    'se.sink.rate',
    ['2018-01-01', percent('25'), 'Svalner Atlas, Vad är SINK'],
    ['2026-01-01', percent('22.5'), 'Lag (2025:1355); Svalner Atlas, Vad är SINK'],
    ['2027-01-01', percent('20'), 'Lag (2025:1355); Svalner Atlas, Vad är SINK'],
  ),
});

/** A-SINK: final tax of artists and athletes from abroad on what they perform in Sweden. */
export const artistSink = scheme({
  id: 'se.artist-sink',
  localName: 'Artistskatt (A-SINK)',
  law: act('Lag (1991:591) om särskild inkomstskatt för utomlands bosatta artister m.fl.', '9 §'),
  words: {
    en: 'Final tax for artists from abroad (A-SINK)',
    fr: 'Impôt libératoire des artistes venus de l’étranger (A-SINK)',
    nl: 'Eindheffing voor artiesten uit het buitenland (A-SINK)',
    sv: 'Särskild inkomstskatt för utomlands bosatta artister (A-SINK)',
    de: 'Abgeltungsteuer für Künstler aus dem Ausland (A-SINK)',
  },
  rate: dated<Rate>(
    'se.artist-sink.rate',
    ['2024-01-01', percent('15'), 'Skatteverket, Rättslig vägledning 2024.1: 9 § A-SINK'],
    ['2026-01-01', percent('15'), 'Björn Lundén, SINK-skatt (2019)', 'to-confirm'],
  ),
});

/** A pay under this limit, paid at one time, is paid without deduction of A-tax. */
export const smallPayment = scheme({
  id: 'se.small-payment',
  localName: 'Inget skatteavdrag',
  law: act('Skatteförfarandelag (2011:1244)', '10 kap.'),
  words: {
    en: 'No tax held back: the payment is under the limit',
    fr: 'Pas de retenue d’impôt : le paiement est sous la limite',
    nl: 'Geen belasting ingehouden: de betaling ligt onder de grens',
    sv: 'Inget skatteavdrag: utbetalningen ligger under gränsen',
    de: 'Kein Steuerabzug: Die Zahlung liegt unter der Grenze',
  },
  /** In kronor. */
  limit: dated<number>('se.small-payment.limit', ['2024-01-01', 100, 'believed, no source opened yet', 'to-confirm']),
});

/** A share of the exact pay, öre dropped; nothing under `from` öre. Throws RangeError for parts of a per mille. */
export function flatDeduction(rate: Rate, from: bigint): Deduction {
  const perMille = (rate.num * 1000n) / rate.den;
  if (perMille * rate.den !== rate.num * 1000n) throw new RangeError(`${rate.toPercent()} % has more than one decimal`);
  const nothing = { from: 0n, fixed: 0n, perMille: 0n };
  const share = { from, fixed: 0n, perMille };
  const [first, last] = linkedSteps(from > 0n ? [nothing, share] : [share], false);
  return { stepAt: (pay) => (pay >= from ? (last ?? first!) : first!) };
}

/** The line of a tax held back. */
export const taxLine = (of: Scheme, figures: readonly AppliedFigure[], rate?: Rate): LineKind =>
  lineKind(of, { group: 'tax', currency: 'SEK', figures, workerRate: rate });

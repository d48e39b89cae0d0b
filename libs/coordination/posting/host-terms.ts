import { type PlainDate, addDays, addMonths } from '@passerelle/values';
import { hostTermsMonths, hostTermsMonthsWithNotice } from '../parameters.js';
import { type Reason, type Words, reason } from '../words.js';
import type { Stay } from './question.js';
import { daysOf } from './window.js';

/** Which of the host's working conditions hold, and from which day. */
export interface HostTerms {
  /** Pay and core conditions: from the first day (Directive 96/71/EC Art. 3(1)). */
  readonly coreFrom: PlainDate;
  /** Nearly all conditions: from this day, or null when the stay ends before (Art. 3(1a)). */
  readonly nearlyAllFrom: PlainDate | null;
  readonly reasons: readonly Reason[];
}

/**
 * The stay counts on from earlier stays at the same task and place, also of the person who is replaced: their days are put
 * in front of this stay's first day. A reasoned notice to the host moves the limit from 12 to 18 months.
 */
export function hostTerms(
  stay: Stay,
  { earlier, reasonedNotice }: { readonly earlier: readonly Stay[]; readonly reasonedNotice: boolean },
): HostTerms {
  const before = daysOf(earlier.filter(({ host, last }) => host === stay.host && last < stay.first)).length;
  const limit = (reasonedNotice ? hostTermsMonthsWithNotice : hostTermsMonths).on(stay.first);
  const reached = addMonths(addDays(stay.first, -before), limit);
  const from = reached < stay.first ? stay.first : reached;
  const nearlyAllFrom = from <= stay.last ? from : null;
  const core = reason('host-terms-core', words.core, { first: stay.first });
  const later =
    nearlyAllFrom && reason('host-terms-nearly-all', words.nearlyAll, { from: nearlyAllFrom, months: String(limit) });
  return { coreFrom: stay.first, nearlyAllFrom, reasons: later ? [core, later] : [core] };
}

const words: Readonly<Record<'core' | 'nearlyAll', Words>> = {
  core: {
    en: 'The host’s pay and core conditions hold from the first day, {first}.',
    fr: 'Le salaire et les conditions essentielles du pays d’accueil valent dès le premier jour, le {first}.',
    nl: 'Loon en kernvoorwaarden van de gaststaat gelden vanaf de eerste dag, {first}.',
    sv: 'Värdlandets lön och grundvillkor gäller från första dagen, {first}.',
    de: 'Lohn und Kernbedingungen des Gaststaats gelten ab dem ersten Tag, {first}.',
  },
  nearlyAll: {
    en: 'From {from} nearly all conditions of the host hold: {months} months are reached, replaced people counted in.',
    fr: 'Dès le {from}, presque toutes les conditions du pays d’accueil valent : {months} mois sont atteints, personnes remplacées comprises.',
    nl: 'Vanaf {from} gelden bijna alle voorwaarden van de gaststaat: {months} maanden zijn bereikt, vervangen personen meegeteld.',
    sv: 'Från {from} gäller nästan alla villkor i värdlandet: {months} månader har nåtts, ersatta personer inräknade.',
    de: 'Ab {from} gelten fast alle Bedingungen des Gaststaats: {months} Monate sind erreicht, ersetzte Personen mitgezählt.',
  },
};

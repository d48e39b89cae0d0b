import type { Source } from './source.js';

/** A number that is agreed or planned and is no law yet: kept in sight, used by nothing until it is adopted. */
export interface PlannedNumber {
  readonly name: string;
  readonly today: string;
  readonly planned: string;
  /** Always off: a planned number that becomes law moves to the dated parameters and leaves this list. */
  readonly inForce: false;
  readonly source: Source;
}

const agreement: Source = {
  text: 'Provisional agreement of 22 April 2026 on the revision of 883/2004 and 987/2009; not published by 21 November 2026',
  confidence: 'secondary',
};

const planned = (name: string, today: string, soon: string, source: Source = agreement): PlannedNumber => ({
  name,
  today,
  planned: soon,
  inForce: false,
  source,
});

/** The coming change of the regulations; most of it applies 24 months after publication. */
export const reform: readonly PlannedNumber[] = [
  planned('minPriorAffiliationMonths', '1', '3'),
  planned('gapMonths', '2, same state and undertakings', '2, wider'),
  planned(
    'a1ExemptShortWork',
    'none: one day needs an A1',
    'up to 3 working days in 30, not construction; business trips without a service',
  ),
  planned('priorNotificationMandatory', 'whenever possible in advance', 'yes'),
  planned('eDeclarationForPostings', 'national channels', 'one voluntary form through IMI, about 30 fields', {
    text: 'Provisional agreement of 23 June 2026 on a digital declaration for posted workers',
    confidence: 'confirmed',
  }),
];

import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Extra unemployment contribution of employers with ten workers or more, its wage moderation included. */
export const unemploymentContribution = scheme({
  id: 'be.unemployment-contribution',
  localName: 'Bijdrage werkloosheid / Cotisation chômage',
  law: act('Act of 29 June 1981 on the general principles of social security', 'art. 38, § 3'),
  words: {
    en: 'Extra unemployment contribution',
    fr: 'Cotisation chômage supplémentaire',
    nl: 'Bijkomende werkloosheidsbijdrage',
    sv: 'Extra arbetslöshetsavgift',
    de: 'Zusätzlicher Beitrag zur Arbeitslosenversicherung',
  },
  employer: dated('be.unemployment-contribution.employer', [
    '2024-01-01',
    percent('1.69'),
    '1.60 % (NSSO) with its wage moderation, 1.69 % from memory',
    'to-confirm',
  ]),
  fromWorkers: dated('be.unemployment-contribution.from-workers', ['2024-01-01', 10, 'NSSO, extra contribution']),
});

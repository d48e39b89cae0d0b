import { dated, money, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** The employer's main contribution by category; its wage moderation is part of the rate. */
export const employerContribution = scheme({
  id: 'be.employer-contribution',
  localName: 'Werkgeversbijdrage / Cotisation patronale',
  law: act('Act of 29 June 1981 on the general principles of social security', 'art. 38, § 3'),
  words: {
    en: 'Employer’s social security contribution',
    fr: 'Cotisation patronale de sécurité sociale',
    nl: 'Werkgeversbijdrage voor de sociale zekerheid',
    sv: 'Arbetsgivarens socialförsäkringsavgift',
    de: 'Arbeitgeberbeitrag zur sozialen Sicherheit',
  },
  profit: dated('be.employer-contribution.profit', [
    '2018-01-01',
    percent('25.00'),
    'NSSO, kinds of contributions; 19.88 % and 5.12 % wage moderation (VBO/FEB)',
  ]),
  nonProfit: dated('be.employer-contribution.non-profit', [
    '2018-01-01',
    percent('32.40'),
    'NSSO, about 32 %; 24.92 % and 7.48 % wage moderation',
    'secondary',
  ]),
  artist: dated('be.employer-contribution.artist', [
    '2018-01-01',
    percent('25.00'),
    'the rate of the profit sector; that of worker code 046 is not confirmed',
    'to-confirm',
  ]),
  quarterlyCeiling: dated('be.employer-contribution.quarterly-ceiling', [
    '2026-01-01',
    money('86700.00', 'EUR'),
    'RD of 6 October 2025, programme act of 18 July 2025',
    'secondary',
  ]),
});

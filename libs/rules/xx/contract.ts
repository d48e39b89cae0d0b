import { type ContractForm, type Contracts, term } from '../kit/contract.js';
import { act } from '../kit/scheme.js';

const fixedTerm: ContractForm = {
  id: 'xx.fixed-term',
  localName: 'Demokontrakt',
  words: {
    en: 'Contract of employment for a fixed term',
    fr: 'Contrat de travail à durée déterminée',
    nl: 'Arbeidsovereenkomst voor een bepaalde tijd',
    sv: 'Tidsbegränsat anställningsavtal',
    de: 'Befristeter Arbeitsvertrag',
  },
  law: act('Demo Contracts Act', 'art. 1'),
  confidence: 'confirmed',
  isOpenEnded: false,
  terms: [
    term(
      'form',
      {
        en: 'Signed before the work begins.',
        fr: 'Signé avant le début du travail.',
        nl: 'Getekend voor het werk begint.',
        sv: 'Undertecknat innan arbetet börjar.',
        de: 'Unterzeichnet vor Beginn der Arbeit.',
      },
      act('Demo Contracts Act', 'art. 2'),
      'confirmed',
    ),
  ],
};

const byTheMonth: ContractForm = {
  ...fixedTerm,
  id: 'xx.open-ended',
  localName: 'Demokontrakt utan slut',
  words: {
    en: 'Contract of employment without a last day',
    fr: 'Contrat de travail à durée indéterminée',
    nl: 'Arbeidsovereenkomst voor onbepaalde tijd',
    sv: 'Anställningsavtal tills vidare',
    de: 'Unbefristeter Arbeitsvertrag',
  },
  isOpenEnded: true,
};

/** The least a country says: one form for a mission, one by the month, and who receives the contributions. */
export const contracts: Contracts = {
  institution: 'Demo Social Fund',
  agreed: [],
  forms: [fixedTerm, byTheMonth],
  formOf: () => fixedTerm,
  monthlyFormOf: () => byTheMonth,
};

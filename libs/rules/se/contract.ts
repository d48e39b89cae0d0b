import { type ContractForm, type Contracts, act, term } from '../kit/index.js';

const protection = 'Lag (1982:80) om anställningsskydd';

const fixedTerm: ContractForm = {
  id: 'se.fixed-term',
  localName: 'Anställningsavtal, särskild visstidsanställning',
  words: {
    en: 'Contract of employment for a fixed term',
    fr: 'Contrat de travail à durée déterminée',
    nl: 'Arbeidsovereenkomst voor een bepaalde tijd',
    sv: 'Anställningsavtal för särskild visstidsanställning',
    de: 'Befristeter Arbeitsvertrag',
  },
  law: act(protection, '5 §'),
  confidence: 'to-confirm',
  isOpenEnded: false,
  terms: [
    term(
      'form',
      {
        en: 'The employer gives the terms of the employment in writing. This cooperative does so before the work begins.',
        fr: 'L’employeur donne par écrit les conditions de l’emploi. Cette coopérative le fait avant le début du travail.',
        nl: 'De werkgever geeft de voorwaarden van de tewerkstelling schriftelijk. Deze coöperatie doet dat voor het werk begint.',
        sv: 'Arbetsgivaren informerar skriftligt om anställningsvillkoren. Detta kooperativ gör det innan arbetet börjar.',
        de: 'Der Arbeitgeber teilt die Bedingungen der Beschäftigung schriftlich mit. Diese Genossenschaft tut es vor Beginn der Arbeit.',
      },
      act(protection, '6 c §'),
      'to-confirm',
    ),
  ],
};

export const contracts: Contracts = {
  institution: 'Skatteverket',
  agreed: ['pay', 'holidayPay', 'holidayDays'],
  forms: [fixedTerm],
  formOf: () => fixedTerm,
};

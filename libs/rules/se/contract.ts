import { type ContractForm, type Contracts, act, term } from '../kit/index.js';

const protection = 'Lag (1982:80) om anställningsskydd';

const inWriting = term(
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
);

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
  terms: [inWriting],
};

const byTheMonth: ContractForm = {
  id: 'se.open-ended',
  localName: 'Anställningsavtal, tillsvidareanställning',
  words: {
    en: 'Contract of employment without a last day',
    fr: 'Contrat de travail à durée indéterminée',
    nl: 'Arbeidsovereenkomst voor onbepaalde tijd',
    sv: 'Anställningsavtal tills vidare',
    de: 'Unbefristeter Arbeitsvertrag',
  },
  law: act(protection, '4 §'),
  confidence: 'to-confirm',
  isOpenEnded: true,
  terms: [
    inWriting,
    term(
      'notice',
      {
        en: 'Either side gives at least one month’s notice. The employer gives two months from two years of employment on, three from four, four from six, five from eight and six from ten.',
        fr: 'Chaque partie respecte un préavis d’au moins un mois. L’employeur respecte deux mois à partir de deux ans d’emploi, trois à partir de quatre, quatre à partir de six, cinq à partir de huit et six à partir de dix.',
        nl: 'Elke partij geeft minstens één maand opzeg. De werkgever geeft twee maanden vanaf twee jaar dienst, drie vanaf vier, vier vanaf zes, vijf vanaf acht en zes vanaf tien.',
        sv: 'För båda parter gäller en uppsägningstid av minst en månad. Från arbetsgivarens sida är den två månader från två års anställning, tre från fyra, fyra från sex, fem från åtta och sex från tio.',
        de: 'Jede Seite wahrt eine Frist von mindestens einem Monat. Der Arbeitgeber wahrt zwei Monate ab zwei Jahren der Beschäftigung, drei ab vier, vier ab sechs, fünf ab acht und sechs ab zehn.',
      },
      act(protection, '11 §'),
      'secondary',
    ),
  ],
};

export const contracts: Contracts = {
  institution: 'Skatteverket',
  agreed: ['pay', 'holidayPay', 'holidayDays'],
  forms: [fixedTerm, byTheMonth],
  formOf: () => fixedTerm,
  monthlyFormOf: () => byTheMonth,
};

import type { Catalogue } from '../en/index.js';

export const home: Catalogue['home'] = {
  payment: 'Din lön',
  noPayment: 'Ingen lönespecifikation än. Den första kommer efter ditt första uppdrag.',
  why: 'Varför just det beloppet?',
  underWay: 'Pågående uppdrag',
  nothing: 'Inget uppdrag pågår.',
  todo: {
    title: 'Att göra',
    nothing: 'Inget väntar på dig.',
    by: 'senast {{day}}',
    anyDay: 'ingen sista dag',
    sign: 'Skriv under ditt avtal',
    'sign-wage': 'Skriv under avtalet om din månadslön',
    correct: 'Rätta ditt uppdrag',
    'hand-in': 'Lämna in ditt uppdrag',
    join: 'Svara på inbjudan',
    accept: 'Svara på erbjudandet',
    claim: 'Skicka in ditt utlägg',
  },
  news: {
    title: 'Aviseringar',
    answer_one: '{{count}} avisering som du inte har läst.',
    answer_other: '{{count}} aviseringar som du inte har läst.',
    all: 'Alla aviseringar',
    new: 'ny',
  },
  budget: {
    title: 'Budget',
    sum: 'Så räknas det',
    collected: 'Inkommet',
    available: 'Tillgängligt för utlägg',
    lacking: 'Saknas',
    reserved: 'Reserverat',
    planned: 'Planerat',
  },
  account: 'Till kontot som slutar på {{ending}}',
};

import type { Catalogue } from '../en/index.js';

export const home: Catalogue['home'] = {
  payment: 'Uw loon',
  noPayment: 'Nog geen loonfiche. De eerste komt na uw eerste opdracht.',
  why: 'Waarom dit bedrag?',
  underWay: 'Lopende opdrachten',
  nothing: 'Er loopt geen opdracht.',
  todo: {
    title: 'Te doen',
    nothing: 'Er wacht niets op u.',
    by: 'uiterlijk {{day}}',
    anyDay: 'geen uiterste datum',
    sign: 'Uw contract tekenen',
    'sign-wage': 'Het contract van uw maandloon tekenen',
    correct: 'Uw opdracht verbeteren',
    'hand-in': 'Uw opdracht indienen',
    join: 'Op de uitnodiging antwoorden',
    accept: 'Antwoorden op wat u wordt aangeboden',
    claim: 'Uw onkosten indienen',
  },
  news: {
    title: 'Notificaties',
    answer_one: '{{count}} notificatie die u niet hebt gelezen.',
    answer_other: '{{count}} notificaties die u niet hebt gelezen.',
    all: 'Alle notificaties',
    new: 'nieuw',
  },
  budget: {
    title: 'Budget',
    sum: 'Hoe dit tot stand komt',
    collected: 'Ontvangen',
    available: 'Vrij voor onkosten',
    lacking: 'Tekort',
    reserved: 'Gereserveerd',
    planned: 'Gepland',
  },
  account: 'Op de rekening die eindigt op {{ending}}',
};

import type { Catalogue } from '../en/index.js';

export const home: Catalogue['home'] = {
  payment: 'Ihr Lohn',
  noPayment: 'Noch keine Lohnabrechnung. Die erste kommt nach Ihrem ersten Auftrag.',
  why: 'Warum dieser Betrag?',
  underWay: 'Laufende Aufträge',
  nothing: 'Es läuft kein Auftrag.',
  todo: {
    title: 'Zu tun',
    nothing: 'Nichts wartet auf Sie.',
    by: 'bis {{day}}',
    anyDay: 'kein letzter Tag',
    sign: 'Ihren Vertrag unterzeichnen',
    'sign-wage': 'Den Vertrag über Ihren Monatslohn unterzeichnen',
    correct: 'Ihren Auftrag berichtigen',
    'hand-in': 'Ihren Auftrag einreichen',
    join: 'Die Einladung beantworten',
    accept: 'Das Angebot beantworten',
    claim: 'Ihre Auslage einreichen',
  },
  news: {
    title: 'Mitteilungen',
    answer_one: '{{count}} Mitteilung, die Sie nicht gelesen haben.',
    answer_other: '{{count}} Mitteilungen, die Sie nicht gelesen haben.',
    all: 'Alle Mitteilungen',
    new: 'neu',
  },
  budget: {
    title: 'Budget',
    sum: 'Wie das zustande kommt',
    collected: 'Eingegangen',
    available: 'Frei für Auslagen',
    lacking: 'Fehlt',
    reserved: 'Reserviert',
    planned: 'Geplant',
  },
  account: 'Auf das Konto mit der Endung {{ending}}',
};

import { country, dated } from '@passerelle/values';
import type { HostNotice, HostRule, Exemption } from '../rule.js';
import type { WorkKind } from '../question.js';
import { workKinds } from '../question.js';

const source = 'EntsG and notification procedure of Switzerland; from memory';

const listedTrades: readonly WorkKind[] = [
  'construction',
  'hospitality',
  'cleaning',
  'security',
  'prostitution',
  'other-listed-trade',
];

const eightDays: Exemption = {
  rule: 'ch.eight-days',
  work: workKinds.filter((kind) => !listedTrades.includes(kind)),
  limits: [{ most: 8, window: { kind: 'calendar', unit: 'year' } }],
  words: {
    en: 'Switzerland: up to eight days a year outside the listed trades need no notice.',
    fr: 'Suisse : jusqu’à huit jours par an, hors des branches listées, sans annonce.',
    nl: 'Zwitserland: tot acht dagen per jaar buiten de genoemde sectoren, zonder melding.',
    sv: 'Schweiz: upp till åtta dagar per år utanför de listade branscherna kräver ingen anmälan.',
    de: 'Schweiz: bis acht Tage im Jahr außerhalb der aufgeführten Branchen ohne Meldung.',
  },
  source: { text: source, confidence: 'to-confirm' },
};

/** Switzerland: the online notice, eight days before the start. */
export const switzerland: HostRule = {
  host: country('CH'),
  notice: dated<HostNotice>('coordination.posting.ch', [
    '2004-06-01',
    {
      system: 'Meldeverfahren (SEM)',
      url: 'https://www.sem.admin.ch',
      by: 'home',
      byInAgencyWork: 'home',
      daysBefore: 8,
      selfEmployedWork: workKinds,
      exemptions: [eightDays],
      also: [
        {
          key: 'ch.ninety-days',
          words: {
            en: 'At most 90 days a year may be worked on the notice alone.',
            fr: 'L’annonce seule permet au plus 90 jours de travail par an.',
            nl: 'Op de melding alleen mag hoogstens 90 dagen per jaar worden gewerkt.',
            sv: 'Enbart på anmälan får högst 90 dagar per år arbetas.',
            de: 'Allein auf die Meldung hin darf höchstens 90 Tage im Jahr gearbeitet werden.',
          },
        },
      ],
    },
    source,
    'to-confirm',
  ]),
};

import { dated } from '@passerelle/values';
import { type DeclarationForm, type DueRule, fieldsFrom } from '../kit/declarations.js';
import { act } from '../kit/scheme.js';

const invented = 'demo rule, not law';

/** Invented: what the demo country asks before work begins. */
const announcement: DeclarationForm = {
  id: 'xx.announcement',
  localName: 'Avizo',
  words: {
    en: 'Announcement of work',
    fr: 'Annonce de travail',
    nl: 'Aankondiging van werk',
    sv: 'Anmälan om arbete',
    de: 'Ankündigung von Arbeit',
  },
  authority: 'Demo Office',
  law: act('Demo Act', 'art. 1'),
  about: 'engagement',
  due: dated<DueRule>('xx.announcement.due', ['2024-01-01', { kind: 'before-work' }, invented]),
  fields: fieldsFrom(invented, 'confirmed', [
    ['worker.name', 'Nomo', { kind: 'text', longest: 80 }],
    ['work.first', 'Komenco', { kind: 'day' }],
  ]),
};

export const declarations: readonly DeclarationForm[] = [announcement];

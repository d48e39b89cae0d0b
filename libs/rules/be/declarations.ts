import { dated } from '@passerelle/values';
import { type DeclarationForm, type DueRule, type FieldShape, act, fieldsFrom } from '../kit/index.js';
import { publicHolidays } from './calendar.js';

const enterpriseNumber: FieldShape = { kind: 'digits', of: '10' };
const nationalNumber: FieldShape = { kind: 'digits', of: '11' };
const notOpened = 'own knowledge of the instructions of the NSSO; not opened; https://www.socialsecurity.be';
const artists =
  'NSSO, artists; https://www.socialsecurity.be/employer/instructions/dmfa/fr/latest/instructions/persons/specific/artists.html';

/** The immediate declaration of employment: the worker is insured from its acceptance on. */
export const dimona: DeclarationForm = {
  id: 'be.dimona',
  localName: 'Dimona',
  words: {
    en: 'Immediate declaration of employment',
    fr: 'Déclaration immédiate de l’emploi',
    nl: 'Onmiddellijke aangifte van tewerkstelling',
    sv: 'Omedelbar anmälan om anställning',
    de: 'Unmittelbare Beschäftigungsmeldung',
  },
  authority: 'Rijksdienst voor Sociale Zekerheid / Office national de sécurité sociale',
  law: act('Royal Decree of 5 November 2002 on the immediate declaration of employment', 'art. 4'),
  about: 'engagement',
  due: dated<DueRule>('be.dimona.due', ['2024-01-01', { kind: 'before-work' }, notOpened, 'to-confirm']),
  fields: fieldsFrom(notOpened, 'to-confirm', [
    ['employer.number', 'employer.enterpriseNumber', enterpriseNumber],
    ['worker.nationalNumber', 'worker.ssin', nationalNumber],
    ['work.first', 'dimonaIn.startDate', { kind: 'day' }],
    ['work.last', 'dimonaIn.endDate', { kind: 'day' }, 'optional'],
    ['worker.kind', 'dimonaIn.features.workerType', { kind: 'code', codes: ['OTH', 'STU', 'FLX', 'EXT'] }],
    ['employer.jointCommittee', 'dimonaIn.features.jointCommissionNumber', { kind: 'digits', of: '3' }, 'optional'],
  ]),
};

/** Takes back an announcement of work that will not begin, by the number under which it was accepted. */
export const dimonaCancel: DeclarationForm = {
  id: 'be.dimona-cancel',
  localName: 'Dimona CANCEL',
  words: {
    en: 'Cancellation of an announced employment',
    fr: 'Annulation d’un emploi annoncé',
    nl: 'Annulering van een aangekondigde tewerkstelling',
    sv: 'Återkallelse av en anmäld anställning',
    de: 'Stornierung einer gemeldeten Beschäftigung',
  },
  authority: 'Rijksdienst voor Sociale Zekerheid / Office national de sécurité sociale',
  law: act('Royal Decree of 5 November 2002 on the immediate declaration of employment', 'art. 4'),
  about: 'cancellation',
  cancels: dimona.id,
  due: dated<DueRule>('be.dimonaCancel.due', ['2024-01-01', { kind: 'before-work' }, notOpened, 'to-confirm']),
  fields: [
    ...fieldsFrom(notOpened, 'to-confirm', [
      ['employer.number', 'employer.enterpriseNumber', enterpriseNumber],
      ['work.first', 'dimonaPeriod.startDate', { kind: 'day' }, 'optional'],
    ]),
    ...fieldsFrom(
      'https://prato.freshdesk.com/nl/support/solutions/articles/29000029001-con0029-dimonatypes',
      'secondary',
      [['announced.reference', 'dimonaCancel.periodId', { kind: 'text', longest: 40 }]],
    ),
  ],
};

/** The end of an employment that was announced without a last day. */
export const dimonaOut: DeclarationForm = {
  id: 'be.dimona-out',
  localName: 'Dimona OUT',
  words: {
    en: 'Declaration of the end of an employment',
    fr: 'Déclaration de fin de l’emploi',
    nl: 'Aangifte van het einde van een tewerkstelling',
    sv: 'Anmälan om att en anställning slutar',
    de: 'Meldung über das Ende der Beschäftigung',
  },
  authority: 'Rijksdienst voor Sociale Zekerheid / Office national de sécurité sociale',
  law: act('Royal Decree of 5 November 2002 on the immediate declaration of employment', 'art. 4'),
  about: 'ending',
  publicHolidays,
  due: dated<DueRule>('be.dimonaOut.due', [
    '2024-01-01',
    { kind: 'working-days-after', days: 1 },
    'NSSO; https://www.zichvestigeninbelgie.be/nl/zakendoen/einde-van-een-arbeidsovereenkomst-melden',
    'secondary',
  ]),
  fields: fieldsFrom(notOpened, 'to-confirm', [
    ['employer.number', 'employer.enterpriseNumber', enterpriseNumber],
    ['worker.nationalNumber', 'worker.ssin', nationalNumber],
    ['work.first', 'dimonaPeriod.startDate', { kind: 'day' }],
    ['work.last', 'dimonaOut.endDate', { kind: 'day' }],
  ]),
};

/** The quarterly declaration of pay and working time, from which contributions and rights are computed. */
export const dmfa: DeclarationForm = {
  id: 'be.dmfa',
  localName: 'DmfA',
  words: {
    en: 'Quarterly declaration of pay and working time',
    fr: 'Déclaration multifonctionnelle trimestrielle',
    nl: 'Multifunctionele kwartaalaangifte',
    sv: 'Kvartalsdeklaration av lön och arbetstid',
    de: 'Multifunktionelle Quartalsmeldung',
  },
  authority: 'Rijksdienst voor Sociale Zekerheid / Office national de sécurité sociale',
  law: act('Act of 27 June 1969 on the social security of workers', 'art. 21'),
  about: 'quarter',
  due: dated<DueRule>('be.dmfa.due', ['2024-01-01', { kind: 'next-month-end' }, notOpened, 'to-confirm']),
  fields: [
    ...fieldsFrom(notOpened, 'to-confirm', [
      ['employer.number', 'CompanyID', enterpriseNumber],
      ['period.first', 'Quarter', { kind: 'day' }],
      ['worker.nationalNumber', 'INSS', nationalNumber],
      ['work.first', 'OccupationStartingDate', { kind: 'day' }],
      ['work.last', 'OccupationEndingDate', { kind: 'day' }],
      ['work.days', 'NbrOfDays', { kind: 'whole' }],
      ['pay.gross', 'Remuneration', { kind: 'amount' }],
      ['pay.social', 'ContributionAmount', { kind: 'amount' }],
    ]),
    ...fieldsFrom(artists, 'secondary', [
      ['worker.category', 'WorkerCode', { kind: 'code', codes: ['015', '495', '046'] }],
      ['pay.kind', 'RemunCode', { kind: 'code', codes: ['1'] }],
    ]),
  ],
};

export const declarations: readonly DeclarationForm[] = [dimona, dimonaCancel, dimonaOut, dmfa];

import { dated } from '@passerelle/values';
import { type DeclarationForm, type DueRule, act, fieldsFrom } from '../kit/index.js';

const fields =
  'open-source generators that cite the technical description of the Tax Agency; validate against its schema; https://www.skatteverket.se';
const splitDates = 'the 12th read at a publisher, the 17th from memory; https://www.skatteverket.se';

/** The employer declaration on individual level; amounts are whole kronor. A file is not a filing: it must be signed. */
export const agi: DeclarationForm = {
  id: 'se.agi',
  localName: 'AGI',
  words: {
    en: 'Employer declaration for each worker',
    fr: 'Déclaration d’employeur par travailleur',
    nl: 'Werkgeversaangifte per werknemer',
    sv: 'Arbetsgivardeklaration på individnivå',
    de: 'Arbeitgebermeldung je beschäftigter Person',
  },
  authority: 'Skatteverket',
  law: act('Skatteförfarandelagen (2011:1244)', '26 kap.'),
  about: 'month',
  due: dated<DueRule>('se.agi.due', [
    '2024-01-01',
    { kind: 'next-month-on', day: 12, except: { '01': 17, '08': 17 } },
    splitDates,
    'to-confirm',
  ]),
  fields: fieldsFrom(fields, 'secondary', [
    ['employer.number', '201 AgRegistreradId', { kind: 'digits', of: '12' }],
    ['worker.nationalNumber', '215 BetalningsmottagarId', { kind: 'digits', of: '12' }],
    ['period.month', '006 RedovisningsPeriod', { kind: 'month' }],
    ['declaration.number', '570 Specifikationsnummer', { kind: 'whole' }],
    ['pay.tax', '001 AvdrPrelSkatt', { kind: 'whole' }],
    ['pay.gross', '011 KontantErsattningUlagAG', { kind: 'whole' }],
  ]),
};

export const declarations: readonly DeclarationForm[] = [agi];

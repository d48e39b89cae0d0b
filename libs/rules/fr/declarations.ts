import { dated } from '@passerelle/values';
import { type DeclarationForm, type DueRule, type FieldShape, act, fieldsFrom } from '../kit/index.js';
import { publicHolidays } from './public-holidays.js';

const siret: FieldShape = { kind: 'digits', of: '14' };
const nir: FieldShape = { kind: 'digits', of: '13' };
const name: FieldShape = { kind: 'text', longest: 80 };
const dpaeText = 'Youtips, DPAE; https://www.youtips.com/glossaire/intermittent-du-spectacle-en-france/dpae/';
const aemText = 'Unédic circular 2018-04; https://www.movinmotion.com/blog/actualites-intermittents/cest-quoi-une-aem/';
const fctuText = 'Formule Paie; https://formulepaie.fr/fctu-definition-et-usages';
const notOpened = 'own knowledge of the technical book of the DSN; not opened; https://www.net-entreprises.fr';

/** The declaration before hiring: one for each contract, even of one day. */
export const dpae: DeclarationForm = {
  id: 'fr.dpae',
  localName: 'DPAE',
  words: {
    en: 'Declaration before hiring',
    fr: 'Déclaration préalable à l’embauche',
    nl: 'Aangifte vóór indienstneming',
    sv: 'Anmälan före anställning',
    de: 'Meldung vor der Einstellung',
  },
  authority: 'Urssaf',
  law: act('Code du travail', 'art. L1221-10'),
  about: 'engagement',
  // As read at https://new-works.fr/?p=399, not at the authority.
  notBegun: {
    en: 'A DPAE cannot be cancelled: it says that somebody was to be hired, and nothing follows from it when she is not. Keep its receipt with the proof that the work was called off, and hand in a new one if it is agreed again. To be confirmed with Urssaf.',
    fr: 'Une DPAE ne s’annule pas : elle dit l’intention d’embaucher, et rien n’en découle si l’embauche n’a pas lieu. Gardez son accusé de réception avec la preuve que le travail a été annulé, et faites-en une nouvelle s’il est convenu à nouveau. À confirmer auprès de l’Urssaf.',
    nl: 'Een DPAE kan niet worden geannuleerd: ze zegt dat iemand zou worden aangeworven, en er volgt niets uit als dat niet gebeurt. Bewaar het ontvangstbewijs met het bewijs dat het werk werd afgezegd, en doe een nieuwe als het opnieuw wordt afgesproken. Te bevestigen bij Urssaf.',
    sv: 'En DPAE kan inte återkallas: den säger att någon skulle anställas, och inget följer av den om det inte sker. Spara kvittensen med beviset på att arbetet ställdes in, och lämna en ny om det avtalas på nytt. Ska bekräftas med Urssaf.',
    de: 'Eine DPAE lässt sich nicht stornieren: Sie sagt, dass jemand eingestellt werden sollte, und nichts folgt daraus, wenn es nicht dazu kommt. Bewahren Sie die Empfangsbestätigung mit dem Nachweis der Absage auf, und geben Sie eine neue ab, wenn die Arbeit neu vereinbart wird. Mit der Urssaf zu bestätigen.',
  },
  due: dated<DueRule>('fr.dpae.due', ['2024-01-01', { kind: 'before-work' }, dpaeText, 'secondary']),
  fields: fieldsFrom(dpaeText, 'secondary', [
    ['employer.number', 'SIRET', siret],
    ['worker.nationalNumber', 'NIR', nir],
    ['worker.name', 'Nom et prénom', name],
    ['worker.bornOn', 'Date de naissance', { kind: 'day' }],
    ['work.first', 'Date d’embauche', { kind: 'day' }],
    ['work.hour', 'Heure d’embauche', { kind: 'digits', of: '4' }],
    ['work.last', 'Date de fin de contrat', { kind: 'day' }, 'optional'],
  ]),
};

/** The end of an employment that was announced without a last day; for artists and technicians the AEM says it. */
export const fctu: DeclarationForm = {
  id: 'fr.fctu',
  localName: 'FCTU',
  words: {
    en: 'Report of the end of an employment contract',
    fr: 'Signalement de fin de contrat de travail unique',
    nl: 'Melding van het einde van een arbeidsovereenkomst',
    sv: 'Anmälan om att ett anställningsavtal slutar',
    de: 'Meldung über das Ende eines Arbeitsvertrags',
  },
  authority: 'GIP-MDS (net-entreprises)',
  law: act('Code de la sécurité sociale', 'art. R133-14'),
  about: 'ending',
  notFor: { fact: 'status', among: ['artist', 'technician'] },
  publicHolidays,
  due: dated<DueRule>('fr.fctu.due', ['2024-01-01', { kind: 'working-days-after', days: 5 }, fctuText, 'secondary']),
  fields: fieldsFrom(notOpened, 'to-confirm', [
    ['employer.number', 'S21.G00.11.001', siret],
    ['worker.nationalNumber', 'S21.G00.30.001', nir],
    ['worker.name', 'S21.G00.30.002', name],
    ['work.first', 'S21.G00.40.001', { kind: 'day' }],
    ['work.last', 'S21.G00.62.001', { kind: 'day' }],
    ['ending.reason', 'S21.G00.62.002', { kind: 'digits', of: '3' }],
  ]),
};

/** The monthly declaration to all funds, with withholding tax. */
export const dsn: DeclarationForm = {
  id: 'fr.dsn',
  localName: 'DSN',
  words: {
    en: 'Monthly declaration of pay to all funds',
    fr: 'Déclaration sociale nominative',
    nl: 'Maandelijkse loonaangifte bij alle kassen',
    sv: 'Månatlig lönedeklaration till alla kassor',
    de: 'Monatliche Lohnmeldung an alle Kassen',
  },
  authority: 'GIP-MDS (net-entreprises)',
  law: act('Code de la sécurité sociale', 'art. L133-5-3'),
  about: 'month',
  due: dated<DueRule>('fr.dsn.due', ['2024-01-01', { kind: 'next-month-on', day: 15 }, notOpened, 'to-confirm']),
  fields: fieldsFrom(notOpened, 'to-confirm', [
    ['employer.number', 'S21.G00.11.001', siret],
    ['period.month', 'S20.G00.05.005', { kind: 'month' }],
    ['worker.nationalNumber', 'S21.G00.30.001', nir],
    ['worker.name', 'S21.G00.30.002', name],
    ['work.first', 'S21.G00.40.001', { kind: 'day' }],
    ['work.last', 'S21.G00.40.010', { kind: 'day' }, 'optional'],
    ['pay.gross', 'S21.G00.51.013', { kind: 'amount' }],
    ['pay.net', 'S21.G00.50.004', { kind: 'amount' }],
    ['pay.tax', 'S21.G00.50.009', { kind: 'amount' }],
  ]),
};

/** The employer’s monthly statement for artists and technicians, which opens their unemployment rights. */
export const aem: DeclarationForm = {
  id: 'fr.aem',
  localName: 'AEM',
  words: {
    en: 'Monthly statement for artists and technicians',
    fr: 'Attestation employeur mensuelle',
    nl: 'Maandelijks werkgeversattest voor artiesten en technici',
    sv: 'Månadsintyg för artister och tekniker',
    de: 'Monatliche Bescheinigung für Künstler und Techniker',
  },
  authority: 'France Travail spectacle',
  law: act('Unédic, annexes VIII et X', 'circulaire 2018-04'),
  about: 'pay',
  onlyFor: { fact: 'status', among: ['artist', 'technician'] },
  // It is due before the 15th, so that the 14th is the last day in time.
  due: dated<DueRule>('fr.aem.due', ['2024-01-01', { kind: 'next-month-on', day: 14 }, aemText, 'secondary']),
  fields: fieldsFrom(aemText, 'secondary', [
    ['employer.number', 'SIRET', siret],
    ['worker.nationalNumber', 'NIR', nir],
    ['worker.name', 'Nom et prénom', name],
    ['production.number', 'Numéro d’objet', { kind: 'text', longest: 20 }],
    ['declaration.kind', 'Type', { kind: 'code', codes: ['initiale', 'complémentaire', 'rectificative'] }],
    ['work.first', 'Début du contrat', { kind: 'day' }],
    ['work.last', 'Fin du contrat', { kind: 'day' }, 'optional'],
    ['work.days', 'Jours travaillés', { kind: 'whole' }],
    ['work.hours', 'Heures', { kind: 'whole' }, 'optional'],
    ['work.cachets', 'Cachets', { kind: 'whole' }, 'optional'],
    ['pay.gross', 'Salaire brut', { kind: 'amount' }],
  ]),
};

export const declarations: readonly DeclarationForm[] = [dpae, fctu, dsn, aem];

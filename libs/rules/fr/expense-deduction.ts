import { dated, ended, money, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

const source = "BOSS, frais professionnels, chapter 9; Urssaf's public model, modele-social 11.1.0";

/**
 * Flat deduction for professional expenses: an option of the employer with the worker's consent that lowers the base of
 * contributions. It ends in steps until 2032. It may not bring the base under the minimum wage of the hours.
 */
export const expenseDeduction = scheme({
  id: 'fr.expense-deduction',
  localName: 'Déduction forfaitaire spécifique',
  law: act('Arrêté du 20 décembre 2002 relatif aux frais professionnels', 'art. 9'),
  words: {
    en: 'Flat deduction for professional expenses: lowers the base of contributions',
    fr: "Déduction forfaitaire spécifique : réduit l'assiette des cotisations",
    nl: 'Forfaitaire aftrek voor beroepskosten: verlaagt de bijdragebasis',
    sv: 'Schablonavdrag för yrkeskostnader: sänker avgiftsunderlaget',
    de: 'Pauschaler Abzug für Berufskosten: senkt die Beitragsgrundlage',
  },
  /** Dramatic, lyric, cinema and choreographic artists. */
  performers: dated(
    'fr.expense-deduction.performers',
    ['2020-01-01', percent('25'), source],
    ['2024-01-01', percent('23'), source],
    ['2025-01-01', percent('21'), source],
    ['2026-01-01', percent('18'), source],
    ['2027-01-01', percent('15'), source],
    ['2028-01-01', percent('12'), source],
    ['2029-01-01', percent('9'), source],
    ['2030-01-01', percent('6'), source],
    ['2031-01-01', percent('3'), source],
    ['2032-01-01', ended, source],
  ),
  /** Musicians, choristers, conductors, theatre stage managers. */
  musicians: dated(
    'fr.expense-deduction.musicians',
    ['2020-01-01', percent('20'), source],
    ['2024-01-01', percent('19'), source],
    ['2025-01-01', percent('18'), source],
    ['2026-01-01', percent('16'), source],
    ['2027-01-01', percent('14'), source],
    ['2028-01-01', percent('12'), source],
    ['2029-01-01', percent('9'), source],
    ['2030-01-01', percent('6'), source],
    ['2031-01-01', percent('3'), source],
    ['2032-01-01', ended, source],
  ),
  /** Most that is deducted for one employee in a year. */
  limit: dated('fr.expense-deduction.limit', ['2020-01-01', money('7600.00', 'EUR'), source]),
});

import { dated } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Refund of travel between home and work: added to the net, without contributions or tax within the legal limits. */
export const commute = scheme({
  id: 'be.commute',
  localName: 'Woon-werkverkeer / Trajets domicile-travail',
  law: act('CIR 92', 'art. 38, § 1, 9°'),
  words: {
    en: 'Refund of travel to work',
    fr: 'Remboursement des trajets domicile-travail',
    nl: 'Terugbetaling woon-werkverkeer',
    sv: 'Ersättning för resor till arbetet',
    de: 'Fahrtkostenerstattung für den Arbeitsweg',
  },
  refund: dated('be.commute.refund', [
    '2024-01-01',
    'the amount given, which the employer has checked to be tax-free',
    'a fact of the engagement; the limits of the exemption are not checked here',
    'to-confirm',
  ]),
});

import { type Money, type Rate, dated, ended, money, percent } from '@passerelle/values';
import { act, least, scheme } from '../kit/index.js';
import { skv433 } from './amounts.js';

/** Fee for public radio and television. */
export const publicServiceFee = scheme({
  id: 'se.public-service-fee',
  localName: 'Public service-avgift',
  law: act('Lag (2018:1893) om finansiering av radio och TV i allmänhetens tjänst', '2 kap.'),
  words: {
    en: 'Public service fee for radio and television, inside the tax table',
    fr: 'Redevance de l’audiovisuel public, comprise dans la table',
    nl: 'Bijdrage openbare omroep, al in de tabel',
    sv: 'Public service-avgift, ingår i skattetabellen',
    de: 'Rundfunkabgabe, in der Tabelle enthalten',
  },
  rate: dated<Rate>(
    'se.public-service-fee.rate',
    ['2024-01-01', percent('1'), skv433.y2024, 'to-confirm'],
    ['2025-01-01', percent('1'), skv433.y2025],
    ['2026-01-01', percent('1'), skv433.y2026],
    ['2027-01-01', ended, skv433.y2027],
  ),
  most: dated<Money<'SEK'>>(
    'se.public-service-fee.most',
    ['2024-01-01', money('1249', 'SEK'), skv433.y2024, 'to-confirm'],
    ['2025-01-01', money('1249', 'SEK'), skv433.y2025],
    ['2026-01-01', money('1184', 'SEK'), skv433.y2026],
    ['2027-01-01', ended, skv433.y2027],
  ),
});

export interface PublicServiceLimits {
  readonly rate: Rate;
  readonly most: bigint;
}

/** In whole kronor, on taxable income in whole kronor. */
export function publicServiceFeeOn(taxable: bigint, { rate, most }: PublicServiceLimits): bigint {
  return least((taxable * rate.num) / rate.den, most);
}

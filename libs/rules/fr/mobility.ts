import { dated } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { artistShare } from './amounts.js';
import { percentOfText } from './decimals.js';
import { rule } from './rule.js';

/** Mobility levy: the rate of the place of work, from 11 employees. Artists pay 70 % of it. */
export const mobility = rule(
  scheme({
    id: 'fr.mobility',
    localName: 'Versement mobilité',
    law: act('Code général des collectivités territoriales', 'art. L2333-64 et L2333-67'),
    words: {
      en: 'Mobility levy',
      fr: 'Versement mobilité',
      nl: 'Mobiliteitsheffing',
      sv: 'Mobilitetsavgift',
      de: 'Mobilitätsabgabe',
    },
    place: dated('fr.mobility.place', [
      '2024-01-01',
      'rate of the place',
      'published by Urssaf on 1 January and 1 July',
    ]),
  }),
  ({ place }, { date, category, headcount, mobilityRate }) => {
    const whole = percentOfText(mobilityRate);
    if (headcount < 11 || whole.isZero()) return false;
    const value = category === 'artist' ? whole.times(inForce(artistShare, date).value) : whole;
    return { on: 'enlarged', employer: { value, applied: inForce(place, date).applied } };
  },
);

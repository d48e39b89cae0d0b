import { dated } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { remembered } from '../kit/remembered.js';
import { act, scheme } from '../kit/scheme.js';
import { artistShare, leaveFundEnlargement } from './amounts.js';
import { percentOfText } from './decimals.js';
import { enlargement } from './leave-fund.js';
import { charge, rule } from './rule.js';
import type { Charge } from './slip.js';

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
  (scheme, { date, category }) => {
    const { applied } = inForce(scheme.place, date);
    const isShow = category !== 'general';
    const base = isShow ? [inForce(leaveFundEnlargement, date).applied] : [];
    const enlarge = isShow ? enlargement(date) : (wage: bigint): bigint => wage;
    const at = remembered((text: string): Charge => {
      const full = percentOfText(text);
      const value = category === 'artist' ? full.times(inForce(artistShare, date).value) : full;
      return charge(scheme, { employer: { value, applied }, base });
    });
    return ({ facts: { headcount, mobilityRate }, base: whole }, slip) => {
      if (headcount < 11 || mobilityRate === '0') return;
      const own = at(mobilityRate);
      if (own.employer!.twiceNum > 0n) slip.charge(own, enlarge(whole));
    };
  },
);

import { dated, percent } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { ceilingMonth, csgShare, from } from './amounts.js';
import { deathCoverPremium } from './death-cover.js';
import { fineOf } from './fine.js';
import { charge, rule } from './rule.js';

/**
 * CSG and CRDS: held back from the worker on 98.25 % of the pay up to four ceilings, on all of it above, and on the
 * employer's premiums. One part of the CSG lowers the taxable pay; the other and the CRDS do not.
 */
export const csg = rule(
  scheme({
    id: 'fr.csg',
    localName: 'CSG et CRDS',
    law: act('Code de la sécurité sociale ; ordonnance 96-50', 'art. L136-1-1, L136-2, L136-8 ; art. 14, 19'),
    words: {
      en: 'General social contribution (CSG), deductible',
      fr: 'CSG déductible',
      nl: 'Algemene sociale bijdrage (CSG), aftrekbaar',
      sv: 'Allmän socialavgift (CSG), avdragsgill',
      de: 'Allgemeiner Sozialbeitrag (CSG), abziehbar',
    },
    deductible: dated('fr.csg.deductible', ['2018-01-01', percent('6.80'), from.model]),
    taxed: dated('fr.csg.not-deductible', ['2018-01-01', percent('2.40'), from.model]),
    crds: dated('fr.csg.crds', ['1996-02-01', percent('0.50'), from.model]),
    share: csgShare,
  }),
  (scheme, { date, category }) => {
    const base = [inForce(scheme.share, date).applied, inForce(ceilingMonth, date).applied];
    const deductible = charge(scheme, {
      part: 'deductible',
      localName: 'CSG déductible',
      worker: inForce(scheme.deductible, date),
      base,
    });
    const taxed = charge(scheme, {
      part: 'not-deductible',
      localName: 'CSG non déductible',
      worker: inForce(scheme.taxed, date),
      base,
      words: {
        en: 'General social contribution (CSG), not deductible',
        fr: 'CSG non déductible',
        nl: 'Algemene sociale bijdrage (CSG), niet aftrekbaar',
        sv: 'Allmän socialavgift (CSG), ej avdragsgill',
        de: 'Allgemeiner Sozialbeitrag (CSG), nicht abziehbar',
      },
    });
    const crds = charge(scheme, {
      part: 'crds',
      localName: 'CRDS',
      worker: inForce(scheme.crds, date),
      base,
      words: {
        en: 'Contribution to the social debt (CRDS)',
        fr: 'CRDS',
        nl: 'Bijdrage aan de sociale schuld (CRDS)',
        sv: 'Avgift till socialskulden (CRDS)',
        de: 'Beitrag zur Sozialschuld (CRDS)',
      },
    });
    const premium = deathCoverPremium(date, category);
    return (pay, slip) => {
      const { now, correction } = pay.capped.csg;
      const whole = { now: now + fineOf(pay.engagement.health.employer) + premium(pay), correction };
      slip.chargeCapped(deductible, whole);
      slip.addedBack += slip.chargeCapped(taxed, whole) + slip.chargeCapped(crds, whole);
    };
  },
);

import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { csgShare, from } from './amounts.js';
import { type Due, charge, rule } from './rule.js';
import type { Charge } from './slip.js';

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
  (scheme, setting) => {
    const part = (due: Partial<Due>): Charge => charge(scheme, { on: 'csg', ...due }, setting);
    const deductible = part({ worker: scheme.deductible, part: 'deductible', localName: 'CSG déductible' });
    const taxed = part({ worker: scheme.taxed, part: 'not-deductible', ...notDeductible });
    const crds = part({ worker: scheme.crds, part: 'crds', ...ofCrds });
    return ({ bases: { csg: base } }, slip) => {
      const whole = { now: base.now + slip.premiums, correction: base.correction };
      slip.charge(deductible, whole);
      const before = slip.net;
      slip.charge(taxed, whole);
      slip.charge(crds, whole);
      slip.addedBack += before - slip.net;
    };
  },
);

const notDeductible = {
  localName: 'CSG non déductible',
  words: {
    en: 'General social contribution (CSG), not deductible',
    fr: 'CSG non déductible',
    nl: 'Algemene sociale bijdrage (CSG), niet aftrekbaar',
    sv: 'Allmän socialavgift (CSG), ej avdragsgill',
    de: 'Allgemeiner Sozialbeitrag (CSG), nicht abziehbar',
  },
};

const ofCrds = {
  localName: 'CRDS',
  words: {
    en: 'Contribution to the social debt (CRDS)',
    fr: 'CRDS',
    nl: 'Bijdrage aan de sociale schuld (CRDS)',
    sv: 'Avgift till socialskulden (CRDS)',
    de: 'Beitrag zur Sozialschuld (CRDS)',
  },
};

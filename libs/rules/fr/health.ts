import { dated, percent } from '@passerelle/values';
import { inForce } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { fineOf } from './fine.js';
import { plainLine, rule } from './rule.js';

/** Health plan of the company: a premium of the month, at least half of it paid by the employer. */
export const health = rule(
  scheme({
    id: 'fr.health-plan',
    localName: 'Complémentaire santé',
    law: act('Code de la sécurité sociale', 'art. L911-7'),
    words: {
      en: 'Health plan',
      fr: 'Complémentaire santé',
      nl: 'Aanvullende ziekteverzekering',
      sv: 'Kompletterande sjukförsäkring',
      de: 'Zusatzkrankenversicherung',
    },
    leastShare: dated('fr.health-plan.least-share', [
      '2016-01-01',
      percent('50'),
      'believed: at least half is paid by the employer; the premium is in the contract',
      'to-confirm',
    ]),
  }),
  (scheme, { date }) => {
    const line = plainLine(scheme, 'worker_social', [inForce(scheme.leastShare, date).applied]);
    return ({ engagement: { health: premium } }, slip) => {
      const whole = fineOf(premium.worker + premium.employer);
      if (whole === 0n) return;
      slip.write(line, whole, -premium.worker, premium.employer);
      slip.addedBack += premium.employer;
      slip.premiums += fineOf(premium.employer);
    };
  },
);

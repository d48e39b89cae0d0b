import { type PlainDate, type Rate, dated, rate, ratio } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** The multiplier β rises with the part of the quarter that was worked, so that small contracts lose less. */
interface Multiplier {
  readonly from: Rate;
  readonly risingFrom: Rate;
  readonly fullFrom: Rate;
  readonly start: Rate;
  readonly rise: Rate;
}

/** What part of a quarter's reduction is due: μ, the part of the quarter worked, times β. */
export const reductionMultiplier = scheme({
  id: 'be.reduction-multiplier',
  localName: 'µ en β / µ et β',
  law: act('Programme Act (I) of 24 December 2002', 'art. 326 to 331'),
  words: {
    en: 'Part of the quarter worked',
    fr: 'Fraction des prestations du trimestre',
    nl: 'Prestatiebreuk van het kwartaal',
    sv: 'Arbetad del av kvartalet',
    de: 'Leistungsbruch des Quartals',
  },
  multiplier: dated<Multiplier>('be.reduction-multiplier.multiplier', [
    '2023-01-01',
    {
      from: rate('0.275'),
      risingFrom: rate('0.55'),
      fullFrom: rate('0.80'),
      start: rate('1.18'),
      rise: rate('0.28'),
    },
    'Securex, real amount of the reduction, 10 February 2023',
    'secondary',
  ]),
});

/** μ × β on a day: 0 under 27.5 % of the quarter, the whole reduction from 80 %. */
export function dueShare(worked: Rate, on: PlainDate): Rate {
  const law = reductionMultiplier.multiplier.on(on);
  if (isLess(worked, law.from)) return ratio(0n, 1n);
  if (isLess(worked, law.risingFrom)) return worked.times(law.start);
  if (isLess(worked, law.fullFrom)) return worked.times(law.start.plus(worked.minus(law.risingFrom).times(law.rise)));
  return ratio(1n, 1n);
}

const isLess = (a: Rate, b: Rate): boolean => a.num * b.den < b.num * a.den;

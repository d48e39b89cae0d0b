import { type PlainDate, type Rate, Rate as ExactRate, dated, mulDiv, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';
import { minimumIncome as monthly } from './amounts.js';

/** The part of the minimum income due by age: from 18 the whole, for student contracts from 21. */
interface AgeScale {
  readonly upTo16: Rate;
  readonly at17: Rate;
  readonly studentAt18: Rate;
  readonly studentAt19: Rate;
  readonly studentAt20: Rate;
}

/** Guaranteed minimum income: under it no pay is legal, commissions under article 1bis included. */
export const minimumIncome = scheme({
  id: 'be.minimum-income',
  localName: 'GGMMI / RMMMG',
  law: act('Collective agreement no. 43 of 2 May 1988', 'art. 3'),
  words: {
    en: 'Guaranteed minimum income',
    fr: 'Revenu minimum mensuel moyen garanti',
    nl: 'Gewaarborgd gemiddeld minimummaandinkomen',
    sv: 'Garanterad minimiinkomst',
    de: 'Garantiertes Mindesteinkommen',
  },
  monthly,
  byAge: dated<AgeScale>('be.minimum-income.by-age', [
    '2024-01-01',
    {
      upTo16: percent('67'),
      at17: percent('73'),
      studentAt18: percent('79'),
      studentAt19: percent('85'),
      studentAt20: percent('90'),
    },
    'salairesminimums.be, young workers and students, 1 February 2025',
  ]),
});

/** The part of the minimum income that the law guarantees at an age. */
export function minimumShare(age: number, isStudent: boolean, on: PlainDate): Rate {
  const scale = minimumIncome.byAge.on(on);
  if (age <= 16) return scale.upTo16;
  if (age === 17) return scale.at17;
  if (!isStudent || age >= 21) return ExactRate.one;
  return age === 18 ? scale.studentAt18 : age === 19 ? scale.studentAt19 : scale.studentAt20;
}

/** The least monthly pay of a full-time worker of an age, in cents, half up. */
export function minimumMonth(age: number, isStudent: boolean, on: PlainDate): bigint {
  const share = minimumShare(age, isStudent, on);
  return mulDiv(minimumIncome.monthly.on(on).minor, share.num, share.den, 'halfUp');
}

/** The least hourly pay in ten-thousandths of a euro: the month's × 12 ÷ 52 ÷ hours of a full-time week. */
export function minimumHour(monthlyCents: bigint, hoursPerWeek: Rate): bigint {
  return mulDiv(monthlyCents * 100n, 12n * hoursPerWeek.den, 52n * hoursPerWeek.num, 'halfUp');
}

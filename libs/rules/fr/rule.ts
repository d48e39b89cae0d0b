import { type Dated, type PlainDate, Rate } from '@passerelle/values';
import { type InForce, inForce } from '../kit/figures.js';
import { type LineKind, lineKind } from '../kit/line.js';
import type { AppliedFigure, LineGroup } from '../kit/payslip.js';
import type { Scheme } from '../kit/scheme.js';
import type { Words } from '../kit/words.js';
import { artistShare } from './amounts.js';
import type { Category } from './engagement.js';
import { fineFactor } from './fine.js';
import type { Pay } from './pay.js';
import type { Charge, Slip } from './slip.js';

/** What a rule is asked for once, before it is applied to many pays: a day of law and a category. */
export interface Setting {
  readonly date: PlainDate;
  readonly category: Category;
}

/** A rule with the figures of one day: writes its lines for one pay. */
export type Settled = (pay: Pay, slip: Slip) => void;

/** A rule of the country: what it says of itself, and how it settles for one day and category. */
export interface Rule extends Scheme {
  settle(setting: Setting): Settled;
}

/** Joins a scheme and its formula, so that the rule is read from top to bottom in one file. */
export const rule = <S extends Scheme>(scheme: S, settle: (scheme: S, setting: Setting) => Settled): S & Rule => ({
  ...scheme,
  settle: (setting) => settle(scheme, setting),
});

/** A rule that is one rate of the employer's on one base. Where the base is zero nothing is due. */
export const employerRule = <S extends Scheme & { readonly employer: Dated<Rate> }>(
  scheme: S,
  baseOf: (pay: Pay) => bigint,
): S & Rule =>
  rule(scheme, (own, { date }) => {
    const only = charge(own, { employer: inForce(own.employer, date) });
    return (pay, slip) => void slip.charge(only, baseOf(pay));
  });

/** The two sides of a charge, and what a line of it says beyond its scheme. */
export interface ChargeShape {
  readonly worker?: InForce<Rate>;
  readonly employer?: InForce<Rate>;
  /** Other figures that the base rests on, such as a ceiling. */
  readonly base?: readonly AppliedFigure[];
  readonly part?: string;
  readonly localName?: string;
  readonly words?: Words;
}

/** A charge of a scheme for one day of law. Throws RangeError when it names no figure. */
export function charge(of: Scheme, shape: ChargeShape): Charge {
  const { worker, employer, base = [] } = shape;
  const id = shape.part === undefined ? of.id : `${of.id}.${shape.part}`;
  const { localName = of.localName, words = of.words } = shape;
  const common = {
    group: worker ? 'worker_social' : 'employer_social',
    currency: 'EUR',
    figures: [...[worker, employer].flatMap((side) => side?.applied ?? []), ...base],
    workerRate: worker?.value,
    employerRate: employer?.value,
  } as const;
  return {
    kind: lineKind(of, { ...common, id, localName, words }),
    correction: lineKind(of, {
      ...common,
      id: `${id}.correction`,
      localName: `${localName} (régularisation)`,
      words: correctionWords(words),
    }),
    worker: worker ? fineFactor(worker.value) : null,
    employer: employer ? fineFactor(employer.value) : null,
  };
}

/** A line of a scheme that is no base × rate. */
export const plainLine = (of: Scheme, group: LineGroup, figures: readonly AppliedFigure[], part?: string): LineKind =>
  lineKind(of, { group, currency: 'EUR', figures, id: part && `${of.id}.${part}` });

/** The rate of a day as the category pays it: artists pay 70 % of it, to two decimals of a percent. */
export function rateFor({ date, category }: Setting, figure: Dated<Rate>): InForce<Rate> {
  const ordinary = inForce(figure, date);
  if (category !== 'artist') return ordinary;
  const { value, applied } = ordinary;
  return { value: artistRate(value, date), applied };
}

/** The artists' share of an ordinary rate, rounded half up to two decimals of a percent: 8.55 gives 5.99. */
export function artistRate(ordinary: Rate, date: PlainDate): Rate {
  const { num, den } = ordinary.times(inForce(artistShare, date).value);
  return new Rate((num * 20_000n + den) / (2n * den), 10_000n);
}

const correctionWords = (words: Words): Words => ({
  en: `${words.en}: correction over the year`,
  fr: `${words.fr} : régularisation sur l'année`,
  nl: `${words.nl}: rechtzetting over het jaar`,
  sv: `${words.sv}: rättelse över året`,
  de: `${words.de}: Ausgleich über das Jahr`,
});

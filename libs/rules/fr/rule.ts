import { Dated, type PlainDate, Rate } from '@passerelle/values';
import { type InForce, inForce } from '../kit/figures.js';
import { type LineKind, lineKind } from '../kit/line.js';
import type { AppliedFigure, LineGroup } from '../kit/payslip.js';
import type { Scheme } from '../kit/scheme.js';
import type { Words } from '../kit/words.js';
import { artistShare } from './amounts.js';
import { type Bases, restsOn } from './bases.js';
import { fineFactor } from './fine.js';
import type { Pay } from './pay.js';
import type { Setting } from './setting.js';
import type { Charge, Slip } from './slip.js';

/** Writes the lines of a rule for one pay. */
export type Writer = (pay: Pay, slip: Slip) => void;

type Side = Dated<Rate> | InForce<Rate>;

interface Sides {
  readonly worker?: Side;
  readonly employer?: Side;
}

/** A contribution that is due in a setting: of which base, at which rates, and what its line says beyond its scheme. */
export interface Due extends Sides {
  readonly on: keyof Bases;
  /** Artists pay 70 % of it. */
  readonly isLessForArtists?: boolean;
  readonly part?: string;
  readonly localName?: string;
  readonly words?: Words;
  /** Figures of the line beside its rates and those of its base. */
  readonly figures?: readonly AppliedFigure[];
}

type Answer = Due | Writer | false;

/** A rule of the country: what it says of itself, and what it has written on each pay of a setting. */
export interface Rule extends Scheme {
  writers(setting: Setting): readonly Writer[];
}

/**
 * Joins a scheme and what is due by it, so that the rule is read from top to bottom in one file. A due that names no
 * rate is due at those that the scheme calls `worker` and `employer`.
 */
export const rule = <S extends Scheme & Sides>(
  scheme: S,
  due: (scheme: S, setting: Setting) => Answer | readonly Answer[],
): S & Rule => ({
  ...scheme,
  writers: (setting) =>
    [due(scheme, setting)].flat().flatMap((answer) => {
      if (answer === false) return [];
      return typeof answer === 'function' ? answer : charging(charge(scheme, answer, setting), answer.on);
    }),
});

const charging =
  (made: Charge, on: keyof Bases): Writer =>
  (pay, slip) =>
    slip.charge(made, pay.bases[on]);

/** The charge of what is due by a scheme. Throws RangeError when it names no figure. */
export function charge(of: Scheme & Sides, due: Due, setting: Setting): Charge {
  const { part, localName = of.localName, words = of.words, figures = [] } = due;
  const sides = due.worker || due.employer ? due : of;
  const [worker, employer] = [sides.worker, sides.employer].map((side) => side && rateOf(side, due, setting));
  const base = restsOn[due.on](setting).map((figure) => inForce(figure, setting.date).applied);
  const id = part === undefined ? of.id : `${of.id}.${part}`;
  const common = {
    group: worker ? 'worker_social' : 'employer_social',
    currency: 'EUR',
    figures: [...[worker, employer].flatMap((side) => side?.applied ?? []), ...base, ...figures],
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

function rateOf(side: Side, { isLessForArtists }: Due, { date, category }: Setting): InForce<Rate> {
  const ordinary = side instanceof Dated ? inForce(side, date) : side;
  if (category !== 'artist' || !isLessForArtists) return ordinary;
  return { value: artistRate(ordinary.value, date), applied: ordinary.applied };
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

import type { Dated } from '@passerelle/values';
import * as amounts from './amounts.js';
import type { Setting } from './setting.js';
import type { Base } from './slip.js';

type Figures = readonly Dated<unknown>[];

const month = [amounts.ceilingMonth];
const nothing = (): Figures => [];
const isShow = ({ category }: Setting): boolean => category !== 'general';
const enlargedBy = (setting: Setting): Figures => (isShow(setting) ? [amounts.leaveFundEnlargement] : []);

/** Tranches of the show business rest on the year, those of its executives on the day. */
const tranche = (setting: Setting): Figures =>
  isShow(setting) ? [setting.executive ? amounts.ceilingDay : amounts.ceilingYear] : month;

/** All that contributions are taken of, and the figures on which each rests. `pay.ts` measures a pay against them. */
export const restsOn = {
  /** The gross, and the pay after the flat deduction for expenses: the base of most. */
  gross: nothing,
  pay: nothing,
  /** With the leave that a fund pays: of the mobility levy, of FNAL, of the apprenticeship tax. */
  enlarged: enlargedBy,
  housing: (setting: Setting): Figures => [...month, ...enlargedBy(setting)],
  apprenticeship: (setting: Setting): Figures => (isShow(setting) ? [amounts.apprenticeshipLeaveShare] : []),
  /** Up to one ceiling, to four, and the tranches of Agirc-Arrco. */
  oldAge: ({ isCappedByDay }: Setting): Figures =>
    isCappedByDay ? [amounts.ceilingHour, amounts.artistDayHours] : month,
  unemployment: (): Figures => month,
  tranche1: tranche,
  tranche2: tranche,
  /** The whole pay as soon as it exceeds the ceiling. */
  whole: tranche,
  managers: tranche,
  deathCover: (setting: Setting): Figures => (isShow(setting) ? [amounts.ceilingDay] : month),
  csg: (): Figures => [amounts.csgShare, ...month],
} satisfies Readonly<Record<string, (setting: Setting) => Figures>>;

export type Bases = Readonly<Record<keyof typeof restsOn, Base>>;

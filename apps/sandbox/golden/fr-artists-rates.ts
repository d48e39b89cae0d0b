import { countryOf, frenchValues } from '@passerelle/rules';
import { type PlainDate, Rate } from '@passerelle/values';

/** What each line of a published table is called in the law's folder: its figures, and whether artists pay it at 70 %. */
const lines = {
  sickness: { employer: 'fr.sickness.employer', isReduced: true },
  'sickness, reduced': { employer: 'fr.sickness.reduced', isReduced: true },
  'old age capped': { employer: 'fr.old-age-capped.employer', worker: 'fr.old-age-capped.worker', isReduced: true },
  'old age uncapped': {
    employer: 'fr.old-age-uncapped.employer',
    worker: 'fr.old-age-uncapped.worker',
    isReduced: true,
  },
  family: { employer: 'fr.family.employer', isReduced: true },
  'family, reduced': { employer: 'fr.family.reduced', isReduced: true },
  'housing aid under 50': { employer: 'fr.housing-aid.under-50', isReduced: true },
  'housing aid from 50': { employer: 'fr.housing-aid.from-50', isReduced: true },
  solidarity: { employer: 'fr.solidarity.employer' },
  'social dialogue': { employer: 'fr.social-dialogue.employer' },
  'csg deductible': { worker: 'fr.csg.deductible' },
  'csg not deductible': { worker: 'fr.csg.not-deductible' },
  crds: { worker: 'fr.csg.crds' },
  unemployment: { employer: 'fr.unemployment.show.employer', worker: 'fr.unemployment.show.worker' },
  'unemployment, short contract': { employer: 'fr.unemployment.short-contract' },
  'wage guarantee': { employer: 'fr.wage-guarantee.employer' },
  'retirement T1, artist': {
    employer: 'fr.retirement.artist.tranche-1.employer',
    worker: 'fr.retirement.artist.tranche-1.worker',
  },
  'retirement T1': { employer: 'fr.retirement.show.tranche-1.employer', worker: 'fr.retirement.show.tranche-1.worker' },
  'retirement T2': { employer: 'fr.retirement.show.tranche-2.employer', worker: 'fr.retirement.show.tranche-2.worker' },
  'retirement T2, executive': {
    employer: 'fr.retirement.tranche-2.employer',
    worker: 'fr.retirement.tranche-2.worker',
  },
  'retirement balance T1': {
    employer: 'fr.retirement-balance.tranche-1.employer',
    worker: 'fr.retirement-balance.tranche-1.worker',
  },
  'retirement balance T2': {
    employer: 'fr.retirement-balance.tranche-2.employer',
    worker: 'fr.retirement-balance.tranche-2.worker',
  },
  'technical balance': {
    employer: 'fr.retirement-technical-balance.employer',
    worker: 'fr.retirement-technical-balance.worker',
  },
  'executives employment': { employer: 'fr.managers-employment.employer', worker: 'fr.managers-employment.worker' },
  'death cover': { employer: 'fr.death-cover.show.employer', worker: 'fr.death-cover.show.worker' },
  'death cover, executive': { employer: 'fr.death-cover.show.executive', worker: 'fr.death-cover.show.worker' },
  'leave fund': { employer: 'fr.leave-fund.employer' },
  training: { employer: 'fr.training.afdas' },
  'training by agreement': { employer: 'fr.training.afdas-agreement' },
  'occupational health': { employer: 'fr.occupational-health.employer' },
  'arts activities': { employer: 'fr.arts-activities.employer' },
  'common fund 1285': { employer: 'fr.common-fund.idcc-1285' },
  'common fund 3090': { employer: 'fr.common-fund.idcc-3090' },
  'private activities': { employer: 'fr.private-activities.employer' },
} as const satisfies Readonly<Record<string, ShowLine>>;

interface ShowLine {
  readonly employer?: string;
  readonly worker?: string;
  readonly isReduced?: true;
}

export type ShowLineName = keyof typeof lines;

const figures = new Map(countryOf('FR')!.figures.map((figure) => [figure.name, figure]));

/** The rates of a line in the show business on a day, as the category pays them; zero where a side pays nothing. */
export function showRates(name: ShowLineName, date: PlainDate, isArtist: boolean): { employer: Rate; worker: Rate } {
  const { employer, worker, isReduced }: ShowLine = lines[name];
  const rateOf = (figure: string | undefined): Rate => {
    if (figure === undefined) return Rate.zero;
    const ordinary = figures.get(figure)?.on(date);
    if (!(ordinary instanceof Rate)) throw new TypeError(`${figure} is no rate of the French rules`);
    return isArtist && isReduced ? frenchValues.artistRate(ordinary, date) : ordinary;
  };
  return { employer: rateOf(employer), worker: rateOf(worker) };
}

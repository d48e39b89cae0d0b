import type { PayslipTerms } from '../kit/country.js';
import { ownLaw } from '../kit/law-day.js';
import type { Facts } from './facts.js';

/** Under which rates a person stands: the general ones, the artists' or the technicians' of the show business. */
export type Category = 'general' | 'artist' | 'technician';

/** What the rules are asked for: the law of one day for engagements of one kind, whose pays share what they answer. */
export type Setting = ReturnType<typeof settingOf>;

/** The setting of an engagement: all that decides which rules apply and at which rates, and nothing else. */
export function settingOf({ first, days }: PayslipTerms, facts: Facts, lawDay = ownLaw) {
  const { status, contract, engagementLength: length } = facts;
  const category: Category = status === 'artist' || status === 'technician' ? status : 'general';
  const isShort = length === 'under-five-days' || (length === 'by-days-worked' && days < 5);
  return {
    /** Whose law holds. */
    date: lawDay(first),
    category,
    contract: contract === 'usual' ? (category === 'general' ? 'cdi' : 'cddu') : contract,
    /** Whether the old age is capped day by day: that of an artist engaged for less than five days. */
    isCappedByDay: category === 'artist' && isShort,
    status,
    executive: facts.executive,
    contractLength: facts.contractLength,
    headcount: facts.headcount,
    accidentRate: facts.accidentRate,
    mobilityRate: facts.mobilityRate,
    apprenticeshipTax: facts.apprenticeshipTax,
    apprenticeShare: facts.apprenticeShare,
    convention: facts.convention,
    alsaceMoselle: facts.alsaceMoselle,
  };
}

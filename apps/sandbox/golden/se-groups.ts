import { CannotAnswer } from './answer.js';

/** A group of employer contributions by somebody who is in it. */
export interface ContributionGroup {
  /** Completed years at the start of the year, or the year of birth where the list names it. */
  readonly age: number;
  readonly birthYear?: number;
  readonly isForeign: boolean;
}

/** Groups as published lists name them; the first that fits, so the narrower names stand first. */
const groups: readonly (readonly [named: RegExp, age: number])[] = [
  [/none|exempt|born-?(in-)?(before|until|up-to)-193|1937-(or|and)-(earlier|before|older)|1937$/, 95],
  [/(under|below|up-to|to|23|18)-6\d/, 40],
  [/(youth|young|18|19).*(above|over|excess|exceed|beyond)/, 40],
  [/under-18|below-18|minor|\b15\b/, 16],
  [/youth|young|\bunga?\b|ungdom|\b18\b|\b19\b/, 20],
  [/\b6[5-9]\b|old|elder|senior|pension/, 75],
  [/normal|standard|ordinary|full|general|regular|default|adult|\ball\b/, 40],
];

/** Who stands for a category such as "youth-18-22" or "born 1937 or earlier". */
export function groupCalled(category: string): ContributionGroup {
  const words = category.toLowerCase().replaceAll(/[^a-zåäö0-9]+/g, '-');
  const isForeign = /foreign|utl[aä]nd|establishment|driftst/.test(words);
  const age = isForeign ? 40 : groups.find(([named]) => named.test(words))?.[1];
  const born = /born-(?:in-)?((?:19|20)\d\d)(?!-(?:and-)?(?:or-)?later)/.exec(words)?.[1];
  if (age === undefined && born === undefined)
    throw new CannotAnswer(`no group of employer contributions is called "${category}"`);
  return { age: age ?? 40, birthYear: born === undefined ? undefined : Number(born), isForeign };
}

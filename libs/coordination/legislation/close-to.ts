import type { Rate } from '@passerelle/values';
import { distance, isAtLeast } from '../exact.js';
import { type Words, reason } from '../words.js';
import type { HumanQuestion, Threshold } from './answer.js';

/** Thresholds are indicators inside an overall view: a share within the margin of one is for a person to weigh. */
export function closeTo(
  { share, ...threshold }: Omit<Threshold, 'share'> & { readonly share: Rate | undefined },
  margin: Rate,
): readonly HumanQuestion[] {
  if (share === undefined || !isAtLeast(margin, distance(share, threshold.at))) return [];
  const params = { share: share.toPercent(), at: threshold.at.toPercent() };
  const key = `close-to-${threshold.name}-of-${threshold.of}` as const;
  return [{ threshold: { ...threshold, share }, reason: reason(key, words[threshold.of], params) }];
}

const words: Readonly<Record<Threshold['of'], Words>> = {
  time: {
    en: '{share} % of working time is close to the threshold of {at} %: weigh the whole situation.',
    fr: '{share} % du temps de travail est proche du seuil de {at} % : appréciez la situation dans son ensemble.',
    nl: '{share} % van de arbeidstijd ligt dicht bij de drempel van {at} %: weeg de hele situatie.',
    sv: '{share} % av arbetstiden ligger nära gränsen {at} %: bedöm hela situationen.',
    de: '{share} % der Arbeitszeit liegt nahe an der Schwelle von {at} %: Würdigen Sie die gesamte Lage.',
  },
  pay: {
    en: '{share} % of pay is close to the threshold of {at} %: weigh the whole situation.',
    fr: '{share} % de la rémunération est proche du seuil de {at} % : appréciez la situation dans son ensemble.',
    nl: '{share} % van het loon ligt dicht bij de drempel van {at} %: weeg de hele situatie.',
    sv: '{share} % av lönen ligger nära gränsen {at} %: bedöm hela situationen.',
    de: '{share} % des Entgelts liegt nahe an der Schwelle von {at} %: Würdigen Sie die gesamte Lage.',
  },
};

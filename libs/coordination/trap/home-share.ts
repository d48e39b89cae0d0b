import { type CurrencyCode, type Money, type PlainDate, ratio } from '@passerelle/values';
import { isLess } from '../exact.js';
import { homeTurnoverPointer } from '../parameters.js';
import { reason } from '../words.js';
import type { HomeShare } from './setup.js';
import { trapWords } from './trap-words.js';

/**
 * The share of a cooperative's turnover that it makes at home, in minor units of one currency. Below the pointer its
 * activity at home is usually doubted; that is a hint, not the law. Without turnover there is no share.
 */
export function homeShare<C extends CurrencyCode>(atHome: Money<C>, all: Money<C>, on: PlainDate): HomeShare {
  const pointer = homeTurnoverPointer.on(on);
  if (!all.isPositive()) return { share: null, pointer, belowPointer: false, reasons: [] };
  const share = ratio(atHome.minor, all.minor);
  const belowPointer = isLess(share, pointer);
  const params = { share: percentText(atHome.minor, all.minor), pointer: pointer.toPercent() };
  const key = belowPointer ? 'home-share-low' : 'home-share';
  return { share, pointer, belowPointer, reasons: [reason(key, trapWords[key], params)] };
}

/** Percent with one decimal, cut off: a share of 24.99 % must not read as 25. */
function percentText(part: bigint, whole: bigint): string {
  const thousandths = (part * 1000n) / whole;
  return `${thousandths / 10n}.${thousandths % 10n}`;
}

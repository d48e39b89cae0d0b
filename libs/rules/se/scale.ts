/**
 * One step of a scale as the law writes it: up to so many price base amounts of income, the amount is so many price base
 * amounts, plus so much of the income (above a limit, itself in price base amounts).
 */
export interface Step {
  readonly upTo: string | null;
  readonly baseAmounts: string;
  readonly ofIncome?: string;
  readonly above?: string;
}

/** A step made ready for one year's price base amount. Limits in 1/10 000, amounts in 1/100 000 000 of a krona. */
interface ReadyStep {
  readonly limit: bigint | null;
  readonly fixed: bigint;
  readonly slope: bigint;
}

export type Scale = readonly ReadyStep[];

/** Decimals of the law have at most four places, so a product of two has eight: every amount is a whole number of these. */
export const exactKrona = 100_000_000n;

export function readyScale(steps: readonly Step[], priceBase: bigint): Scale {
  return steps.map(({ upTo, baseAmounts, ofIncome = '0', above = '0' }) => {
    const slope = tenThousandths(ofIncome);
    return {
      limit: upTo === null ? null : tenThousandths(upTo) * priceBase,
      fixed: (tenThousandths(baseAmounts) * 10_000n - slope * tenThousandths(above)) * priceBase,
      slope: slope * 10_000n,
    };
  });
}

/** The exact amount for an income in whole kronor, in 1/100 000 000 of a krona. The last step has no limit. */
export function onScale(scale: Scale, income: bigint): bigint {
  const scaled = income * 10_000n;
  const step = scale.find(({ limit }) => limit === null || scaled <= limit);
  if (step === undefined) throw new RangeError('the last step of a scale has no limit');
  return step.fixed + step.slope * income;
}

/** `'0.3874'` as 3874. Throws RangeError when the text has more than four decimals. */
export function tenThousandths(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) throw new RangeError(`"${text}" is not a decimal with at most four places`);
  return BigInt(match[1]! + match[2]! + (match[3] ?? '').padEnd(4, '0'));
}

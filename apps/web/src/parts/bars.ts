/** A bar between 0 and 1000, in thousandths of the price. */
export interface Bar {
  readonly from: number;
  readonly width: number;
  readonly kind: 'whole' | 'minus' | 'plus';
}

interface Amounted {
  readonly amount: string;
}

/**
 * Where each bar of a waterfall stands: what a line takes hangs from where the one before ended. Lines are what leaves
 * the price, as decimal texts of one currency; a negative one gives back. Widths are for the eye only: amounts beside
 * them are exact.
 */
export function barsOf<L extends Amounted>(
  price: string,
  net: string,
  lines: readonly L[],
): { readonly price: Bar; readonly net: Bar; readonly lines: readonly { readonly line: L; readonly bar: Bar }[] } {
  const whole = Number(price);
  const scale = (amount: number): number => (whole > 0 ? Math.round((amount / whole) * 1000) : 0);
  let left = whole;
  const placed = lines.map((line) => {
    const taken = Math.abs(Number(line.amount));
    const isBack = line.amount.startsWith('-');
    const after = isBack ? left + taken : left - taken;
    const bar: Bar = {
      from: scale(Math.min(left, after)),
      width: scale(taken),
      kind: isBack ? 'plus' : 'minus',
    };
    left = after;
    return { line, bar };
  });
  return {
    price: { from: 0, width: 1000, kind: 'whole' },
    net: { from: 0, width: scale(Number(net)), kind: 'whole' },
    lines: placed,
  };
}

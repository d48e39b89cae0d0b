/** What one measure says: plain figures, each with its unit in its name. */
export type Figures = Readonly<Record<string, unknown>>;

/** The smallest sample that is not exceeded by this share of all samples. */
export function quantile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('there is no quantile of nothing');
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** Three significant digits: more would pretend that a second run says the same. */
export const rounded = (figure: number): number => Number(figure.toPrecision(3));

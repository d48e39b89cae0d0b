import type { YearToDate } from './payslip.js';

/** Whole numbers by their names. */
export type Sums<N extends string> = Readonly<Record<N, bigint>>;

/** The sums that payslips hand on to the next one. They are kept as text, because JSON knows no whole numbers this large. */
export interface RunningSums<N extends string, Span extends string> {
  /** Before the first payslip. */
  readonly nothing: Sums<N>;
  /** What a state says. A sum begins at zero where it is missing, and where its span is over. */
  read(state: YearToDate, isOver: (span: Span) => boolean): Sums<N>;
  /** Whether a state says each of them as a whole number. */
  areIn(state: YearToDate): boolean;
  /** The state to keep: of which month or year it is, and each sum as text. */
  state(of: string, sums: Sums<N>): YearToDate;
}

/** `runningSums('month', { quarterBase: 'quarter', bonus: 'year' })`: what a state is of, and each sum with its span. */
export function runningSums<const N extends string, const Span extends string>(
  period: 'month' | 'year',
  spans: Readonly<Record<N, Span>>,
): RunningSums<N, Span> {
  const names = Object.keys(spans) as N[];
  const each = <T>(value: (name: N) => T): Record<N, T> =>
    Object.fromEntries(names.map((name) => [name, value(name)])) as Record<N, T>;
  const zeros: Readonly<Record<string, string>> = { [period]: '', ...each(() => '0') };
  return {
    nothing: each(() => 0n),
    read: (state, isOver) => each((name) => (isOver(spans[name]) ? 0n : BigInt(state[name] ?? '0'))),
    areIn: (state) => names.every((name) => /^-?\d+$/.test(state[name] ?? '')),
    state: (of, sums) => {
      // Most sums are zero on most payslips, and a copy of zeros is made faster than their texts.
      const state = { ...zeros };
      state[period] = of;
      for (const name in sums) {
        const sum = sums[name];
        if (sum !== 0n) state[name] = sum.toString();
      }
      return state;
    },
  };
}

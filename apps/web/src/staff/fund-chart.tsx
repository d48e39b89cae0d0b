import { type JSX, useMemo } from 'react';
import { useTexts } from '../app/texts.js';
import { SeriesChart } from '../parts/series-chart.js';
import type { FundDay } from './fund-series.js';

/** The fund's money and what it has advanced. The entries below say the same in words. */
export function FundChart({ days }: { readonly days: readonly FundDay[] }): JSX.Element {
  const { say, money, dayText } = useTexts();
  const [first, last] = [days[0]!, days.at(-1)!];
  const drawn = useMemo(
    () => ({
      days: days.map((each) => each.day),
      lines: [
        { name: say('desk.fund.cash'), amounts: days.map(({ cash }) => cash) },
        { name: say('desk.fund.outstanding'), amounts: days.map(({ advanced }) => advanced) },
      ] as const,
    }),
    [days, say],
  );
  const summary = say('desk.fund.series', { from: dayText(first.day), to: dayText(last.day), cash: money(last.cash) });
  return <SeriesChart summary={summary} {...drawn} />;
}

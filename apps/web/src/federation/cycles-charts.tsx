import { type JSX, useMemo } from 'react';
import type { FederationBody } from '../api/federation.js';
import { useTexts } from '../app/texts.js';
import { SeriesChart } from '../parts/series-chart.js';
import { nettedByCurrency } from './netted.js';

/** What netting saved, cycle after cycle; the table below says the same in words. */
export function CyclesCharts({
  cycles,
}: {
  readonly cycles: readonly FederationBody<'CycleSummaryBody'>[];
}): JSX.Element {
  const { say, money } = useTexts();
  const charts = useMemo(
    () =>
      nettedByCurrency(cycles).map(({ currency, days, gross, net, total }) => ({
        currency,
        days,
        total,
        lines: [
          { name: say('federation.cycles.gross'), amounts: gross },
          { name: say('federation.cycles.net'), amounts: net },
        ] as const,
      })),
    [cycles, say],
  );
  return (
    <>
      {charts.map(({ currency, days, total, lines }) => (
        <SeriesChart
          key={currency}
          isOfDays
          summary={say('federation.cycles.series', { currency, gross: money(total.gross), net: money(total.net) })}
          days={days}
          lines={lines}
        />
      ))}
    </>
  );
}

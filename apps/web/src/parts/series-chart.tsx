import { localeOf } from '@passerelle/i18n';
import { type JSX, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Amount } from '../app/amount.js';
import { useTexts } from '../app/texts.js';

const height = 220;

interface SeriesChartProps {
  /** One sentence that says what the picture says. */
  readonly summary: string;
  /** In order; what stands beside the picture says the same in words. */
  readonly days: readonly string[];
  /** The first line is drawn whole, the second one dashed. */
  readonly lines: readonly [Line, Line];
  /** What is true of each day alone, rather than until the next one. */
  readonly isOfDays?: boolean;
}

interface Line {
  readonly name: string;
  readonly amounts: readonly Amount[];
}

/** Two amounts over time. */
export function SeriesChart({ summary, days, lines, isOfDays = false }: SeriesChartProps): JSX.Element {
  const { words } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const [whole, dashed] = lines;
  useEffect(() => {
    if (!frame.current) return undefined;
    return drawn(frame.current, dataOf(days, lines), { locale: localeOf(words), isOfDays });
  }, [days, lines, words, isOfDays]);
  return (
    <figure className="card series">
      <figcaption>{summary}</figcaption>
      <div ref={frame} role="img" aria-label={summary} />
      <ul className="plain row small" aria-hidden="true">
        <li>{whole.name}</li>
        <li className="series-dashed">{dashed.name}</li>
      </ul>
    </figure>
  );
}

interface Drawing {
  readonly locale: string;
  readonly isOfDays: boolean;
}

/** Draws, again at each width and in the colours of the page by day and by night; answers how to take it away. */
function drawn(frame: HTMLElement, data: uPlot.AlignedData, drawing: Drawing): () => void {
  const night = matchMedia('(prefers-color-scheme: dark)');
  let plot: uPlot | undefined;
  const draw = (): void => {
    plot?.destroy();
    plot = new uPlot(optionsOf(frame, drawing), data, frame);
  };
  const width = new ResizeObserver(() => plot?.setSize({ width: frame.clientWidth, height }));
  draw();
  width.observe(frame);
  night.addEventListener('change', draw);
  return () => {
    width.disconnect();
    night.removeEventListener('change', draw);
    plot?.destroy();
  };
}

function optionsOf(frame: HTMLElement, { locale, isOfDays }: Drawing): uPlot.Options {
  const style = getComputedStyle(frame);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const axis = { stroke: colour('soft'), font: `12px ${style.fontFamily}`, ticks: { show: false } };
  const amounts = new Intl.NumberFormat(locale, { notation: 'compact' });
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const line = isOfDays
    ? { points: { show: true, size: 8 } }
    : { points: { show: false }, paths: uPlot.paths.stepped!({ align: 1 }) };
  return {
    width: frame.clientWidth,
    height,
    legend: { show: false },
    cursor: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
    // Amounts are compared with nothing, not with the smallest of them.
    scales: { y: { range: (_, least, most) => [Math.min(0, least), most === least ? most + 1 : most * 1.05] } },
    axes: [
      {
        ...axis,
        size: 32,
        space: 90,
        grid: { show: false },
        values: (_, all) => all.map((seconds) => dates.format(new Date(seconds * 1000))),
      },
      {
        ...axis,
        size: 64,
        grid: { stroke: colour('line') },
        values: (_, all) => all.map((each) => amounts.format(each)),
      },
    ],
    series: [
      {},
      { stroke: colour('accent'), width: 2.5, ...line },
      { stroke: colour('attention'), width: 2, dash: [6, 4], ...line },
    ],
  };
}

/** Pixels need no cents: amounts become numbers here and nowhere else. */
const dataOf = (days: readonly string[], lines: readonly Line[]): uPlot.AlignedData =>
  [
    days.map((day) => Date.parse(day) / 1000),
    ...lines.map(({ amounts }) => amounts.map(({ amount }) => Number(amount))),
  ] as uPlot.AlignedData;

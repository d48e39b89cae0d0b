import { localeOf } from '@passerelle/i18n';
import { type JSX, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useTexts } from '../app/texts.js';
import type { FundDay } from './fund-series.js';

const height = 220;

/** The fund's money and what it has advanced, as two lines of steps. The entries below say the same in words. */
export function FundChart({ days }: { readonly days: readonly FundDay[] }): JSX.Element {
  const { say, money, day, words } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (frame.current) return drawn(frame.current, days, localeOf(words));
    return undefined;
  }, [days, words]);
  const [first, last] = [days[0]!, days.at(-1)!];
  const summary = say('desk.fund.series', { from: day(first.day), to: day(last.day), cash: money(last.cash) });
  return (
    <figure className="card series">
      <figcaption>{summary}</figcaption>
      <div ref={frame} role="img" aria-label={summary} />
      <ul className="plain row small" aria-hidden="true">
        <li className="series-cash">{say('desk.fund.cash')}</li>
        <li className="series-advanced">{say('desk.fund.outstanding')}</li>
      </ul>
    </figure>
  );
}

/** Draws, again at each width and in the colours of the page by day and by night; answers how to take it away. */
function drawn(frame: HTMLElement, days: readonly FundDay[], locale: string): () => void {
  const night = matchMedia('(prefers-color-scheme: dark)');
  let plot: uPlot | undefined;
  const draw = (): void => {
    plot?.destroy();
    plot = new uPlot(optionsOf(frame, locale), dataOf(days), frame);
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

function optionsOf(frame: HTMLElement, locale: string): uPlot.Options {
  const style = getComputedStyle(frame);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const axis = { stroke: colour('soft'), font: `12px ${style.fontFamily}`, ticks: { show: false } };
  const amounts = new Intl.NumberFormat(locale, { notation: 'compact' });
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const paths = uPlot.paths.stepped!({ align: 1 });
  return {
    width: frame.clientWidth,
    height,
    legend: { show: false },
    cursor: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
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
      { stroke: colour('accent'), width: 2.5, paths, points: { show: false } },
      { stroke: colour('attention'), width: 2, dash: [6, 4], paths, points: { show: false } },
    ],
  };
}

/** Pixels need no cents: amounts become numbers here and nowhere else. */
const dataOf = (days: readonly FundDay[]): uPlot.AlignedData => [
  days.map(({ day }) => Date.parse(day) / 1000),
  days.map(({ cash }) => Number(cash.amount)),
  days.map(({ advanced }) => Number(advanced.amount)),
];

import { type JSX, useState } from 'react';
import { useTexts } from '../app/texts.js';
import { Explain, type Line } from './explain.js';
import { type Bar, barsOf } from './bars.js';

interface WaterfallProps {
  readonly title: string;
  readonly price: { readonly amount: string; readonly currency: string };
  readonly net: { readonly amount: string; readonly currency: string };
  readonly lines: readonly Line[];
}

/** From the client's price to the net; each bar opens to rule, rate, base and source. */
export function Waterfall({ title, price, net, lines }: WaterfallProps): JSX.Element {
  const { say, money, words } = useTexts();
  const [open, setOpen] = useState<string>();
  const bars = barsOf(
    price.amount,
    net.amount,
    lines.filter(({ group }) => group !== 'net'),
  );
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <ul className="fall">
        <li>
          <Sum name={say('payslip.price')} amount={money(price)} bar={bars.price} />
        </li>
        {bars.lines.map(({ line, bar }) => {
          const id = `explain-${line.lineId}`;
          const isOpen = open === line.lineId;
          return (
            <li key={line.lineId}>
              <button
                type="button"
                aria-expanded={isOpen}
                aria-controls={id}
                data-testid="explain-line"
                data-line-id={line.lineId}
                data-amount={line.amount}
                data-base={(line.base as { amount?: string } | null)?.amount}
                data-rate={line.rate ?? undefined}
                onClick={() => setOpen(isOpen ? undefined : line.lineId)}
              >
                <span>{(line.title as Record<string, string>)[words]}</span>
                <BarOf bar={bar} />
                <span className="amount">{money(line)}</span>
              </button>
              {isOpen && <Explain line={line} id={id} />}
            </li>
          );
        })}
        <li>
          <Sum name={say('payslip.net')} amount={money(net)} bar={bars.net} />
        </li>
      </ul>
    </section>
  );
}

const Sum = ({
  name,
  amount,
  bar,
}: {
  readonly name: string;
  readonly amount: string;
  readonly bar: Bar;
}): JSX.Element => (
  <div className="fall-sum sum">
    <span>{name}</span>
    <BarOf bar={bar} />
    <span className="amount">{amount}</span>
  </div>
);

const BarOf = ({ bar }: { readonly bar: Bar }): JSX.Element => (
  <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    <rect className="track" x="0" y="4" width="1000" height="2" />
    <rect className={bar.kind} x={bar.from} y="0" width={Math.max(bar.width, 3)} height="10" rx="2" />
  </svg>
);

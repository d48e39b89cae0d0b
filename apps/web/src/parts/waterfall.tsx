import { type JSX, useState } from 'react';
import { useTexts } from '../app/texts.js';
import { Explain, type Line } from './explain.js';
import { type Bar, barsOf } from './bars.js';
import { negated, signed } from './signed.js';

interface WaterfallProps {
  readonly title: string;
  readonly price: { readonly amount: string; readonly currency: string };
  readonly net: { readonly amount: string; readonly currency: string };
  readonly lines: readonly Line[];
}

/** From the client's price to the net: what is taken stands with a minus, what is given back with a plus. Each bar opens. */
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
      <ul className="fall plain">
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
                <span>
                  {(line.title as Record<string, string>)[words]} <Share of={shareOf(line, lines)} />
                </span>
                <BarOf bar={bar} />
                <span className="amount">{signed(negated(line), money)}</span>
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

/** Whose part of a contribution a line is, where worker and employer pay one of the same name. */
function shareOf({ lineId }: Line, lines: readonly Line[]): 'own' | 'employer' | undefined {
  if (lineId.endsWith('/employer')) return 'employer';
  return lines.some((other) => other.lineId === `${lineId}/employer`) ? 'own' : undefined;
}

const Share = ({ of: share }: { readonly of: ReturnType<typeof shareOf> }): JSX.Element | null => {
  const { say } = useTexts();
  return share === undefined ? null : <span className="small soft">{say(`web.explain.${share}`)}</span>;
};

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

import { Fragment, type JSX, useState } from 'react';
import type { NodeBody } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { Explain } from '../../parts/explain.js';

type Detail = NodeBody<'PayslipDetailBody'>;
type Line = Detail['lines'][number];
type Sum = Detail['sums'][number];
type Spoken = Readonly<Record<string, string>>;

/** The lines of the payslip itself in their groups, each sum of this payslip beside that of the year. Each line opens. */
export function PayslipLines({ slip: { lines, sums, last } }: { readonly slip: Detail }): JSX.Element {
  const { say } = useTexts();
  const [open, setOpen] = useState<string>();
  const year = last.slice(0, 4);
  return (
    <section className="card scroll" aria-label={say('mine.payslip.lines')}>
      <table className="grouped">
        <caption>{say('mine.payslip.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('mine.payslip.line')}</th>
            <th scope="col" className="amount">
              {say('mine.payslip.now')}
            </th>
            <th scope="col" className="amount">
              {say('mine.payslip.year', { year })}
            </th>
          </tr>
        </thead>
        {sums.map((sum) => (
          <tbody key={sum.group}>
            {lines
              .filter(({ group }) => group === sum.group)
              .map((line) => (
                <LineRows
                  key={line.lineId}
                  line={line}
                  isOpen={open === line.lineId}
                  turn={() => setOpen(open === line.lineId ? undefined : line.lineId)}
                />
              ))}
            <SumRow sum={sum} />
          </tbody>
        ))}
      </table>
    </section>
  );
}

interface LineRowsProps {
  readonly line: Line;
  readonly isOpen: boolean;
  readonly turn: () => void;
}

function LineRows({ line, isOpen, turn }: LineRowsProps): JSX.Element {
  const { money, words } = useTexts();
  const { lineId, amount, currency, yearToDate, base, rate } = line;
  const id = `explain-${lineId}`;
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <button
            type="button"
            className="opens"
            aria-expanded={isOpen}
            aria-controls={id}
            data-testid="explain-line"
            data-line-id={lineId}
            data-amount={amount}
            data-base={(base as { amount?: string } | null)?.amount}
            data-rate={rate ?? undefined}
            onClick={turn}
          >
            {(line.title as Spoken)[words]}
          </button>
        </th>
        <td className="amount">{money({ amount, currency })}</td>
        <td className="amount">{money({ amount: yearToDate, currency })}</td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={3}>
            <Explain line={line} id={id} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function SumRow({ sum: { group, amount, yearToDate } }: { readonly sum: Sum }): JSX.Element {
  const { say, money } = useTexts();
  return (
    <tr className={group === 'net' || group === 'cost' ? 'sum whole' : 'sum'} data-group={group}>
      <th scope="row">{say(`mine.payslip.sum.${group}`)}</th>
      <td className="amount">{money(amount)}</td>
      <td className="amount">{money(yearToDate)}</td>
    </tr>
  );
}

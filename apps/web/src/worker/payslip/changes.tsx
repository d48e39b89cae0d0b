import type { JSX } from 'react';
import { amountOf, moneyOf } from '../../app/amount.js';
import { useTexts } from '../../app/texts.js';
import type { Line } from '../../parts/explain.js';
import { useMonths } from '../../parts/months.js';
import { Table } from '../../parts/table/table.js';

/** How a line was on the payslip before. */
interface Previous {
  readonly period: string;
  readonly amount: string;
  readonly cause: 'same' | 'base_changed' | 'rate_changed' | 'rule_changed' | 'facts_changed';
}

type Spoken = Readonly<Record<string, string>>;

const previousOf = ({ previous }: Line): Previous | null => previous as Previous | null;

/** "Why is it another amount than last time?" Only what changed, and why. */
export function PayslipChanges({ lines }: { readonly lines: readonly Line[] }): JSX.Element | null {
  const { say, money, words } = useTexts();
  const shownMonth = useMonths();
  const compared = lines.filter((line) => previousOf(line) !== null);
  const changed = compared.filter((line) => previousOf(line)!.amount !== line.amount);
  const [first] = compared;
  if (!first) return null;
  const month = shownMonth(previousOf(first)!.period.slice(0, 7));
  if (changed.length === 0) return <p className="card soft">{say('mine.changes.none', { month })}</p>;
  const at = (line: Line, amount: string): string => money({ amount, currency: line.currency });
  return (
    <details className="card" data-testid="payslip-changes">
      <summary>{say('mine.changes.title', { month })}</summary>
      <Table
        hasHeading
        caption={say('mine.changes.title', { month })}
        rows={changed}
        keyOf={({ lineId }) => lineId}
        columns={[
          { name: say('mine.changes.line'), show: ({ title }) => (title as Spoken)[words] },
          { name: say('mine.changes.before'), show: (line) => at(line, previousOf(line)!.amount), isAmount: true },
          { name: say('mine.changes.now'), show: (line) => at(line, line.amount), isAmount: true },
          { name: say('mine.changes.difference'), show: (line) => money(differenceOf(line)), isAmount: true },
          { name: say('mine.changes.why'), show: (line) => say(`mine.changes.cause.${previousOf(line)!.cause}`) },
        ]}
      />
    </details>
  );
}

function differenceOf(line: Line) {
  const { amount, currency } = line;
  return amountOf(moneyOf({ amount, currency }).minus(moneyOf({ amount: previousOf(line)!.amount, currency })));
}

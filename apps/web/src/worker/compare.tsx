import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { type Amount, amountOf, moneyOf } from '../app/amount.js';
import { Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { signed } from '../parts/signed.js';
import { type Column, Table } from '../parts/table/table.js';
import { type Employing, employingIn, questionOf, readAsked } from './question.js';

type Estimate = NodeBody<'EstimateBody'>;

interface CompareProps {
  /** What was asked before, as it stood in the address. */
  readonly before: string;
  readonly countries: readonly [Employing, ...Employing[]];
  readonly now: Estimate;
  readonly end: () => void;
}

/** Two answers beside each other: what was kept, and what the form says now. */
export function Compare({ before, countries, now, end }: CompareProps): JSX.Element {
  const { say } = useTexts();
  const asked = readAsked(new URLSearchParams(before), countries);
  const question = questionOf(asked, employingIn(countries, asked.country).currency);
  const estimate = useQuery({
    queryKey: ['estimate', question],
    queryFn: ({ signal }) => askNode('post', '/api/v1/estimates', { body: question!, signal }),
    enabled: question !== undefined,
  });
  return (
    <section className="fields" aria-label={say('own.compare.title')} data-testid="compare">
      <Loaded query={estimate}>{(kept) => <Both before={kept} now={now} />}</Loaded>
      <div className="row">
        <Link to={`/simulate?${before}`}>{say('own.compare.back')}</Link>
        <button type="button" className="button quiet" onClick={end}>
          {say('own.compare.end')}
        </button>
      </div>
    </section>
  );
}

interface Row {
  readonly name: string;
  readonly before: Amount;
  readonly now: Amount;
}

function Both({ before, now }: { readonly before: Estimate; readonly now: Estimate }): JSX.Element {
  const { say, money, day } = useTexts();
  const isSameCurrency = before.price.currency === now.price.currency;
  const rows: readonly Row[] = [
    { name: say('payslip.price'), before: before.price, now: now.price },
    { name: say('payslip.gross'), before: before.gross, now: now.gross },
    { name: say('payslip.net'), before: before.net, now: now.net },
  ];
  const difference = (row: Row): string =>
    isSameCurrency ? signed(amountOf(moneyOf(row.now).minus(moneyOf(row.before))), money) : '–';
  const columns: readonly Column<Row>[] = [
    { name: say('own.compare.what'), show: ({ name }) => name },
    { name: say('own.compare.before'), show: (row) => money(row.before), isAmount: true },
    { name: say('own.compare.now'), show: (row) => money(row.now), isAmount: true },
    { name: say('own.compare.difference'), show: difference, isAmount: true },
  ];
  return (
    <>
      <Table caption={say('own.compare.title')} columns={columns} rows={rows} keyOf={({ name }) => name} />
      <p className="small">{say('own.compare.paid', { before: day(before.payDay.on), now: day(now.payDay.on) })}</p>
    </>
  );
}

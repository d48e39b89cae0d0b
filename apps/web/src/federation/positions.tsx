import { type JSX, useState } from 'react';
import { type FederationBody, askFederation } from '../api/federation.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { State } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { useDisputes, useReasons } from './disputes.js';
import { Freshness, useLive } from './live.js';
import { matrixOf } from './matrix.js';
import { Stakes } from './stakes.js';

type InCurrency = FederationBody<'CurrencyPositionsBody'>;
type Owed = FederationBody<'OwedBody'>;
type Limit = FederationBody<'LimitBody'>;
type Difference = FederationBody<'DifferenceBody'>;

/** "Who owes whom?" Each cell opens to the debts that sum to it. */
export function Positions(): JSX.Element {
  const { say, money } = useTexts();
  const positions = useLive('positions', (signal) => askFederation('get', '/api/v1/positions', { signal }));
  const items = positions.data?.items ?? [];
  const answer = items
    .map(({ gross, net }) => say('federation.positions.answer', { gross: money(gross), net: money(net) }))
    .join(' ');
  return (
    <Page title={say('web.rooms.positions')} answer={positions.data && (answer || say('federation.positions.nobody'))}>
      <Loaded query={positions}>
        {(data) => (
          <>
            {data.items.map((each) => (
              <Currency key={each.currency} positions={each} />
            ))}
            {data.limits.length > 0 && <Limits limits={data.limits} />}
            <Differences differences={data.differences} />
          </>
        )}
      </Loaded>
      <Stakes />
      <Freshness of={positions} />
    </Page>
  );
}

function Currency({ positions }: { readonly positions: InCurrency }): JSX.Element {
  const { say, money } = useTexts();
  const [open, setOpen] = useState<Owed>();
  const { currency, owed, positions: net, sumOfPositions, isZero } = positions;
  const matrix = matrixOf(
    owed,
    net.map(({ node }) => node),
    currency,
  );
  const caption = say('federation.positions.matrix', { currency });
  return (
    <section className="card fields" aria-label={caption}>
      <div className="scroll" tabIndex={0} role="group" aria-label={caption}>
        <table className="matrix">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say('federation.positions.corner')}</th>
              {matrix.nodes.map((node) => (
                <th key={node} scope="col" className="amount">
                  {node}
                </th>
              ))}
              <th scope="col" className="amount">
                {say('federation.positions.owes')}
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.nodes.map((from) => (
              <tr key={from}>
                <th scope="row">{from}</th>
                {matrix.nodes.map((to) => (
                  <td key={to} className="amount">
                    <Cell owed={matrix.cell(from, to)} onOpen={setOpen} />
                  </td>
                ))}
                <td className="amount">{money(matrix.owes(from))}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say('federation.positions.gets')}</th>
              {matrix.nodes.map((to) => (
                <td key={to} className="amount">
                  {money(matrix.gets(to))}
                </td>
              ))}
              <td className="amount">
                <strong>{money(matrix.total)}</strong>
              </td>
            </tr>
            <tr>
              <th scope="row">{say('federation.positions.net')}</th>
              {net.map(({ node, amount }) => (
                <td key={node} className="amount">
                  {amount === null ? '–' : money(amount)}
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <p>
        {say('federation.positions.check')} <span className="amount">{money(sumOfPositions)}</span>{' '}
        <State tone={isZero ? 'ok' : 'problem'}>
          {say(isZero ? 'federation.positions.zero' : 'federation.positions.notZero')}
        </State>
      </p>
      {open && <Opened owed={open} />}
      {owed.length > 0 && (
        <details data-testid="matrix-table">
          <summary>{say('federation.positions.asTable')}</summary>
          <OwedTable owed={owed} currency={currency} caption={caption} />
        </details>
      )}
    </section>
  );
}

interface OwedTableProps {
  readonly owed: readonly Owed[];
  readonly currency: string;
  readonly caption: string;
}

/** Each cell that holds something, as a row. */
function OwedTable({ owed, currency, caption }: OwedTableProps): JSX.Element {
  const { say, money } = useTexts();
  return (
    <Table
      hasHeading
      name={`positions-${currency}`}
      caption={caption}
      rows={owed}
      keyOf={({ from, to }) => `${from} ${to}`}
      columns={[
        { name: say('federation.from'), of: 'from', show: ({ from }) => from },
        { name: say('federation.to'), of: 'to', show: ({ to }) => to },
        {
          name: say('federation.positions.debtor'),
          of: 'debtorSays',
          show: ({ debtorSays }) => money(debtorSays),
          isAmount: true,
        },
        {
          name: say('federation.positions.creditor'),
          of: 'creditorSays',
          show: ({ creditorSays }) => money(creditorSays),
          isAmount: true,
        },
        {
          name: say('federation.positions.debts'),
          of: 'obligations',
          show: ({ obligations }) =>
            obligations.map((id) => (
              <span key={id} className="block">
                <Debt id={id} />
              </span>
            )),
        },
      ]}
    />
  );
}

interface CellProps {
  readonly owed: Owed | undefined;
  readonly onOpen: (owed: Owed) => void;
}

function Cell({ owed, onOpen }: CellProps): JSX.Element {
  const { money } = useTexts();
  if (!owed) return <>–</>;
  const { from, to, debtorSays } = owed;
  return (
    <button
      type="button"
      className="link"
      data-testid="matrix-cell"
      data-from={from}
      data-to={to}
      data-amount={debtorSays.amount}
      onClick={() => onOpen(owed)}
    >
      {money(debtorSays)}
    </button>
  );
}

function Opened({
  owed: { from, to, debtorSays, creditorSays, obligations, signedBy },
}: {
  readonly owed: Owed;
}): JSX.Element {
  const { say, money } = useTexts();
  return (
    <div className="explain" role="status">
      <h2>{say('federation.positions.opened', { from, to })}</h2>
      <p>
        {say('federation.positions.debtorSays', { amount: money(debtorSays) })}{' '}
        {say('federation.positions.creditorSays', { amount: money(creditorSays) })}
      </p>
      <ul>
        {obligations.map((id) => (
          <li key={id}>
            <Debt id={id} />
          </li>
        ))}
      </ul>
      <p className="small soft">
        {say('federation.signedBy')} {signedBy.join(', ')}
      </p>
    </div>
  );
}

/** A debt by its name, and why it is disputed where it is. */
function Debt({ id }: { readonly id: string }): JSX.Element {
  const { say } = useTexts();
  const why = useReasons();
  const dispute = useDisputes().data?.items.find(({ obligation }) => obligation === id);
  return (
    <>
      <code>{id}</code>{' '}
      {dispute && <State tone="attention">{say('federation.held.disputed', { why: why(dispute) })}</State>}
    </>
  );
}

function Limits({ limits }: { readonly limits: readonly Limit[] }): JSX.Element {
  const { say, money } = useTexts();
  return (
    <Table
      name="limits"
      caption={say('federation.positions.limits')}
      rows={limits}
      keyOf={({ debtor, creditor, cap }) => `${debtor} ${creditor} ${cap.currency}`}
      columns={[
        {
          name: say('federation.ageing.who'),
          of: ['debt', ({ debtor, creditor }) => `${debtor} → ${creditor}`],
          show: ({ debtor, creditor }) => `${debtor}\u00A0→\u00A0${creditor}`,
        },
        { name: say('federation.positions.used'), of: 'owes', show: ({ owes }) => money(owes), isAmount: true },
        { name: say('federation.positions.cap'), of: 'cap', show: ({ cap }) => money(cap), isAmount: true },
        {
          name: say('federation.state'),
          of: 'isExceeded',
          show: ({ isExceeded }) => (
            <State tone={isExceeded ? 'problem' : 'ok'}>
              {say(isExceeded ? 'federation.positions.exceeded' : 'federation.positions.within')}
            </State>
          ),
        },
      ]}
    />
  );
}

function Differences({ differences }: { readonly differences: readonly Difference[] }): JSX.Element {
  const { say } = useTexts();
  if (differences.length === 0) return <Empty>{say('federation.positions.alike')}</Empty>;
  return (
    <Table
      name="differences"
      caption={say('federation.positions.differences')}
      rows={differences}
      keyOf={({ obligation, kind }) => `${obligation} ${kind}`}
      columns={[
        {
          name: say('federation.positions.obligation'),
          of: 'obligation',
          show: ({ obligation }) => <code>{obligation}</code>,
        },
        {
          name: say('federation.ageing.who'),
          of: ['debt', ({ debtor, creditor }) => `${debtor} → ${creditor}`],
          show: ({ debtor, creditor }) => `${debtor}\u00A0→\u00A0${creditor}`,
        },
        {
          name: say('federation.positions.difference'),
          of: 'kind',
          show: ({ kind, isOnItsWay }) => (
            <State tone={isOnItsWay ? 'info' : 'problem'}>
              {say(`federation.positions.kinds.${kind}`)}
              {isOnItsWay && ` (${say('federation.positions.onItsWay')})`}
            </State>
          ),
        },
        {
          name: say('federation.cycles.says'),
          of: ['said', ({ debtorSays, creditorSays }) => [debtorSays ?? '–', creditorSays ?? '–']],
          show: ({ debtorSays, creditorSays }) => `${debtorSays ?? '–'} · ${creditorSays ?? '–'}`,
        },
      ]}
    />
  );
}

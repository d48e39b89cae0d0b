import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { allOf } from '../../api/all.js';
import { type NodeBody, askNode } from '../../api/node.js';
import { Empty, Loaded } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { useTexts } from '../../app/texts.js';
import { Table } from '../../parts/table/table.js';

/** All payslips of the person who reads, the newest first. */
export function Payslips(): JSX.Element {
  const { say, day, money } = useTexts();
  const query = useQuery({
    queryKey: ['payslips'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/payslips', { query: { limit: 50 }, signal }),
  });
  const last = query.data?.items[0];
  return (
    <Page
      title={say('web.payslips.title')}
      answer={last && say('web.payslips.answer', { amount: money(last.net), day: day(last.payOn) })}
    >
      <Loaded query={query}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty>{say('web.payslips.none')}</Empty>
          ) : (
            <List payslips={items} isPart={nextCursor !== null} />
          )
        }
      </Loaded>
    </Page>
  );
}

const allPayslips = {
  key: ['payslips', 'all'],
  ask: () => allOf((query) => askNode('get', '/api/v1/payslips', { query })),
};

interface ListProps {
  readonly payslips: readonly NodeBody<'PayslipBody'>[];
  /** Older ones are not among them. */
  readonly isPart: boolean;
}

function List({ payslips, isPart }: ListProps): JSX.Element {
  const { say, day, days, money } = useTexts();
  return (
    <Table
      hasHeading
      name="payslips"
      caption={say('web.payslips.title')}
      rows={payslips}
      whole={isPart ? allPayslips : undefined}
      keyOf={({ id }) => id}
      columns={[
        {
          name: say('web.payslips.work'),
          of: ['work', ({ first, last, reference }) => [first, last, reference]],
          show: ({ id, first, last, reference }) => (
            <>
              <Link to={`/payslips/${id}`}>{days(first, last)}</Link>
              <div className="small soft">{reference}</div>
            </>
          ),
        },
        {
          name: say('payslip.net'),
          of: 'net',
          show: ({ net }) => <strong>{money(net)}</strong>,
          isAmount: true,
        },
        { name: say('web.payslips.payOn'), of: 'payOn', show: ({ payOn }) => day(payOn) },
        { name: say('payslip.gross'), of: 'gross', show: ({ gross }) => money(gross), isAmount: true },
      ]}
    />
  );
}

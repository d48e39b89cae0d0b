import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { askNode } from '../../api/node.js';
import { Empty, Loaded } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { useTexts } from '../../app/texts.js';

/** All payslips of the person who reads, the newest first. */
export function Payslips(): JSX.Element {
  const { say, day, days, money } = useTexts();
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
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say('web.payslips.none')}</Empty>
          ) : (
            <div className="card scroll">
              <table>
                <caption className="hidden">{say('web.payslips.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{say('web.payslips.work')}</th>
                    <th scope="col" className="amount">
                      {say('payslip.gross')}
                    </th>
                    <th scope="col" className="amount">
                      {say('payslip.net')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((slip) => (
                    <tr key={slip.id}>
                      <th scope="row">
                        <Link to={`/payslips/${slip.id}`}>{days(slip.first, slip.last)}</Link>
                        <div className="small soft">{slip.reference}</div>
                        <div className="small soft">
                          {say('web.payslips.payOn')} {day(slip.payOn)}
                        </div>
                      </th>
                      <td className="amount">{money(slip.gross)}</td>
                      <td className="amount">
                        <strong>{money(slip.net)}</strong>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

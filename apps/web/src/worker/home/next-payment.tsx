import { useQueries } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { type NodeBody, askNode } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { State } from '../../parts/state.js';
import { nextOf } from './next.js';

/** How many of the newest payslips may still wait for their day of pay. */
const asked = 6;

/** "When is my next pay, how much, and where does it go?" The wage that is owed first; the last one paid when none is. */
export function NextPayment({ payslips }: { readonly payslips: readonly NodeBody<'PayslipBody'>[] }): JSX.Element {
  const { say, day, money } = useTexts();
  const payments = useQueries({
    queries: payslips.slice(0, asked).map(({ id }) => ({
      queryKey: ['payslips', id, 'payment'],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        askNode('get', '/api/v1/payslips/{id}/payment', { path: { id }, signal }),
    })),
  });
  if (payslips.length === 0) return <p className="soft">{say('web.home.noPayment')}</p>;
  if (payments.some(({ isPending }) => isPending)) return <p role="status">{say('web.loading')}</p>;
  const next = nextOf(payments.flatMap(({ data }) => data ?? []));
  if (!next) return <p className="soft">{say('web.home.noPayment')}</p>;
  const { payslip, amount, payOn, paidOn, accountEnding } = next;
  return (
    <>
      <p className="big amount" data-testid="net-amount">
        {money(amount)}
      </p>
      <p data-testid="pay-date">
        {paidOn === null ? (
          <State tone="info">{say('web.payslip.willBePaid', { day: day(payOn) })}</State>
        ) : (
          <State tone="ok">{say('payslip.paidOn', { date: day(paidOn) })}</State>
        )}
      </p>
      <p className="small soft" data-testid="pay-account">
        {say('mine.payslip.account', { ending: accountEnding })}
      </p>
      <p>
        <Link to={`/payslips/${payslip}`}>{say('web.home.why')}</Link>
      </p>
    </>
  );
}

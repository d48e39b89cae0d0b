import { useQuery } from '@tanstack/react-query';
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
  const newest = payslips.slice(0, asked).map(({ id }) => id);
  const payments = useQuery({
    queryKey: ['payslips', 'payments', newest],
    queryFn: async ({ signal }) => {
      const ask = (id: string) => askNode('get', '/api/v1/payslips/{id}/payment', { path: { id }, signal });
      // One that cannot be told does not hide the others.
      const told = await Promise.allSettled(newest.map(ask));
      return told.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    },
  });
  if (payments.isPending) return <p role="status">{say('web.loading')}</p>;
  const next = nextOf(payments.data ?? []);
  if (!next) return <p className="soft">{say('home.noPayment')}</p>;
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
        {say('home.account', { ending: accountEnding })}
      </p>
      <p>
        <Link to={`/payslips/${payslip}`}>{say('home.why')}</Link>
      </p>
    </>
  );
}

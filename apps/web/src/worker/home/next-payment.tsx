import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { type NodeBody, askNode } from '../../api/node.js';
import { ApiProblem } from '../../api/problem.js';
import { useTexts } from '../../app/texts.js';
import { State } from '../../parts/state.js';
import { nextOf } from './next.js';

type Payments = readonly NodeBody<'WageBody'>[];

/** How many of the newest payslips may still wait for their day of pay. */
const asked = 6;

/** How and when each of the newest payslips is paid; nothing is asked before they are known. */
export const usePayments = (payslips: readonly NodeBody<'PayslipBody'>[] | undefined): UseQueryResult<Payments> => {
  const newest = (payslips ?? []).slice(0, asked).map(({ id }) => id);
  return useQuery({
    queryKey: ['payslips', 'payments', newest],
    enabled: payslips !== undefined,
    queryFn: async ({ signal }) => {
      const ask = (id: string) => askNode('get', '/api/v1/payslips/{id}/payment', { path: { id }, signal });
      return (await Promise.all(newest.map((id) => ask(id).catch(unlessAbsent)))).flat();
    },
  });
};

/** A payslip of which no payment is known hides no other; what could not be asked is not taken for nothing. */
function unlessAbsent(problem: unknown): readonly never[] {
  if (problem instanceof ApiProblem && problem.status === 404) return [];
  throw problem;
}

/** "When is my next pay, how much, and where does it go?" The wage that is owed first; the last one paid when none is. */
export function NextPayment({ payments }: { readonly payments: Payments }): JSX.Element {
  const { say, day, money } = useTexts();
  const next = nextOf(payments);
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

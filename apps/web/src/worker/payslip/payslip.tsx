import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { Link, useParams } from 'react-router';
import { type NodeBody, askNode } from '../../api/node.js';
import { Loaded } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { InWords, useTexts } from '../../app/texts.js';
import { State } from '../../parts/state.js';
import { Waterfall } from '../../parts/waterfall.js';
import { PayslipChanges } from './changes.js';
import { PayslipLines } from './lines.js';

/** "Why this net?" Net, day, account and source of the money, then every line in its group, and how the price became it. */
export function Payslip(): JSX.Element {
  const { say } = useTexts();
  const { id = '' } = useParams();
  const slip = useQuery({
    queryKey: ['payslips', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/payslips/{id}', { path: { id }, signal }),
  });
  return (
    <Page title={say('web.payslip.title')}>
      <InWords of="mine">
        <Loaded query={slip}>
          {(data) => (
            <>
              <Top slip={data} />
              <PayslipChanges lines={data.lines} />
              <PayslipLines slip={data} />
              <FromThePrice slip={data} />
            </>
          )}
        </Loaded>
      </InWords>
    </Page>
  );
}

/** How the price of the work became this net: drawn for whoever asks, its parts have names of their own. */
function FromThePrice({ slip: { price, net, parts } }: { readonly slip: NodeBody<'PayslipDetailBody'> }): JSX.Element {
  const { say } = useTexts();
  const [isShown, setShown] = useState(false);
  if (!isShown)
    return (
      <p>
        <button type="button" className="button quiet" onClick={() => setShown(true)}>
          {say('mine.payslip.fromPrice')}
        </button>
      </p>
    );
  return <Waterfall title={say('mine.payslip.waterfall')} price={price} net={net} lines={parts} />;
}

function Top({ slip }: { readonly slip: NodeBody<'PayslipDetailBody'> }): JSX.Element {
  const { say, day, days, money } = useTexts();
  const { id } = slip;
  const payment = useQuery({
    queryKey: ['payslips', id, 'payment'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/payslips/{id}/payment', { path: { id }, signal }),
  });
  const paidOn = payment.data?.paidOn ?? null;
  return (
    <section className="card" aria-label={say('payslip.net')}>
      <p className="soft">
        {days(slip.first, slip.last)} · {say('mission.days', { count: slip.days })}
      </p>
      <p className="big amount" data-testid="net-amount">
        {money(slip.net)}
      </p>
      <p data-testid="pay-date">
        {paidOn === null ? (
          <State tone="info">{say('web.payslip.willBePaid', { day: day(slip.payOn) })}</State>
        ) : (
          <State tone="ok">{say('payslip.paidOn', { date: day(paidOn) })}</State>
        )}
      </p>
      {payment.data && (
        <p className="small soft" data-testid="pay-account">
          {say('home.account', { ending: payment.data.accountEnding })}
        </p>
      )}
      {payment.data?.fundedBy === 'fund' && <p className="small soft">{say('mission.state.funded_by_fund')}</p>}
      <p className="small soft">
        <span data-testid="rule-version">{say('mine.payslip.rules', { version: slip.ruleVersion })}</span> ·{' '}
        {slip.mission === null ? slip.reference : <Link to={`/missions/${slip.mission}`}>{slip.reference}</Link>}
      </p>
      <p>
        <a href={`/api/v1/payslips/${id}/pdf`} download>
          {say('mine.payslip.save')}
        </a>
      </p>
    </section>
  );
}

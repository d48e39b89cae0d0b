import { readMoney } from '@passerelle/i18n';
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { allOf } from '../api/all.js';
import { type NodeBody, askNode } from '../api/node.js';
import { amountOf } from '../app/amount.js';
import { Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Act, someWord } from '../parts/act.js';
import { TextField } from '../parts/field.js';
import { shownIban } from '../parts/iban.js';
import { MoneyField } from '../parts/money-field.js';
import { State } from '../parts/state.js';
import { Table } from '../parts/table/table.js';

type Credit = NodeBody<'ClientCreditBody'>;

/** "Whose money do we hold?" What clients paid too much, or were credited after they had paid, and the way back. */
export function Credits(): JSX.Element {
  const { say } = useTexts();
  const credits = useQuery({
    queryKey: ['bank', 'client-credits'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/bank/client-credits', { signal }),
  });
  return (
    <Loaded query={credits}>
      {({ items }) =>
        items.length > 0 && (
          <section className="card fields" aria-label={say('desk.credits.title')}>
            <h2>{say('desk.credits.title')}</h2>
            <ul className="plain fields">
              {items.map((credit) => (
                <CreditOf key={credit.client} credit={credit} isAlone={items.length === 1} />
              ))}
            </ul>
          </section>
        )
      }
    </Loaded>
  );
}

function CreditOf({ credit: held, isAlone }: { readonly credit: Credit; readonly isAlone: boolean }): JSX.Element {
  const { say, money } = useTexts();
  const { client, name, credit } = held;
  return (
    <li className="inset fields" data-testid="client-credit" data-client={client}>
      <div className="row apart">
        <Link to={`/staff/clients/${client}`}>{name}</Link>
        <strong className="amount">{money(credit)}</strong>
      </div>
      <details className="fields" open={isAlone}>
        <summary>{say('desk.credits.payBack')}</summary>
        <RefundForm held={held} />
      </details>
    </li>
  );
}

/** How much goes back to which account; the client reads why. */
function RefundForm({ held: { client, name, credit, paidFrom } }: { readonly held: Credit }): JSX.Element {
  const { say, money } = useTexts();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [iban, setIban] = useState(paidFrom === null ? '' : shownIban(paidFrom));
  const [reason, setReason] = useState('');
  const read = readMoney(text, credit.currency);
  const amount = read.ok ? (amountOf(read.value) as NodeBody<'MoneyBody'>) : credit;
  return (
    <Act
      isMain
      of={[text, iban, reason].join(' ')}
      name={say('desk.credits.order')}
      effect={say('desk.credits.effect', { amount: money(amount), name, iban: iban.trim() })}
      confirm={money(amount)}
      act={async (once) => {
        const body = { client, amount, iban: iban.replace(/\s/g, ''), reason };
        const { id } = await askNode('post', '/api/v1/client-refunds', { body, once });
        void navigate(`/staff/refunds/${id}/done`);
      }}
    >
      {(said) => (
        <>
          <MoneyField
            label={say('desk.credits.amount')}
            hint={say('desk.credits.atMost', { amount: money(credit) })}
            currency={credit.currency}
            text={text}
            onText={setText}
            error={said('#/amount/amount') ?? said('#/amount')}
          />
          <TextField
            label={say('desk.credits.iban')}
            hint={say(paidFrom === null ? 'desk.credits.ibanHint' : 'desk.credits.paidFrom')}
            value={iban}
            required
            autoComplete="off"
            maxLength={50}
            error={said('#/iban')}
            onChange={({ target }) => setIban(target.value)}
          />
          <TextField
            label={say('desk.credits.reason')}
            hint={say('desk.credits.reasonHint')}
            value={reason}
            required
            pattern={someWord}
            maxLength={140}
            error={said('#/reason')}
            onChange={({ target }) => setReason(target.value)}
          />
        </>
      )}
    </Act>
  );
}

/** What went back, and whether the bank has shown it. */
export function Refunds(): JSX.Element {
  const { say, money, day } = useTexts();
  const refunds = useQuery({
    queryKey: ['bank', 'refunds'],
    queryFn: ({ signal }) => allOf((query) => askNode('get', '/api/v1/client-refunds', { query, signal })),
  });
  return (
    <Loaded query={refunds}>
      {(items) =>
        items.length > 0 && (
          <Table
            name="refunds"
            caption={say('desk.credits.refunds')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                name: say('desk.recovery.buyer'),
                of: 'name',
                show: ({ id, name }) => <Link to={`/staff/refunds/${id}/done`}>{name}</Link>,
              },
              { name: say('desk.bank.day'), of: 'orderedAt', show: ({ orderedAt }) => day(orderedAt) },
              { name: say('desk.bank.text'), of: 'reason', show: ({ reason }) => reason },
              {
                name: say('desk.payouts.state'),
                of: 'state',
                show: ({ state }) => (
                  <State tone={state === 'seen' ? 'ok' : 'info'}>{say(`desk.credits.is.${state}`)}</State>
                ),
              },
              { name: say('desk.amount'), of: 'amount', show: ({ amount }) => money(amount), isAmount: true },
            ]}
          />
        )
      }
    </Loaded>
  );
}

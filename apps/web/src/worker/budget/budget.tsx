import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import { type NodeBody, askNode } from '../../api/node.js';
import { type Amount, amountOf, moneyOf } from '../../app/amount.js';
import { Loaded } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { type Session, memberOf } from '../../app/session.js';
import { useTexts } from '../../app/texts.js';
import { SelectField } from '../../parts/field.js';
import { type Activity, type Budget, isJoined, isZero, useActivities, useBudget } from './budgets.js';
import { Entries } from './entries.js';
import { Offers } from './offers.js';
import { OpenSum } from './open-sum.js';
import { WagePlan } from './wage-plan.js';

/** "What may I spend, and why so much?" One activity at a time; the address says which. */
export function Budgets({ session }: { readonly session: Session }): JSX.Element {
  const activities = useActivities();
  return <Loaded query={activities}>{(found) => <Chosen activities={found} member={memberOf(session)} />}</Loaded>;
}

interface ChosenProps {
  readonly activities: readonly Activity[];
  readonly member: string;
}

function Chosen({ activities, member }: ChosenProps): JSX.Element {
  const { say, money } = useTexts();
  const [address, setAddress] = useSearchParams();
  const joined = activities.filter((one) => isJoined(one, member));
  const id = joined.find((one) => one.id === address.get('activity'))?.id ?? joined[0]?.id ?? '';
  const budget = useBudget(id);
  const entries = useQuery({
    queryKey: ['activities', id, 'entries'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/activities/{id}/entries', { path: { id }, signal }),
  });
  const { data } = budget;
  const isShort = data !== undefined && !isZero(data.lacking.amount);
  return (
    <Page
      title={say('home.budget.title')}
      answer={
        data &&
        say(isShort ? 'mine.budget.short' : 'mine.budget.free', {
          amount: money(isShort ? data.lacking : data.available),
        })
      }
    >
      <Offers activities={activities} member={member} />
      {joined.length > 1 && (
        <div className="narrow">
          <SelectField
            label={say('mine.budget.which')}
            value={id}
            choices={joined.map((one) => [one.id, one.kind === 'personal' ? say('mine.budget.own') : one.name])}
            onChoose={(activity) => setAddress({ activity }, { replace: true })}
          />
        </div>
      )}
      <Loaded query={budget}>{(found) => <Figures budget={found} />}</Loaded>
      <Loaded query={budget}>
        {(found) => <Loaded query={entries}>{({ items }) => <Detail budget={found} entries={items} />}</Loaded>}
      </Loaded>
      {data && joined.find((one) => one.id === id)?.kind === 'personal' && (
        <WagePlan member={member} currency={moneyOf(data.available).currency} />
      )}
    </Page>
  );
}

/** Collected, planned, reserved, and what is free: the four figures that one asks for. */
function Figures({ budget }: { readonly budget: Budget }): JSX.Element {
  const { say, money } = useTexts();
  const { collected, orders, invoiced, reserved, available, lacking } = budget;
  const planned = amountOf(moneyOf(orders).plus(moneyOf(invoiced)));
  const isShort = !isZero(lacking.amount);
  const hint = say('mine.budget.plannedHint', { orders: money(orders), invoiced: money(invoiced) });
  return (
    <dl className="tiles" aria-label={say('mine.budget.figures')}>
      <Figure name="collected" amount={collected} />
      <Figure name="planned" amount={planned} hint={isZero(planned.amount) ? '' : hint} />
      <Figure name="reserved" amount={reserved} />
      {isShort ? <Figure name="lacking" amount={lacking} /> : <Figure name="available" amount={available} />}
    </dl>
  );
}

interface FigureProps {
  readonly name: 'collected' | 'planned' | 'reserved' | 'available' | 'lacking';
  readonly amount: Amount;
  readonly hint?: string;
}

function Figure({ name, amount, hint = '' }: FigureProps): JSX.Element {
  const { say, money } = useTexts();
  return (
    <div className="card" data-figure={name} data-amount={amount.amount}>
      <dt>{say(`home.budget.${name}`)}</dt>
      <dd className="amount">{money(amount)}</dd>
      {hint !== '' && <dd className="small soft">{hint}</dd>}
    </div>
  );
}

interface DetailProps {
  readonly budget: Budget;
  readonly entries: readonly NodeBody<'EntryBody'>[];
}

const Detail = ({ budget, entries }: DetailProps): JSX.Element => (
  <>
    <OpenSum budget={budget} entries={entries} />
    <Entries entries={entries} />
  </>
);

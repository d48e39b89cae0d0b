import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { type NodeBody, askNode } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { Act } from '../../parts/act.js';
import { type Activity, isJoined } from './budgets.js';

interface OffersProps {
  readonly activities: readonly Activity[];
  readonly member: string;
}

/** What waits for her own yes or no: invitations to take part, and grants offered to what she leads. */
export function Offers({ activities, member }: OffersProps): JSX.Element | null {
  const grants = useQuery({
    queryKey: ['grants'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/grants', { query: { limit: 200 }, signal }),
  });
  const led = activities.filter(({ participants }) =>
    participants.some((one) => one.member === member && one.role === 'lead'),
  );
  const offered = (grants.data?.items ?? []).filter(
    ({ state, receiver }) => state === 'offered' && led.some(({ id }) => id === receiver),
  );
  const invited = activities.filter((one) => !isJoined(one, member));
  if (offered.length + invited.length === 0) return null;
  return (
    <>
      {invited.map((one) => (
        <Invitation key={one.id} activity={one} />
      ))}
      {offered.length > 0 && <Grants grants={offered} />}
    </>
  );
}

function Invitation({ activity: { id, name } }: { readonly activity: Activity }): JSX.Element {
  const { say } = useTexts();
  const path = { id };
  return (
    <section className="card asked">
      <h2>{say('mine.budget.invited', { name })}</h2>
      <div className="row">
        <Act
          isMain
          name={say('mine.budget.join')}
          act={() => askNode('post', '/api/v1/activities/{id}/join', { path })}
        />
        <Act name={say('mine.budget.decline')} act={() => askNode('post', '/api/v1/activities/{id}/leave', { path })} />
      </div>
    </section>
  );
}

function Grants({ grants }: { readonly grants: readonly NodeBody<'GrantBody'>[] }): JSX.Element {
  const { say, money } = useTexts();
  return (
    <section className="card asked" aria-label={say('mine.budget.grants')}>
      <h2>{say('mine.budget.grants')}</h2>
      {grants.map(({ id, amount, text }) => (
        <div key={id} className="row apart">
          <span>
            <strong className="amount">{money(amount)}</strong> · {text}
          </span>
          <span className="row">
            <Act
              isMain
              name={say('mine.budget.accept')}
              act={(once) => askNode('post', '/api/v1/grants/{id}/accept', { path: { id }, once })}
            />
            <Act
              name={say('mine.budget.decline')}
              act={(once) => askNode('post', '/api/v1/grants/{id}/decline', { path: { id }, once })}
            />
          </span>
        </div>
      ))}
    </section>
  );
}

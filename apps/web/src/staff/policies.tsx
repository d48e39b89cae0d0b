import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { useTexts } from '../app/texts.js';
import { PolicyForm } from './policy-form.js';
import { type Decision, type PolicyName, policyKinds } from './policy-value.js';
import { useShownValue } from './shown-policy.js';

type Entity = NodeBody<'EntityBody'>;

/** "What have the members decided, and what changes when?" */
export function Policies({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const entities = useQuery({
    queryKey: ['entities'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/entities', { signal }),
  });
  return (
    <Loaded query={entities}>
      {({ items }) =>
        items.length === 0 ? (
          <Page title={say('web.rooms.policies')}>
            <Empty>{say('desk.run.noEntity')}</Empty>
          </Page>
        ) : (
          items.map((entity) => (
            <OfEntity key={entity.id} entity={entity} session={session} hasName={items.length > 1} />
          ))
        )
      }
    </Loaded>
  );
}

interface OfEntityProps {
  readonly entity: Entity;
  readonly session: Session;
  readonly hasName: boolean;
}

function OfEntity({ entity, session, hasName }: OfEntityProps): JSX.Element {
  const { say } = useTexts();
  const policies = useQuery({
    queryKey: ['entities', entity.id, 'policies'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/entities/{id}/policies', { path: { id: entity.id }, signal }),
  });
  const mayDecide = session.roles.includes('finance');
  const { items = [], today = '' } = policies.data ?? {};
  const count = items.filter(({ from }) => from > today).length;
  const title = hasName ? `${say('web.rooms.policies')} · ${entity.name}` : say('web.rooms.policies');
  const answer = count === 0 ? say('desk.policies.answer.none') : say('desk.policies.answer.coming', { count });
  return (
    <Page title={title} answer={policies.data && answer}>
      <Loaded query={policies}>
        {(data) => (
          <div className={mayDecide ? 'two wide-form' : undefined}>
            <ul className={mayDecide ? 'plain fields' : 'plain two-even'}>
              {policyNames.map((name) => (
                <Policy
                  key={name}
                  name={name}
                  decisions={data.items.filter(({ policy }) => policy === name)}
                  today={data.today}
                  currency={entity.currency}
                />
              ))}
            </ul>
            {mayDecide && <PolicyForm entity={entity} today={data.today} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const policyNames = Object.keys(policyKinds) as readonly PolicyName[];

interface PolicyProps {
  readonly name: PolicyName;
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  readonly today: string;
  readonly currency: string;
}

/** What holds today, what comes, and what held before, each with the decision it rests on. */
function Policy({ name, decisions, today, currency }: PolicyProps): JSX.Element {
  const { say, day } = useTexts();
  const show = useShownValue(currency);
  const now = decisions.findLast(({ from }) => from <= today);
  const coming = decisions.filter(({ from }) => from > today);
  const past = decisions.filter((each) => each.from <= today && each !== now).reverse();
  return (
    <li className="card" data-testid="policy" data-policy={name} data-value={now?.value}>
      <div className="row apart">
        <h2>{say(`desk.policies.name.${name}`)}</h2>
        <strong className="amount">{now ? show(now) : say('desk.policies.undecided')}</strong>
      </div>
      {now && (
        <p className="small soft">{say('desk.policies.since', { day: day(now.from), decision: now.decision })}</p>
      )}
      {coming.map((each) => (
        <p key={each.from} className="notice attention" data-testid="policy-coming" data-from={each.from}>
          <strong>{say('desk.policies.coming', { value: show(each), day: day(each.from) })}</strong>
          <span className="small">{each.decision}</span>
        </p>
      ))}
      {past.length > 0 && (
        <details className="small">
          <summary>{say('desk.policies.past')}</summary>
          <ul>
            {past.map((each) => (
              <li key={each.from}>
                {say('desk.policies.coming', { value: show(each), day: day(each.from) })} · {each.decision}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

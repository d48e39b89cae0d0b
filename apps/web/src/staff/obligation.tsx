import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { type Texts, useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { SelectField } from '../parts/field.js';
import { Facts } from '../parts/table/table.js';
import { useNodeName } from './node-name.js';

type Obligation = NodeBody<'ObligationBody'>;

/** "Do we agree to owe this, or to be owed it?" */
export function ObligationDesk({ session }: { readonly session: Session }): JSX.Element {
  const { say, money } = useTexts();
  const named = useNodeName();
  const { id = '' } = useParams();
  const obligation = useQuery({
    queryKey: ['obligations', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/obligations/{id}', { path: { id }, signal }),
  });
  const { data } = obligation;
  const answer =
    data &&
    say('desk.obligation.answer', {
      debtor: named(data.debtor),
      creditor: named(data.creditor),
      amount: money(data.amount),
    });
  return (
    <Page title={say('desk.obligation.title')} answer={answer}>
      <Loaded query={obligation}>
        {(found) => (
          <>
            <What obligation={found} />
            {session.roles.includes('finance') && <Decide obligation={found} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function What({ obligation }: { readonly obligation: Obligation }): JSX.Element {
  const { say, deadline, moment } = useTexts();
  const named = useNodeName();
  const { state, text, mission, due, cycle, settledIn, code, evidence, terms, proposer, proposedAt } = obligation;
  const inCycle = settledIn ?? cycle;
  return (
    <section className="card" aria-label={say('desk.obligation.title')}>
      <Facts
        of={[
          [say('desk.obligation.state'), say(`desk.obligation.states.${state}`)],
          [say('desk.bank.text'), mission === null ? text : <Link to={`/staff/missions/${mission}`}>{text}</Link>],
          [say('desk.obligation.due'), deadline(due)],
          [
            say('desk.obligation.proposed'),
            <>
              {named(proposer)}, {moment(proposedAt)}
            </>,
          ],
          ...(inCycle === null ? [] : [[say('desk.obligation.cycle'), inCycle.replace('cyc_', '')] as const]),
          ...(code === null ? [] : [[say('desk.obligation.code'), reasonIn(say, code, evidence)] as const]),
          [say('desk.obligation.terms'), <code key="terms">{terms}</code>],
        ]}
      />
    </section>
  );
}

/** In the words of the list where the code is one of it, and what was written to it. */
function reasonIn(say: Texts['say'], code: string, evidence: string | null): string {
  const known = disputeGrounds.find((each) => each === code);
  const words = known ? say(`desk.obligation.reasons.${known}`) : code.replaceAll('-', ' ');
  return evidence ? `${words}: ${evidence}` : words;
}

/** What the federation's console may know of a dispute: none of it tells anything of a person. */
const disputeGrounds = ['amount', 'due', 'party', 'not-agreed', 'not-done', 'paid', 'other'] as const;
type Grounds = (typeof disputeGrounds)[number];

/** As people write a reason, and as both nodes keep it: a short word. */
const asCode = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50) || 'other';

function Decide({
  obligation: { id, state, proposer, peer },
}: {
  readonly obligation: Obligation;
}): JSX.Element | null {
  const { say } = useTexts();
  const navigate = useNavigate();
  const [grounds, setGrounds] = useState<Grounds>('amount');
  const path = { id };
  const on = `/api/v1/obligations/${id}`;
  const onDone = (): void => void navigate('/staff/inbox');
  const close = (outcome: 'upheld' | 'void') => (once: string, _: string, seen: string | undefined) =>
    askNode('post', '/api/v1/obligations/{id}/close-dispute', { path, once, seen, body: { outcome } });
  if (state === 'held')
    return (
      <section className="card acts">
        <h2>{say('desk.mission.decide')}</h2>
        <Act name={say('desk.obligation.upheld')} on={on} act={close('upheld')} onDone={onDone} />
        <Act name={say('desk.obligation.void')} on={on} act={close('void')} onDone={onDone} />
      </section>
    );
  if (state === 'agreed')
    return (
      <section className="card acts">
        <Act
          name={say('desk.obligation.dispute')}
          asks={say('desk.mission.reason')}
          on={on}
          act={(once, evidence, seen) =>
            askNode('post', '/api/v1/obligations/{id}/dispute', { path, once, seen, body: { code: grounds, evidence } })
          }
          onDone={onDone}
        >
          {() => (
            <SelectField
              label={say('desk.obligation.grounds')}
              value={grounds}
              choices={disputeGrounds.map((each) => [each, say(`desk.obligation.reasons.${each}`)])}
              onChoose={(chosen) => setGrounds(chosen as Grounds)}
            />
          )}
        </Act>
      </section>
    );
  if (state !== 'proposed') return null;
  return (
    <section className="card acts">
      <h2>{say('desk.mission.decide')}</h2>
      {proposer === peer ? (
        <>
          <Act
            isMain
            name={say('desk.obligation.accept')}
            on={on}
            act={(once, _, seen) => askNode('post', '/api/v1/obligations/{id}/accept', { path, once, seen })}
            onDone={onDone}
          />
          <Act
            name={say('desk.obligation.reject')}
            asks={say('desk.mission.reason')}
            on={on}
            act={(once, text, seen) =>
              askNode('post', '/api/v1/obligations/{id}/reject', { path, once, seen, body: { code: asCode(text) } })
            }
            onDone={onDone}
          />
        </>
      ) : (
        <Act
          name={say('desk.obligation.withdraw')}
          on={on}
          act={(once, _, seen) => askNode('post', '/api/v1/obligations/{id}/withdraw', { path, once, seen })}
          onDone={onDone}
        />
      )}
    </section>
  );
}

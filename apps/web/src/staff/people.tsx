import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { allOf } from '../api/all.js';
import { askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { type Texts, useTexts } from '../app/texts.js';
import { shownIban } from '../parts/iban.js';
import { Facts, Table } from '../parts/table/table.js';
import { MonthlyContractDesk } from './contract-desk.js';
import { MemberAddress } from './member-address.js';
import { MemberInvitation } from './member-invitation.js';
import { RefusedUploads } from './refused-files.js';

/** "Who works with us?" */
export function People({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const members = useQuery({
    queryKey: ['members', 'all'],
    queryFn: ({ signal }) => allOf((query) => askNode('get', '/api/v1/members', { query, signal })),
  });
  return (
    <Page
      title={say('web.rooms.people')}
      answer={members.data && say('desk.people.answer', { count: members.data.length })}
    >
      {session.roles.includes('adviser') && (
        <div>
          <Link className="button" to="/staff/people/new">
            {say('desk.join.open')}
          </Link>
        </div>
      )}
      <Loaded query={members}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{say('desk.people.none')}</Empty>
          ) : (
            <Table
              hasHeading
              name="members"
              caption={say('web.rooms.people')}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  name: say('own.request.name'),
                  of: 'name',
                  show: ({ id, name }) => <Link to={`/staff/people/${id}`}>{name}</Link>,
                },
                { name: say('desk.people.role'), of: 'role', show: ({ role }) => role },
                { name: say('web.signIn.email'), of: 'email', show: ({ email }) => email },
                {
                  name: say('web.shell.language'),
                  of: 'language',
                  show: ({ language }) => say(`language.${language}`),
                },
              ]}
            />
          )
        }
      </Loaded>
      {members.data && <RefusedUploads names={new Map(members.data.map(({ id, name }) => [id, name]))} />}
    </Page>
  );
}

/** One member: what the law is told of her, and her situation as she stated it. */
export function Person({ session }: { readonly session: Session }): JSX.Element {
  const { say, day, words, country } = useTexts();
  const { id = '' } = useParams();
  const path = { id };
  const member = useQuery({
    queryKey: ['members', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/members/{id}', { path, signal }),
  });
  const situations = useQuery({
    queryKey: ['members', id, 'situations'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/members/{id}/situations', { path, signal }),
  });
  return (
    <Page title={member.data?.name ?? say('web.rooms.people')}>
      <Loaded query={member}>
        {({ email, role, iban, told }) => (
          <section className="card">
            <Facts
              of={[
                [say('web.signIn.email'), email],
                [say('desk.people.role'), role],
                [say('desk.people.iban'), shownIban(iban)],
                ...told.map(
                  ({ name, words: named, value, valueWords }) =>
                    [named[words] ?? name, valueWords?.[words] ?? shownFact(value, say)] as const,
                ),
              ]}
            />
            {session.roles.includes('adviser') && <MemberAddress key={email} member={id} email={email} />}
          </section>
        )}
      </Loaded>
      <MemberInvitation member={id} session={session} />
      <MonthlyContractDesk member={id} />
      <Loaded query={situations}>
        {({ items }) => (
          <Table
            name="situations"
            caption={say('desk.people.situations')}
            rows={items}
            keyOf={({ from, statedAt }) => `${from} ${statedAt}`}
            columns={[
              { name: say('desk.people.from'), of: 'from', show: ({ from }) => day(from) },
              {
                name: say('desk.people.nationality'),
                of: 'nationality',
                show: ({ nationality }) => (nationality ? country(nationality) : '–'),
              },
              {
                name: say('desk.people.residence'),
                of: 'residence',
                show: ({ residence }) => (residence ? country(residence) : '–'),
              },
              {
                name: say('desk.people.activities'),
                of: ['activities', ({ activities }) => activities?.map(({ country: at, kind }) => `${kind} ${at}`)],
                show: ({ activities }) =>
                  (activities ?? [])
                    .map(({ country: at, kind }) => `${say(`desk.people.kind.${kind}`)} (${country(at)})`)
                    .join(', ') || '–',
              },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}

function shownFact(value: unknown, say: Texts['say']): string {
  if (typeof value === 'boolean') return say(value ? 'web.yes' : 'web.no');
  return String(value);
}

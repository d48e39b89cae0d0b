import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { dotted } from '../parts/dotted.js';
import { Facts } from '../parts/table/table.js';
import { useMemberNames, useMissionNames } from './names.js';

/** "Why is this payslip not made?" The rule, the day and the remedy; then once more. */
export function StoppedPayslip({ session }: { readonly session: Session }): JSX.Element {
  const { say, day } = useTexts();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const names = useMissionNames();
  const members = useMemberNames();
  const problems = useQuery({
    queryKey: ['payroll', 'problems'],
    queryFn: ({ signal }) =>
      askNode('get', '/api/v1/payroll/problems', { query: { limit: 200, state: 'all' }, signal }),
  });
  return (
    <Page title={say('desk.inbox.kind.payslip-stopped')}>
      <Loaded query={problems}>
        {({ items }) => {
          const found = items.find((each) => each.id === id);
          if (!found) return <Empty>{say('web.trouble.absent')}</Empty>;
          return (
            <section className="card">
              <p className="notice problem">{found.detail}</p>
              <p>{found.remedy}</p>
              <Facts
                of={[
                  [say('desk.stopped.rule'), dotted(found.rule, day(found.date))],
                  found.mission === null
                    ? [say('desk.stopped.month'), found.month]
                    : [
                        say('web.mission.title'),
                        <Link key="mission" to={`/staff/missions/${found.mission}`}>
                          {names.get(found.mission) ?? found.mission}
                        </Link>,
                      ],
                  [
                    say('desk.mission.worker'),
                    <Link key="member" to={`/staff/people/${found.member}`}>
                      {members.get(found.member) ?? found.member}
                    </Link>,
                  ],
                  [say('desk.stopped.attempts'), String(found.attempts)],
                ]}
              />
              {found.state === 'open' && session.roles.includes('payroll') && (
                <Act
                  isMain
                  name={say('desk.stopped.retry')}
                  act={(once) => askNode('post', '/api/v1/payroll/problems/{id}/retry', { path: { id }, once })}
                  onDone={() => void navigate('/staff/inbox')}
                />
              )}
            </section>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** "Why is this invoice not sent?" */
export function HeldInvoice({ session }: { readonly session: Session }): JSX.Element {
  const { say, moment } = useTexts();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const names = useMissionNames();
  const held = useQuery({
    queryKey: ['invoices', 'held'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/invoices/held', { signal }),
  });
  return (
    <Page title={say('desk.inbox.kind.invoice-held')}>
      <Loaded query={held}>
        {({ items }) => {
          const found = items.find(({ mission }) => mission === id);
          if (!found) return <Empty>{say('web.trouble.absent')}</Empty>;
          return (
            <section className="card">
              <p className="notice attention">{found.detail}</p>
              <p className="soft">{moment(found.since)}</p>
              <p>
                <Link to={`/staff/missions/${id}`}>{names.get(id) ?? say('web.mission.title')}</Link>
              </p>
              {session.roles.includes('finance') && (
                <Act
                  isMain
                  name={say('desk.stopped.invoice')}
                  act={(once) =>
                    askNode('post', '/api/v1/invoices/held/{mission}/retry', { path: { mission: id }, once })
                  }
                  onDone={() => void navigate('/staff/inbox')}
                />
              )}
            </section>
          );
        }}
      </Loaded>
    </Page>
  );
}

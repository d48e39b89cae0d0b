import { useQuery } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import type { Session } from '../app/session.js';
import { type Texts, useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';

interface MemberInvitationProps {
  readonly member: string;
  readonly session: Session;
}

/** Whether she can sign in, what became of the link she was sent, and a new one. */
export function MemberInvitation({ member, session }: MemberInvitationProps): JSX.Element {
  const { say, moment } = useTexts();
  const path = { id: member };
  const invitation = useQuery({
    queryKey: ['members', member, 'invitation'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/members/{id}/invitation', { path, signal }),
  });
  return (
    <Loaded query={invitation}>
      {(now) => (
        <section className="card" data-testid="invitation" data-state={now.link?.state ?? 'none'}>
          <h2>{say('desk.invitation.title')}</h2>
          <p>{told(now, { say, moment })}</p>
          {session.roles.includes('adviser') && (
            <Act
              name={say(`desk.invitation.${verbOf(now)}`)}
              effect={now.link?.state === 'open' ? say('desk.invitation.replaces') : undefined}
              act={() => askNode('post', '/api/v1/members/{id}/invitation', { path })}
            />
          )}
        </section>
      )}
    </Loaded>
  );
}

type Invitation = NodeBody<'MemberInvitationBody'>;

function told({ hasPassword, link }: Invitation, { say, moment }: Pick<Texts, 'say' | 'moment'>): ReactNode {
  if (!link) return say(hasPassword ? 'desk.invitation.given' : 'desk.invitation.none');
  const when = { sent: moment(link.sentAt), end: moment(link.endsAt), used: moment(link.usedAt ?? link.endsAt) };
  if (link.state === 'used') return say(`desk.invitation.${link.reason}.used`, when);
  return say(`desk.invitation.${link.reason}.${link.state === 'open' ? 'open' : 'ended'}`, when);
}

const verbOf = ({ hasPassword, link }: Invitation): 'invite' | 'again' | 'help' =>
  hasPassword ? 'help' : link ? 'again' : 'invite';

import type { JSX } from 'react';
import { Link } from 'react-router';
import { askNode } from '../../api/node.js';
import { Empty, Loaded } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { type Session, memberOf } from '../../app/session.js';
import { useTexts } from '../../app/texts.js';
import { Act } from '../../parts/act.js';
import { type Notification, useNotifications } from './asked.js';

/** "What happened to what is mine?" The newest first; what she has not seen is marked by a word. */
export function Notifications({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const query = useNotifications(session);
  const unread = query.data?.items.filter(({ readAt }) => readAt === null).length;
  return (
    <Page
      title={say('mine.notification.title')}
      answer={
        unread !== undefined &&
        (unread === 0 ? say('mine.notification.allRead') : say('mine.notification.answer', { count: unread }))
      }
    >
      <p>
        <Link to="/me/notifications">{say('mine.notification.choose')}</Link>
      </p>
      <Loaded query={query}>
        {({ items: [newest, ...others] }) =>
          newest === undefined ? (
            <Empty>{say('mine.notification.none')}</Empty>
          ) : (
            <>
              {unread !== 0 && <Act name={say('mine.notification.read')} act={() => readUpto(session, newest.id)} />}
              <NotificationList items={[newest, ...others]} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

const readUpto = (session: Session, upto: string): Promise<unknown> =>
  askNode('post', '/api/v1/members/{id}/notifications/read', { path: { id: memberOf(session) }, body: { upto } });

export function NotificationList({ items }: { readonly items: readonly Notification[] }): JSX.Element {
  const { say, moment, words } = useTexts();
  return (
    <ul className="plain fields">
      {items.map(({ id, kind, text, path, at, readAt }) => (
        <li key={id} className="card" data-testid="notification" data-kind={kind} data-read={readAt !== null}>
          <Link to={path}>{text[words]}</Link>
          <div className="small soft">
            {moment(at)}
            {readAt === null && <> · {say('mine.notification.new')}</>}
          </div>
        </li>
      ))}
    </ul>
  );
}

import type { JSX } from 'react';
import { Link } from 'react-router';
import { askNode } from '../../api/node.js';
import { Empty, Loaded } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { type Session, memberOf } from '../../app/session.js';
import { useTexts } from '../../app/texts.js';
import { Act } from '../../parts/act.js';
import { useNotifications } from './asked.js';
import { NotificationList } from './notification-list.js';

/** "What happened to what is mine?" The newest first; what she has not seen is marked by a word. */
export function Notifications({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const query = useNotifications(session);
  const unread = query.data?.items.filter(({ readAt }) => readAt === null).length;
  return (
    <Page
      title={say('home.news.title')}
      answer={
        unread !== undefined &&
        (unread === 0 ? say('mine.notification.allRead') : say('home.news.answer', { count: unread }))
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

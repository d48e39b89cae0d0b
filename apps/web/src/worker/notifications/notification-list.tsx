import type { JSX } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/texts.js';
import type { Notification } from './asked.js';

/** Each leads to what it tells of; what she has not seen is marked by a word. */
export function NotificationList({ items }: { readonly items: readonly Notification[] }): JSX.Element {
  const { say, moment, words } = useTexts();
  return (
    <ul className="plain fields">
      {items.map(({ id, kind, text, path, at, readAt }) => (
        <li key={id} className="card" data-testid="notification" data-kind={kind} data-read={readAt !== null}>
          <Link to={path}>{text[words]}</Link>
          <div className="small soft">
            {moment(at)}
            {readAt === null && <> · {say('home.news.new')}</>}
          </div>
        </li>
      ))}
    </ul>
  );
}

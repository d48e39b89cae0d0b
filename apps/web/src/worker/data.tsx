import type { JSX } from 'react';
import { Link } from 'react-router';
import { Page } from '../app/page.js';
import { type Session, memberOf } from '../app/session.js';
import { useTexts } from '../app/texts.js';
import { Erasure } from './erasure.js';

/** "What do you keep of me?" All of it, in a file that other programs read. */
export function MyData({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  return (
    <Page title={say('mine.data.title')} answer={say('mine.data.intro')}>
      <section className="card" aria-label={say('mine.data.export')}>
        <h2>{say('mine.data.export')}</h2>
        <p>{say('mine.data.what')}</p>
        <p className="soft">{say('mine.data.left')}</p>
        <p>
          <a className="button" href={`/api/v1/members/${memberOf(session)}/export`} download>
            {say('mine.data.save')}
          </a>
        </p>
      </section>
      <section className="card" aria-label={say('mine.data.correct')}>
        <h2>{say('mine.data.correct')}</h2>
        <p>{say('mine.data.ask')}</p>
        <p>
          <Link to="/documents">{say('mine.document.title')}</Link>
        </p>
      </section>
      <Erasure session={session} />
    </Page>
  );
}

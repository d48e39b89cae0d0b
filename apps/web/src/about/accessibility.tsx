import { useQuery } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { InWords, useTexts } from '../app/texts.js';
import { Contact } from './contact.js';

const gaps = ['people', 'words', 'charts', 'files'] as const;

/** "Can I use these pages, and whom do I tell when I cannot?" At a node its cooperative is who is told. */
export const AccessibilityPage = (): JSX.Element => (
  <InWords of="about">
    <Statement>
      <ToTell />
    </Statement>
  </InWords>
);

/** What is so of the federation's pages, which are made of the same pieces. */
export const FederationAccessibility = (): JSX.Element => (
  <InWords of="about">
    <Statement />
  </InWords>
);

function ToTell(): JSX.Element {
  const { say } = useTexts();
  const status = useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/status', { signal }),
  });
  return (
    <>
      <h2>{say('about.accessibility.contact')}</h2>
      <Loaded query={status}>
        {({ contact }) =>
          contact !== null && <Contact words={say('about.accessibility.contactText')} address={contact} />
        }
      </Loaded>
    </>
  );
}

function Statement({ children }: { readonly children?: ReactNode }): JSX.Element {
  const { say } = useTexts();
  return (
    <Page title={say('about.accessibility.title')} answer={say('about.accessibility.answer')}>
      <section className="card">
        <h2>{say('about.accessibility.aim')}</h2>
        <p>{say('about.accessibility.aimText')}</p>
        <h2>{say('about.accessibility.how')}</h2>
        <p>{say('about.accessibility.howText')}</p>
        <h2>{say('about.accessibility.gaps')}</h2>
        <ul>
          {gaps.map((gap) => (
            <li key={gap}>{say(`about.accessibility.gap.${gap}`)}</li>
          ))}
        </ul>
        {children}
      </section>
    </Page>
  );
}

import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { Link } from 'react-router';
import { Loaded } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { useTexts } from '../../app/texts.js';
import { Copy } from '../../parts/copy.js';
import { State } from '../../parts/state.js';

interface DoneProps {
  readonly title: string;
  /** What happened, with the amounts and who did it. */
  readonly what: ReactNode;
  /** What somebody can quote. */
  readonly reference: string;
  /** What follows, in its order, each with when or upon what. */
  readonly next: readonly ReactNode[];
  readonly back: string;
}

/** Money moved, or is about to: what was done, under which reference, and what follows. It says the same after a reload. */
export function Done({ title, what, reference, next, back }: DoneProps): JSX.Element {
  const { say } = useTexts();
  return (
    <Page title={title} answer={what}>
      <section className="card fields" aria-label={say('desk.done.reference')} data-testid="done">
        <h2>{say('desk.done.reference')}</h2>
        <div className="row">
          <code data-testid="done-reference">{reference}</code>
          <Copy of={reference} />
        </div>
      </section>
      <section className="card fields" aria-label={say('desk.done.next')}>
        <h2>{say('desk.done.next')}</h2>
        <ol data-testid="done-next">
          {next.map((each, at) => (
            <li key={at}>{each}</li>
          ))}
        </ol>
      </section>
      <p className="row apart">
        <Link to={back}>{say('desk.done.back')}</Link>
        <Link to="/staff/inbox">{say('web.rooms.inbox')}</Link>
      </p>
    </Page>
  );
}

/** A decision that has not been made yet, at the address where it would be confirmed. */
export function NotDone({ title, back }: Pick<DoneProps, 'title' | 'back'>): JSX.Element {
  const { say } = useTexts();
  return (
    <Page title={title}>
      <p className="card">
        <State tone="info">{say('desk.done.notYet')}</State>
      </p>
      <p>
        <Link to={back}>{say('desk.done.back')}</Link>
      </p>
    </Page>
  );
}

interface ConfirmationProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** What is confirmed is read from the node, never from what was pressed; until it is there, or when it is not, it says so. */
export function Confirmation<T>({ query, children }: ConfirmationProps<T>): ReactNode {
  const { say } = useTexts();
  const read = <Loaded query={query}>{children}</Loaded>;
  return query.data === undefined ? <Page title={say('desk.done.confirmation')}>{read}</Page> : read;
}

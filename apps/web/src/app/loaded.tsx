import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { ApiProblem, onlyIf } from '../api/problem.js';
import { useTexts } from './texts.js';

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for, or in words why it is not there. Old data stays while new data is on its way. */
export function Loaded<T>({ query, children }: LoadedProps<T>): ReactNode {
  const { say } = useTexts();
  if (query.data !== undefined)
    return (
      <>
        {query.isError && <Trouble problem={query.error} retry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  if (query.isError) return <Trouble problem={query.error} retry={() => void query.refetch()} />;
  return (
    <p className="soft" role="status">
      {say('web.loading')}
    </p>
  );
}

interface TroubleProps {
  readonly problem: unknown;
  readonly retry?: () => void;
}

/**
 * What happened, what to do, and the reference that staff can search. A session that ended is said by the sign-in that
 * then stands on the page.
 */
export function Trouble({ problem, retry }: TroubleProps): JSX.Element | null {
  const { say } = useTexts();
  const known = problem instanceof ApiProblem ? problem : undefined;
  if (onlyIf('sign-in-needed', problem)) return null;
  // That fields are wrong is said by the fields.
  const detail = known === undefined || onlyIf('invalid-request', known) ? '' : known.detail;
  const fields = new Set(known?.fields.map((field) => field.detail).filter((each) => !detail.includes(each)));
  const title = known?.isOffline
    ? say('web.trouble.offline')
    : known?.isForbidden
      ? say('web.trouble.forbidden')
      : known?.status === 404
        ? say('web.trouble.absent')
        : (known?.title ?? say('web.trouble.unknown'));
  return (
    <div className="notice problem" role="alert">
      <strong>{title}</strong>
      {detail !== '' && detail !== title && <p>{detail}</p>}
      {fields.size > 0 && (
        <ul>
          {[...fields].map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {known?.traceId !== undefined && (
        <p className="small soft">{say('web.trouble.reference', { reference: known.traceId })}</p>
      )}
      {retry && (
        <div>
          <button type="button" className="button quiet" onClick={retry}>
            {say('web.trouble.retry')}
          </button>
        </div>
      )}
    </div>
  );
}

/** Why there is nothing here, and who must do what. */
export const Empty = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <p className="card soft" data-testid="empty-state">
    {children}
  </p>
);

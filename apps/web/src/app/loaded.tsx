import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { ApiProblem } from '../api/problem.js';
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

/** What happened, what to do, and the reference that staff can search. */
export function Trouble({ problem, retry }: { readonly problem: unknown; readonly retry?: () => void }): JSX.Element {
  const { say } = useTexts();
  const known = problem instanceof ApiProblem ? problem : undefined;
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
      {known !== undefined && known.detail !== '' && known.detail !== title && <p>{known.detail}</p>}
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

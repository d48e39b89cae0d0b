import type { JSX } from 'react';
import { useTexts } from '../app/texts.js';
import type { Steady } from './steady.js';

/** Says how much has come, and shows it when asked; told politely to those who do not see it. */
export function Fresh({
  of: { fresh, showAll },
}: {
  readonly of: Pick<Steady<unknown>, 'fresh' | 'showAll'>;
}): JSX.Element {
  const { say } = useTexts();
  return (
    <div role="status">
      {fresh > 0 && (
        <button type="button" className="button quiet" data-testid="fresh" onClick={showAll}>
          {say('web.fresh', { count: fresh })}
        </button>
      )}
    </div>
  );
}

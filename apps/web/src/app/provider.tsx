import type { JSX } from 'react';
import { type SessionDoor, useProvider } from './session.js';
import { useTexts } from './texts.js';

interface ProviderProps {
  readonly door: SessionDoor;
  /** Where one goes afterwards. */
  readonly next: string;
  /** Why the provider's answer was not taken, when one comes back without success. */
  readonly refused: string | null;
}

/** Signing in at the cooperative's own provider, where there is one. The browser goes there and comes back. */
export function Provider({ door, next, refused }: ProviderProps): JSX.Element | null {
  const { say } = useTexts();
  const name = useProvider(door);
  if (name === null) return null;
  const why = refusals.find((kind) => kind === refused);
  return (
    <section className="card narrow">
      {why && <p role="alert">{say(`access.provider.${why}`, { name })}</p>}
      <a className="button quiet" href={`/api/v1/session/provider/start?next=${encodeURIComponent(next)}`}>
        {say('access.provider.signIn', { name })}
      </a>
    </section>
  );
}

const refusals = [
  'stale',
  'cancelled',
  'not-believed',
  'away',
  'unverified',
  'unknown-person',
  'no-role',
  'factor-needed',
] as const;

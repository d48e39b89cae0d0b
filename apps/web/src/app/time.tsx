import { type JSX, type ReactNode, useReducer } from 'react';

interface TimeProps {
  /** A day or an instant, as the API writes it. */
  readonly of: string;
  /** How far it is from now, in words. */
  readonly distance: () => string;
  readonly children: ReactNode;
}

/**
 * A day or a moment: how it is written, and to whoever points at it how far it is, even on a page that has been open for
 * hours. Who listens hears it once.
 */
export function Time({ of, distance, children }: TimeProps): JSX.Element {
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  return (
    <time dateTime={of} title={distance()} onPointerEnter={look}>
      {children}
    </time>
  );
}

import type { JSX } from 'react';
import { useTexts } from '../app/texts.js';
import { isConfirmed } from './confirmed.js';
import { TextField } from './field.js';

interface ConfirmProps {
  readonly of: string;
  readonly decision: {
    readonly typed: string;
    readonly setTyped: (text: string) => void;
    readonly isUnlike: boolean;
  };
  /** Nothing else is asked before it. */
  readonly isFirst: boolean;
}

/** Typed by hand, so that nobody does by habit what cannot be undone. */
export function ConfirmField({ of, decision: { typed, setTyped, isUnlike }, isFirst }: ConfirmProps): JSX.Element {
  const { say } = useTexts();
  return (
    <TextField
      label={say('own.confirm.type', { text: of })}
      hint={say('own.confirm.hint')}
      value={typed}
      maxLength={200}
      autoComplete="off"
      autoFocus={isFirst}
      data-testid="confirm"
      error={isUnlike && !isConfirmed(typed, of) ? say('own.confirm.unlike', { text: of }) : undefined}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}

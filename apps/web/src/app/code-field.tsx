import type { JSX } from 'react';
import { TextField } from '../parts/field.js';
import { useTexts } from './texts.js';

interface CodeFieldProps {
  readonly value: string;
  readonly onCode: (code: string) => void;
  readonly error?: string | undefined;
}

/** Six digits of an authenticator app; the browser may know where to find them. */
export function CodeField({ value, onCode, error }: CodeFieldProps): JSX.Element {
  const { say } = useTexts();
  return (
    <TextField
      label={say('access.factor.code')}
      hint={say('access.factor.codeHint')}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9]{6}"
      required
      autoFocus
      value={value}
      error={error}
      onChange={({ target }) => onCode(target.value.replaceAll(/\D/g, '').slice(0, 6))}
    />
  );
}

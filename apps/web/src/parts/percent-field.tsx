import type { JSX } from 'react';
import { useTexts } from '../app/texts.js';
import { TextField } from './field.js';
import { readPercent } from './percent.js';

interface PercentFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly error?: string | undefined;
}

/** A percentage as people type it, with what was understood of it: `1.234` is a little more than one. */
export function PercentField({ label, hint, text, onText, error }: PercentFieldProps): JSX.Element {
  const { say, percent } = useTexts();
  const read = readPercent(text);
  return (
    <div className="field">
      <TextField
        label={label}
        hint={hint}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={({ target }) => onText(target.value)}
        error={error}
      />
      <div data-testid="amount-confirm" aria-live="polite" className="small soft">
        {read !== undefined && say('money.understood', { amount: percent(`${read}e-2`) })}
      </div>
    </div>
  );
}

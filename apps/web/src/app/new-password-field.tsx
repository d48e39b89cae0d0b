import { type JSX, useState } from 'react';
import { TextField } from '../parts/field.js';
import { useTexts } from './texts.js';

interface NewPasswordFieldProps {
  readonly value: string;
  readonly onPassword: (password: string) => void;
  readonly error?: string | undefined;
}

/** A password that is chosen: it may be pasted, and be looked at instead of being typed twice. */
export function NewPasswordField({ value, onPassword, error }: NewPasswordFieldProps): JSX.Element {
  const { say } = useTexts();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <TextField
        label={say('access.password.new')}
        hint={say('access.password.newHint')}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        spellCheck={false}
        autoCapitalize="none"
        required
        minLength={12}
        maxLength={200}
        value={value}
        error={error}
        onChange={({ target }) => onPassword(target.value)}
      />
      <div className="choices">
        <label>
          <input type="checkbox" checked={isShown} onChange={({ target }) => setShown(target.checked)} />
          {say('access.password.show')}
        </label>
      </div>
    </>
  );
}

import { type ComponentProps, type JSX, type ReactNode, useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly children: (bound: Bound) => JSX.Element;
}

/** What binds a control to its label, hint and error. */
export interface Bound {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

/** Label above, hint under it, error under the control. */
export function Field({ label, hint, error, children }: FieldProps): JSX.Element {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {hint !== undefined && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <div className="error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </div>
  );
}

type InputProps = Omit<ComponentProps<'input'>, 'id'> & {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
};

export const TextField = ({ label, hint, error, ...input }: InputProps): JSX.Element => (
  <Field label={label} hint={hint} error={error}>
    {(bound) => <input type="text" {...input} {...bound} />}
  </Field>
);

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly onBlur?: () => void;
}

export const SelectField = ({ label, value, choices, onChoose, hint, error, onBlur }: ChoiceProps): JSX.Element => (
  <Field label={label} hint={hint} error={error}>
    {(bound) => (
      <select {...bound} value={value} onBlur={onBlur} onChange={({ target }) => onChoose(target.value)}>
        {choices.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** Few choices, all visible. */
export function RadioField({ label, value, choices, onChoose }: ChoiceProps): JSX.Element {
  const name = useId();
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="choices">
        {choices.map(([one, text]) => (
          <label key={one}>
            <input type="radio" name={name} checked={one === value} onChange={() => onChoose(one)} />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

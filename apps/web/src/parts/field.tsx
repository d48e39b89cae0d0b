import {
  type ChangeEvent,
  type ComponentProps,
  type JSX,
  type ReactNode,
  type SyntheticEvent,
  useId,
  useState,
} from 'react';
import { useTexts } from '../app/texts.js';

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

/** What the browser itself finds wrong is said in the words of the page, at the field, and the first such field is gone to. */
export function TextField({ label, hint, error, onChange, ...input }: InputProps): JSX.Element {
  const { say } = useTexts();
  const [fault, setFault] = useState<Fault>();
  const found = (event: SyntheticEvent<HTMLInputElement>): void => {
    event.preventDefault();
    const { currentTarget } = event;
    setFault(faultOf(currentTarget.validity));
    if (currentTarget.form?.querySelector(':is(input, select):invalid') === currentTarget) currentTarget.focus();
  };
  const changed = (event: ChangeEvent<HTMLInputElement>): void => {
    if (event.target.validity.valid) setFault(undefined);
    onChange?.(event);
  };
  return (
    <Field label={label} hint={hint} error={fault ? say(`web.fault.${fault}`, { count: input.minLength ?? 0 }) : error}>
      {(bound) => <input type="text" {...input} {...bound} onChange={changed} onInvalid={found} />}
    </Field>
  );
}

type Fault = 'missing' | 'email' | 'short' | 'unlike';

const faultOf = ({ valueMissing, typeMismatch, tooShort }: ValidityState): Fault =>
  valueMissing ? 'missing' : typeMismatch ? 'email' : tooShort ? 'short' : 'unlike';

export interface ChoiceProps {
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

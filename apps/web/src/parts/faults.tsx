import { type JSX, useEffect, useRef } from 'react';
import { useTexts } from '../app/texts.js';

interface FaultsProps {
  /** Each field by the name in its `data-field`, with what is wrong. */
  readonly of: readonly (readonly [field: string, text: string])[];
  readonly focus: React.RefObject<HTMLDivElement | null>;
}

/** What keeps a form from being sent, each with a way to its field. */
export function Faults({ of: faults, focus }: FaultsProps): JSX.Element {
  const { say } = useTexts();
  return (
    <div className="notice problem" role="alert" tabIndex={-1} ref={focus} data-testid="error-summary">
      <strong>{say('web.fault.summary')}</strong>
      <ul>
        {faults.map(([field, text]) => (
          <li key={field}>
            <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(event: React.MouseEvent, field: string): void {
  event.preventDefault();
  document.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, select)`)?.focus();
}

/** Brings her to the first field that something is wrong with, each time that something new is said. */
export function useFirstFault<Form extends HTMLElement = HTMLFormElement>(said: unknown): React.RefObject<Form | null> {
  const form = useRef<Form>(null);
  useEffect(() => {
    if (said) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [said]);
  return form;
}

/** Lets the summary of faults find its field. */
export const Named = ({ field, children }: { readonly field: string; readonly children: JSX.Element }): JSX.Element => (
  <div data-field={field}>{children}</div>
);

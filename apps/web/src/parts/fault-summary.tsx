import { type JSX, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../app/texts.js';

interface Fault {
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

/**
 * What is wrong in the form it stands in, each with a way to its field. It has the focus when the form was refused: by the
 * browser, or in what was `said` of it. What is mended leaves the list. A form with one field says it there and has no list.
 */
export function FaultSummary({ said }: { readonly said?: unknown }): JSX.Element {
  const { say } = useTexts();
  const place = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const heading = useId();
  const { faults, refusals } = useFaults(place, said);
  useEffect(() => list.current?.focus(), [refusals]);
  return (
    <>
      <span ref={place} hidden />
      {faults.length > 0 && (
        <div
          className="notice problem"
          role="group"
          aria-labelledby={heading}
          tabIndex={-1}
          ref={list}
          data-testid="error-summary"
        >
          <strong id={heading}>{say('web.fault.summary')}</strong>
          <ul>
            {faults.map(({ field, label, text }) => (
              <li key={field}>
                <a
                  href={`#${field}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(field)?.focus();
                  }}
                >
                  {label} – {text}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** What the fields say of themselves since the form was refused, and how often it was. */
function useFaults(place: RefObject<HTMLElement | null>, said: unknown) {
  const [{ faults, refusals }, tell] = useState<{ readonly faults: readonly Fault[]; readonly refusals: number }>({
    faults: [],
    refusals: 0,
  });
  const refuse = useRef<() => void>(() => undefined);
  useEffect(() => {
    const form = place.current?.closest<HTMLElement>('form, fieldset');
    if (!form) return;
    let drawn = 0;
    const refused = (): void => {
      cancelAnimationFrame(drawn);
      // The fields say what is wrong first.
      drawn = requestAnimationFrame(() => {
        if (isOfOneField(form)) form.querySelector<HTMLElement>(wrong)?.focus();
        else tell((before) => ({ faults: faultsIn(form), refusals: before.refusals + 1 }));
      });
    };
    const mended = new MutationObserver(() =>
      tell((before) => {
        const left = before.faults.length === 0 ? [] : faultsIn(form);
        return JSON.stringify(left) === JSON.stringify(before.faults) ? before : { ...before, faults: left };
      }),
    );
    refuse.current = refused;
    form.addEventListener('invalid', refused, true);
    mended.observe(form, { subtree: true, childList: true, attributeFilter: ['aria-invalid'] });
    return () => {
      cancelAnimationFrame(drawn);
      form.removeEventListener('invalid', refused, true);
      mended.disconnect();
    };
  }, [place]);
  useEffect(() => {
    if (said) refuse.current();
  }, [said]);
  return { faults, refusals };
}

const wrong = '[aria-invalid=true]';

/** The choices of one question are one field. */
const isOfOneField = (form: HTMLElement): boolean => {
  const fields = [...form.querySelectorAll<HTMLInputElement>('input, select, textarea')];
  return new Set(fields.map(({ type, name, id }) => (type === 'radio' ? name : id))).size < 2;
};

const faultsIn = (form: HTMLElement): readonly Fault[] =>
  [...form.querySelectorAll<HTMLInputElement>(wrong)].map(({ id, labels }) => ({
    field: id,
    label: labels?.[0]?.textContent ?? '',
    text: document.getElementById(`${id}-error`)?.textContent ?? '',
  }));

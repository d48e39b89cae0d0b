import { readMoney } from '@passerelle/i18n';
import type { CurrencyCode, Money } from '@passerelle/values';
import { type JSX, useState } from 'react';
import { amountOf } from '../app/amount.js';
import { useTexts } from '../app/texts.js';
import { Field } from './field.js';

interface MoneyFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly currency: CurrencyCode;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Something else that is wrong with the amount, said by the program. */
  readonly error?: string | undefined;
}

/** An amount as people type it. What was understood stands beside it; what can be read in two ways is asked. */
export function MoneyField({ label, hint, currency, text, onText, error }: MoneyFieldProps): JSX.Element {
  const { say, money } = useTexts();
  const [isLeft, setLeft] = useState(false);
  const read = readMoney(text, currency);
  const refusal = read.ok ? undefined : read.refusal;
  const show = (value: Money): string => money(amountOf(value));
  const isAmbiguous = refusal?.kind === 'ambiguous';
  return (
    <div className="field">
      <Field label={label} hint={hint} error={said()}>
        {(bound) => (
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            {...bound}
            // A form is not sent with an amount that cannot be read; what is said of it is said here.
            ref={(input) => input?.setCustomValidity(refusal?.kind ?? '')}
            onInvalid={(event) => {
              event.preventDefault();
              setLeft(true);
              event.currentTarget.focus();
            }}
            value={text}
            onChange={({ target }) => onText(target.value)}
            onBlur={() => setLeft(true)}
          />
        )}
      </Field>
      <div data-testid="amount-confirm" aria-live="polite" className="small soft">
        {read.ok && say('money.understood', { amount: show(read.value) })}
        {isAmbiguous && (
          <span className="row">
            {[refusal.large, refusal.small].map((one) => (
              <button
                key={one.toDecimal()}
                type="button"
                className="button quiet"
                onClick={() => onText(one.toDecimal().replace('.', ','))}
              >
                {show(one)}
              </button>
            ))}
          </span>
        )}
      </div>
    </div>
  );

  function said(): string | undefined {
    if (refusal === undefined) return error;
    if (refusal.kind === 'ambiguous')
      return say('money.ambiguous', { large: show(refusal.large), small: show(refusal.small) });
    if (!isLeft) return error;
    return say(`money.${refusal.kind}`, { text, currency, example: money({ amount: '1234.50', currency }) });
  }
}

import type { CurrencyCode } from '@passerelle/values';
import type { JSX } from 'react';
import { useTexts } from '../../app/texts.js';
import { MoneyField } from '../../parts/money-field.js';
import { PercentField } from '../../parts/percent-field.js';
import { type TypedLine, changedLine, emptyLine } from './typed.js';

interface LinesProps {
  readonly lines: readonly TypedLine[];
  readonly currency: CurrencyCode;
  readonly error: string | undefined;
  readonly onLines: (lines: readonly TypedLine[]) => void;
}

/** The API takes so many rates of one receipt. */
const mostLines = 10;

/** What was paid and its VAT; a receipt with several rates, as of a hotel, has a line for each. */
export function Lines({ lines, currency, error, onLines }: LinesProps): JSX.Element {
  const { say } = useTexts();
  const change = (at: number, part: Partial<TypedLine>): void =>
    onLines(lines.map((line, index) => (index === at ? changedLine(line, part, currency) : line)));
  return (
    <div className="fields" data-field="lines">
      {lines.map((line, at) => (
        <fieldset key={at} className={lines.length > 1 ? 'inset' : undefined}>
          {lines.length > 1 && <legend>{say('mine.expense.line', { number: at + 1 })}</legend>}
          <div className="pair">
            <MoneyField
              label={say('mine.expense.total')}
              currency={currency}
              text={line.total}
              onText={(total) => change(at, { total })}
            />
            <PercentField
              label={say('mine.expense.percent')}
              hint={say('mine.expense.percentHint')}
              text={line.percent}
              onText={(percent) => change(at, { percent })}
            />
            {line.percent !== '' && (
              <MoneyField
                label={say('mine.expense.vat')}
                currency={currency}
                text={line.vat}
                onText={(vat) => change(at, { vat })}
              />
            )}
          </div>
          {lines.length > 1 && (
            <button type="button" className="link" onClick={() => onLines(lines.filter((_, index) => index !== at))}>
              {say('mine.expense.removeLine', { number: at + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      {error !== undefined && <div className="error">{error}</div>}
      {lines.length < mostLines && (
        <button type="button" className="link" onClick={() => onLines([...lines, emptyLine])}>
          {say('mine.expense.addLine')}
        </button>
      )}
    </div>
  );
}

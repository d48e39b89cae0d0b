import type { JSX } from 'react';
import type { NodeBody } from '../api/node.js';
import { useTexts } from '../app/texts.js';

export type Line = NodeBody<'ExplanationBody'>;

type Spoken = Readonly<Record<string, string>>;

/** The sentence, the formula with its numbers, then rule, version, day and source: always in this order. */
export function Explain({ line, id }: { readonly line: Line; readonly id: string }): JSX.Element {
  const { say, day, percent, money, words } = useTexts();
  const { currency, rule } = line;
  const base = line.base as { readonly amount: string } | null;
  const law = rule.law as { readonly article?: string } | null;
  return (
    <div className="explain" id={id} data-testid="explain-panel">
      <p>{(line.text as Spoken)[words]}</p>
      {base && line.rate && (
        <p className="formula">
          {money({ amount: base.amount, currency })} × {percent(line.rate)} ={' '}
          {money({ amount: unsigned(line.amount), currency })}
        </p>
      )}
      <p className="small">
        {say('web.explain.rule', { rule: rule.id, version: rule.version })}
        {rule.validFrom && <>, {say('web.explain.from', { day: day(rule.validFrom) })}</>}
        {rule.lawText && (
          <>
            {' · '}
            {rule.lawText[words]}
            {law?.article && `, ${law.article}`}
          </>
        )}
        {rule.sourceText && <> · {rule.sourceText[words]}</>}
      </p>
      {rule.figures.map((figure) => (
        <p key={`${figure.name} ${figure.validFrom}`} className="small soft">
          {(figure.sourceText as Spoken)[words]} ({day(figure.validFrom)}):{' '}
          {say(`confidence.${figure.confidence as 'confirmed'}`)}
        </p>
      ))}
    </div>
  );
}

const unsigned = (amount: string): string => amount.replace(/^-/, '');

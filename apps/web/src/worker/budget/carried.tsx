import type { JSX } from 'react';
import type { NodeBody } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { useMonths } from '../../parts/months.js';
import { State } from '../../parts/state.js';

export type Forecast = NodeBody<'WageForecastBody'>;

/** How long her orders carry the wage: said before it stops. */
export function Carried({ forecast: { driesUpIn, carried } }: { readonly forecast: Forecast }): JSX.Element {
  const { say } = useTexts();
  const month = useMonths();
  return (
    <p data-testid="wage-carried" data-until={driesUpIn ?? ''}>
      {driesUpIn === null ? (
        <State tone="ok">{say('mine.wage.carried')}</State>
      ) : (
        <State tone="attention">{say('mine.wage.driesUp', { count: carried, month: month(driesUpIn) })}</State>
      )}
    </p>
  );
}

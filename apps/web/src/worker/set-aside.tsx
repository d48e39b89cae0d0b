import { useQuery, useQueryClient } from '@tanstack/react-query';
import { readMoney } from '@passerelle/i18n';
import { type CurrencyCode, Money } from '@passerelle/values';
import { type JSX, type SyntheticEvent, useState } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { saidAt } from '../api/problem.js';
import { amountOf } from '../app/amount.js';
import { Trouble } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { MoneyField } from '../parts/money-field.js';
import { useActivities } from './budget/budgets.js';
import { useDeed } from '../parts/deed.js';

const over: readonly string[] = ['refused', 'cancelled', 'completed'];

/** What of a mission's income she keeps for expenses instead of wage; hers to change until the payslip is made. */
export function SetAside({ mission }: { readonly mission: NodeBody<'MissionDetailBody'> }): JSX.Element | null {
  const { say, money } = useTexts();
  const { id, state } = mission;
  const { data: kept } = useQuery({
    queryKey: ['missions', id, 'set-aside'],
    queryFn: async ({ signal }) =>
      (await askNode('get', '/api/v1/missions/{id}/set-aside', { path: { id }, signal })).setAside,
  });
  const isOver = over.includes(state);
  if (kept === undefined || (isOver && kept === null)) return null;
  return (
    <section className="card" aria-label={say('mine.setAside.title')} data-testid="set-aside">
      <h2>{say('mine.setAside.title')}</h2>
      <p>{kept ? say('mine.setAside.kept', { amount: money(kept.amount) }) : say('mine.setAside.none')}</p>
      {!isOver && (
        <Decide
          mission={id}
          activity={kept?.activity}
          currency={mission.homeIncome.currency}
          start={kept?.amount.amount.replace('.', ',') ?? ''}
        />
      )}
    </section>
  );
}

interface DecideProps {
  readonly mission: string;
  /** Her own, where none is decided yet. */
  readonly activity: string | undefined;
  readonly currency: CurrencyCode;
  readonly start: string;
}

function Decide({ mission, activity, currency, start }: DecideProps): JSX.Element {
  const { say } = useTexts();
  const [text, setText] = useState(start);
  const own = useActivities().data?.[0]?.id;
  const queries = useQueryClient();
  const deciding = useDeed({
    mutationFn: (amount: Money) =>
      askNode('put', '/api/v1/missions/{id}/set-aside', {
        path: { id: mission },
        body: { activity: activity ?? own ?? '', amount: amountOf(amount) as NodeBody<'MoneyBody'> },
      }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const read = readMoney(text, currency);
    if (read.ok && !deciding.isPending) deciding.mutate(read.value);
  };
  return (
    <form className="fields narrow" onSubmit={submit}>
      <MoneyField
        label={say('mine.setAside.amount')}
        hint={say('mine.setAside.hint')}
        currency={currency}
        text={text}
        onText={(typed) => {
          deciding.reset();
          setText(typed);
        }}
        error={saidAt(deciding.error, '#/amount')}
      />
      <div>
        <button className="button quiet" type="submit" aria-disabled={deciding.isPending}>
          {say(deciding.isPending ? 'web.working' : 'mine.setAside.decide')}
        </button>
      </div>
      {deciding.isError && saidAt(deciding.error, '#/amount') === undefined && <Trouble problem={deciding.error} />}
    </form>
  );
}

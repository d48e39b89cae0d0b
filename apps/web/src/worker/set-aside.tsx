import { useQuery } from '@tanstack/react-query';
import { readMoney } from '@passerelle/i18n';
import { type CurrencyCode, Money } from '@passerelle/values';
import { type JSX, type SyntheticEvent, useState } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { type ApiProblem, saidAt } from '../api/problem.js';
import { amountOf } from '../app/amount.js';
import { Trouble } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { useChange } from '../parts/change.js';
import { FaultSummary } from '../parts/fault-summary.js';
import { Meanwhile } from '../parts/meanwhile.js';
import { MoneyField } from '../parts/money-field.js';
import { useActivities } from './budget/budgets.js';

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
          start={kept ? writtenAmount(kept.amount) : ''}
        />
      )}
    </section>
  );
}

const writtenAmount = ({ amount }: NodeBody<'MoneyBody'>): string => amount.replace('.', ',');

/** The part that somebody else has set aside meanwhile. */
const theirPart = ({ more }: ApiProblem): NodeBody<'MoneyBody'> | undefined =>
  (more['now'] as Partial<NodeBody<'SetAsideOfMissionBody'>> | undefined)?.setAside?.amount;

interface DecideProps {
  readonly mission: string;
  /** Her own, where none is decided yet. */
  readonly activity: string | undefined;
  readonly currency: CurrencyCode;
  readonly start: string;
}

function Decide({ mission, activity, currency, start }: DecideProps): JSX.Element {
  const { say, money } = useTexts();
  const [text, setText] = useState(start);
  const [from, setFrom] = useState(start);
  const own = useActivities().data?.[0]?.id;
  /** What stands there is no longer what she typed, but what is kept. */
  const stand = (kept: string): void => [setText, setFrom].forEach((set) => set(kept));
  const deciding = useChange({
    on: `/api/v1/missions/${mission}/set-aside`,
    isBegun: text !== from,
    change: (amount: Money, seen) =>
      askNode('put', '/api/v1/missions/{id}/set-aside', {
        path: { id: mission },
        seen,
        body: { activity: activity ?? own ?? '', amount: amountOf(amount) as NodeBody<'MoneyBody'> },
      }),
    onDone: ({ amount }) => stand(writtenAmount(amount)),
  });
  const theirs = deciding.changed && theirPart(deciding.changed);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const read = readMoney(text, currency);
    if (read.ok && !deciding.isPending) deciding.mutate(read.value);
  };
  return (
    <form className="fields narrow" onSubmit={submit}>
      <FaultSummary said={deciding.problem} />
      <MoneyField
        label={say('mine.setAside.amount')}
        hint={say('mine.setAside.hint')}
        currency={currency}
        text={text}
        onText={(typed) => {
          deciding.reset();
          setText(typed);
        }}
        error={saidAt(deciding.problem, '#/amount')}
      />
      <div>
        <button className="button quiet" type="submit" aria-disabled={deciding.isPending}>
          {say(deciding.isPending ? 'web.working' : 'mine.setAside.decide')}
        </button>
      </div>
      {deciding.changed && (
        <Meanwhile
          problem={deciding.changed}
          now={theirs ? money(theirs) : say('mine.setAside.none')}
          onTheirs={() => {
            stand(theirs ? writtenAmount(theirs) : '');
            deciding.takeTheirs();
          }}
          onMine={deciding.keepMine}
        />
      )}
      {deciding.problem && saidAt(deciding.problem, '#/amount') === undefined && <Trouble problem={deciding.problem} />}
    </form>
  );
}

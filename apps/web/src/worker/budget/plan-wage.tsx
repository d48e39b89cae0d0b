import { readMoney } from '@passerelle/i18n';
import type { CurrencyCode } from '@passerelle/values';
import { useQuery } from '@tanstack/react-query';
import { type JSX, type SyntheticEvent, useState } from 'react';
import { type NodeBody, askNode } from '../../api/node.js';
import { saidAt } from '../../api/problem.js';
import { amountOf } from '../../app/amount.js';
import { Trouble } from '../../app/loaded.js';
import { useTexts } from '../../app/texts.js';
import { useChange } from '../../parts/change.js';
import { useDeed } from '../../parts/deed.js';
import { FaultSummary } from '../../parts/fault-summary.js';
import { SelectField } from '../../parts/field.js';
import { Meanwhile } from '../../parts/meanwhile.js';
import { MoneyField } from '../../parts/money-field.js';
import { useMonths } from '../../parts/months.js';
import { useSettled } from '../../parts/settled.js';
import { useToday } from '../../parts/today.js';
import { Carried } from './carried.js';

interface PlanWageProps {
  readonly member: string;
  readonly currency: CurrencyCode;
  /** A wage is planned that could be stopped. */
  readonly isPlanned: boolean;
}

/** Months for which an even wage is looked for when she asks for one. */
const evenMonths = 12;

/** Plans a wage from a coming month on, or stops it; what it leaves is said before. */
export function PlanWage({ member, currency, isPlanned }: PlanWageProps): JSX.Element | null {
  const { say } = useTexts();
  const month = useMonths();
  const [text, setText] = useState('');
  /** What stands in the field is what was decided, and nothing new is begun. */
  const [isKept, setKept] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const months = useComingMonths();
  const from = chosen ?? months[0] ?? '';
  const read = readMoney(text, currency);
  const gross = read.ok ? (amountOf(read.value) as NodeBody<'MoneyBody'>) : undefined;
  const preview = usePreview(member, gross && { from, gross });
  const path = { id: member };
  const deciding = useChange({
    on: `/api/v1/members/${member}/wage-plan`,
    isBegun: text !== '' && !isKept,
    change: (body: NodeBody<'WagePlanDecisionBody'>, seen) =>
      askNode('put', '/api/v1/members/{id}/wage-plan', { path, body, seen }),
    onDone: () => setKept(true),
  });
  const suggesting = useDeed({
    mutationFn: () =>
      askNode('post', '/api/v1/members/{id}/wage-plan/preview', { path, body: { from, months: evenMonths } }),
    onSuccess: (found) => {
      setText(found.gross.amount.replace('.', ','));
      setKept(false);
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (gross && !deciding.isPending) deciding.mutate({ from, gross });
  };
  const trouble = [deciding.problem, suggesting.error].find((error) => error && saidAt(error, '#') === undefined);
  if (months.length === 0) return null;
  return (
    <form className="card fields narrow" onSubmit={submit} aria-label={say('mine.wage.plan')}>
      <FaultSummary said={deciding.problem ?? suggesting.error} />
      <SelectField
        label={say('mine.wage.first')}
        value={from}
        choices={months.map((one) => [one, month(one)])}
        onChoose={setChosen}
        error={saidAt(deciding.problem, '#/from')}
      />
      <MoneyField
        label={say('mine.wage.gross')}
        hint={say('mine.wage.hint')}
        currency={currency}
        text={text}
        onText={(typed) => {
          setText(typed);
          setKept(false);
          deciding.reset();
          suggesting.reset();
        }}
        error={[preview.error, deciding.problem, suggesting.error].map((one) => saidAt(one, '#/gross')).find(Boolean)}
      />
      {preview.data && gross && <Answer preview={preview.data} />}
      {deciding.changed && (
        <Meanwhile
          problem={deciding.changed}
          onTheirs={() => {
            setText('');
            deciding.takeTheirs();
          }}
          onMine={deciding.keepMine}
        />
      )}
      {trouble && <Trouble problem={trouble} />}
      <div className="row">
        <button className="button" type="submit" aria-disabled={deciding.isPending}>
          {say(deciding.isPending ? 'web.working' : 'mine.wage.decide')}
        </button>
        <button
          className="button quiet"
          type="button"
          aria-disabled={deciding.isPending}
          onClick={() => {
            if (deciding.isPending) return;
            deciding.reset();
            suggesting.mutate();
          }}
        >
          {say('mine.wage.suggest', { count: evenMonths })}
        </button>
        {isPlanned && (
          <button
            className="button quiet"
            type="button"
            aria-disabled={deciding.isPending}
            onClick={() => deciding.mutate({ from })}
          >
            {say('mine.wage.stop', { month: month(from) })}
          </button>
        )}
      </div>
    </form>
  );
}

const Answer = ({ preview }: { readonly preview: NodeBody<'WagePreviewBody'> }): JSX.Element => {
  const { say, money } = useTexts();
  return (
    <div aria-live="polite" data-testid="wage-preview">
      <p>{say('mine.wage.leaves', { net: money(preview.net), cost: money(preview.cost) })}</p>
      <Carried forecast={preview.forecast} />
    </div>
  );
};

/** What a wage would leave, asked once she has stopped typing. */
function usePreview(member: string, asked: NodeBody<'WagePlanDecisionBody'> | undefined) {
  const question = useSettled(asked);
  return useQuery({
    queryKey: ['members', member, 'wage-preview', question],
    queryFn: ({ signal }) =>
      askNode('post', '/api/v1/members/{id}/wage-plan/preview', { path: { id: member }, body: question!, signal }),
    enabled: question !== undefined,
  });
}

/** The months that have not begun, by the day of the cooperative: a year of them. */
function useComingMonths(): readonly string[] {
  const { data: today } = useToday();
  if (today === undefined) return [];
  const [year, month] = today.split('-').map(Number) as [number, number];
  return Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(year, month + at)).toISOString().slice(0, 7));
}

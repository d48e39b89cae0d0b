import { readMoney } from '@passerelle/i18n';
import type { CurrencyCode } from '@passerelle/values';
import { useQueryClient } from '@tanstack/react-query';
import { type JSX, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { ApiProblem } from '../api/problem.js';
import { Trouble } from '../app/loaded.js';
import { type Texts, useTexts } from '../app/texts.js';
import { Faults, Named } from '../parts/faults.js';
import { SelectField, TextField } from '../parts/field.js';
import { MoneyField } from '../parts/money-field.js';
import { PercentField } from '../parts/percent-field.js';
import { type PolicyName, policyKinds, writtenValue } from './policy-value.js';
import { useShownValue } from './shown-policy.js';
import { useDeed } from '../parts/deed.js';

interface FormProps {
  readonly entity: NodeBody<'EntityBody'>;
  /** Where the entity is. */
  readonly today: string;
}

type FieldName = 'value' | 'from' | 'decision';
type Faulty = Partial<Readonly<Record<FieldName, string>>>;

const policyNames = Object.keys(policyKinds) as readonly PolicyName[];

/** A decision of the members, from a day on. It is looked at here, and decided by the node, whose words stand at the field. */
export function PolicyForm({ entity, today }: FormProps): JSX.Element {
  const texts = useTexts();
  const { say, day } = texts;
  const show = useShownValue(entity.currency);
  const queries = useQueryClient();
  const summary = useRef<HTMLDivElement>(null);
  const kept = useRef(false);
  const [policy, setPolicy] = useState<PolicyName>('contributionRate');
  const [typed, setTyped] = useState('');
  const [from, setFrom] = useState('');
  const [decision, setDecision] = useState('');
  const [faults, setFaults] = useState<Faulty>({});
  const deciding = useDeed({
    mutationFn: () => {
      const body = { policy, from, value: valueOf(policy, typed, entity.currency), decision: decision.trim() };
      return askNode('post', '/api/v1/entities/{id}/policies', { path: { id: entity.id }, body });
    },
    onSuccess: async () => {
      for (const clear of [setTyped, setFrom, setDecision]) clear('');
      await queries.invalidateQueries({ queryKey: ['entities', entity.id] });
    },
    onError: (problem) => setFaults(faultsOf(problem, { texts, policy, today })),
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (deciding.isPending) return;
    const missing = Object.entries({ value: typed, from, decision }).filter(([, text]) => text.trim() === '');
    setFaults(Object.fromEntries(missing.map(([name]) => [name, say('desk.policies.refused.missing')])));
    if (missing.length === 0) deciding.mutate();
  };
  /** What was said of a field goes when something else is written into it; the summary then stays where it is. */
  const typing = (field: FieldName, set: (text: string) => void) => (text: string) => {
    set(text);
    if (deciding.isError && !deciding.isPending) deciding.reset();
    if (faults[field] !== undefined)
      setFaults(({ [field]: _, ...others }) => {
        kept.current = true;
        return others;
      });
  };
  useEffect(() => {
    if (!kept.current) summary.current?.focus();
    kept.current = false;
  }, [faults]);
  const hint = say(`desk.policies.hint.${policy}`);
  const inList = (field: string, text: string): string => `${say(`desk.policies.${field as FieldName}`)} – ${text}`;
  return (
    <form className="card fields" onSubmit={submit} noValidate aria-label={say('desk.policies.change')}>
      <h2>{say('desk.policies.change')}</h2>
      <p className="small soft">{say('desk.policies.changeHint')}</p>
      {Object.keys(faults).length > 0 && (
        <Faults of={Object.entries(faults).map(([field, text]) => [field, inList(field, text)])} focus={summary} />
      )}
      {deciding.isError && Object.keys(faults).length === 0 && <Trouble problem={deciding.error} />}
      {deciding.isSuccess && (
        <p className="notice ok" role="status">
          {say('desk.policies.recorded', { value: show(deciding.data), day: day(deciding.data.from) })}
        </p>
      )}
      <SelectField
        label={say('desk.policies.policy')}
        value={policy}
        choices={policyNames.map((name) => [name, say(`desk.policies.name.${name}`)] as const)}
        onChoose={(chosen) => setPolicy(chosen as PolicyName)}
      />
      <Named field="value">
        {policyKinds[policy] === 'amount' ? (
          <MoneyField
            label={say('desk.policies.value')}
            hint={hint}
            currency={entity.currency}
            text={typed}
            onText={typing('value', setTyped)}
            error={faults.value}
          />
        ) : policyKinds[policy] === 'percent' ? (
          <PercentField
            label={say('desk.policies.value')}
            hint={hint}
            text={typed}
            onText={typing('value', setTyped)}
            error={faults.value}
          />
        ) : (
          <TextField
            label={say('desk.policies.value')}
            hint={hint}
            value={typed}
            autoComplete="off"
            inputMode={policyKinds[policy] === 'days' ? 'numeric' : undefined}
            onChange={({ target }) => typing('value', setTyped)(target.value)}
            error={faults.value}
          />
        )}
      </Named>
      <Named field="from">
        <TextField
          type="date"
          label={say('desk.policies.from')}
          value={from}
          min={today}
          onChange={({ target }) => typing('from', setFrom)(target.value)}
          error={faults.from}
        />
      </Named>
      <Named field="decision">
        <TextField
          label={say('desk.policies.decision')}
          hint={say('desk.policies.decisionHint')}
          value={decision}
          maxLength={300}
          onChange={({ target }) => typing('decision', setDecision)(target.value)}
          error={faults.decision}
        />
      </Named>
      <button className="button" type="submit" aria-disabled={deciding.isPending}>
        {deciding.isPending ? say('web.working') : say('desk.policies.record')}
      </button>
    </form>
  );
}

function valueOf(policy: PolicyName, typed: string, currency: string): string {
  if (policyKinds[policy] !== 'amount') return writtenValue(policy, typed);
  const read = readMoney(typed, currency as CurrencyCode);
  return read.ok ? read.value.toDecimal() : typed;
}

interface Said {
  readonly texts: Texts;
  readonly policy: PolicyName;
  readonly today: string;
}

/** What the node found wrong, at the field it names and in the reader's words. */
function faultsOf(problem: unknown, { texts: { say, dayText }, policy, today }: Said): Faulty {
  if (!(problem instanceof ApiProblem)) return {};
  const said = problem.fields.map(({ pointer, code, detail }) => {
    const name = pointer.replace('#/', '') as FieldName;
    if (code === 'not-a-policy-value')
      return [name, say('desk.policies.refused.value', { hint: say(`desk.policies.hint.${policy}`) })];
    if (code === 'policy-in-the-past') return [name, say('desk.policies.refused.past', { day: dayText(today) })];
    return [name, code === 'policy-already-decided' ? say('desk.policies.refused.taken') : detail];
  });
  return Object.fromEntries(said) as Faulty;
}

import { useQuery } from '@tanstack/react-query';
import { type JSX, type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import type { Amount } from '../app/amount.js';
import { Empty, Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Act, type Said, someWord } from '../parts/act.js';
import { Field, TextField } from '../parts/field.js';

type Line = NodeBody<'BankLineBody'>;
export type DebitKind = NodeBody<'DebitExplanationBody'>['kind'];

const debitKinds: readonly DebitKind[] = [
  'bank-fee',
  'interest',
  'wage-tax',
  'social-security',
  'vat',
  'purchase',
  'own-account',
  'client-refund',
  'claimed-back',
];

/** How much went out, as people say it: without a sign. */
export const wentOut = ({ amount, currency }: Amount): Amount => ({ amount: amount.replace('-', ''), currency });

/** "What is that debit?" It is read by itself, so that what somebody says rests on what she saw. */
export function DebitForm({ line: { id } }: { readonly line: Pick<Line, 'id'> }): JSX.Element {
  const line = useQuery({
    queryKey: ['bank', 'lines', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/bank/lines/{id}', { path: { id }, signal }),
  });
  return <Loaded query={line}>{(seen) => <Explain line={seen} />}</Loaded>;
}

/** A word of the list and a sentence; of a claim that the bank refused, what it was after all. */
function Explain({ line: { id, entity, amount, claim } }: { readonly line: Line }): JSX.Element {
  const { say, money } = useTexts();
  const navigate = useNavigate();
  const [kind, setKind] = useState<DebitKind | ''>('');
  const [client, setClient] = useState('');
  const [text, setText] = useState('');
  const shown = money(claim ?? wentOut(amount));
  const effect =
    kind === 'claimed-back'
      ? say('desk.debit.claimEffect', { amount: shown })
      : say('desk.debit.effect', { amount: shown, kind: kind && say(`desk.debit.kinds.${kind}`) });
  const choices = debitKinds
    .filter((one) => claim === null || one !== 'claimed-back')
    .map((one) => [one, say(`desk.debit.kinds.${one}`)] as const);
  return (
    <Act
      isMain
      of={[kind, client, text].join(' ')}
      name={say('desk.debit.book')}
      effect={effect}
      on={`/api/v1/bank/lines/${id}`}
      act={(once, _, seen) => {
        const body = { kind: kind as DebitKind, text, ...(kind === 'client-refund' && { client }) };
        return askNode('post', '/api/v1/bank/lines/{id}/explanation', { path: { id }, body, once, seen });
      }}
      onDone={() => void navigate(`/staff/bank/${id}/done`)}
    >
      {(said) => (
        <>
          <NeededChoice
            label={say('desk.debit.what')}
            value={kind}
            choices={choices}
            onChoose={(one) => setKind(one as DebitKind)}
            error={said('#/kind')}
          />
          {kind === 'client-refund' && (
            <Refunded entity={entity} client={client} onClient={setClient} error={said('#/client')} />
          )}
          <TextField
            label={say('desk.debit.sentence')}
            hint={say('desk.debit.sentenceHint')}
            value={text}
            required
            pattern={someWord}
            maxLength={300}
            error={said('#/text')}
            onChange={({ target }) => setText(target.value)}
          />
        </>
      )}
    </Act>
  );
}

interface RefundedProps {
  readonly entity: string;
  readonly client: string;
  readonly onClient: (client: string) => void;
  readonly error: ReturnType<Said>;
}

/** Whose money it was: only clients who have some with this entity. */
function Refunded({ entity, client, onClient, error }: RefundedProps): JSX.Element {
  const { say, money } = useTexts();
  const credits = useQuery({
    queryKey: ['bank', 'client-credits'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/bank/client-credits', { signal }),
  });
  return (
    <Loaded query={credits}>
      {({ items }) => {
        const choices = items
          .filter((each) => each.entity === entity)
          .map((each) => [each.client, `${each.name} · ${money(each.credit)}`] as const);
        return choices.length === 0 ? (
          <Empty>{say('desk.debit.noCredit')}</Empty>
        ) : (
          <NeededChoice
            label={say('desk.debit.client')}
            hint={say('desk.debit.clientHint')}
            value={client}
            choices={choices}
            onChoose={onClient}
            error={error}
          />
        );
      }}
    </Loaded>
  );
}

interface NeededProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string) => void;
  readonly error: string | undefined;
}

/** One of a list, of which none is the likeliest: it is asked for, and what the browser finds missing is said at the field. */
function NeededChoice({ label, hint, value, choices, onChoose, error }: NeededProps): JSX.Element {
  const { say } = useTexts();
  const [isMissing, setMissing] = useState(false);
  const found = (event: SyntheticEvent<HTMLSelectElement>): void => {
    event.preventDefault();
    setMissing(true);
    const { currentTarget } = event;
    if (currentTarget.form?.querySelector(':is(input, select):invalid') === currentTarget) currentTarget.focus();
  };
  return (
    <Field label={label} hint={hint} error={isMissing && value === '' ? say('web.fault.missing') : error}>
      {(bound) => (
        <select
          {...bound}
          required
          value={value}
          onInvalid={found}
          onChange={({ target }) => {
            setMissing(false);
            onChoose(target.value);
          }}
        >
          <option value="">{say('own.request.choose')}</option>
          {choices.map(([one, text]) => (
            <option key={one} value={one}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

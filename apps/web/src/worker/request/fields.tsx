import type { CurrencyCode } from '@passerelle/values';
import { type JSX, useState } from 'react';
import { ApiProblem } from '../../api/problem.js';
import { useTexts } from '../../app/texts.js';
import { useCountries } from '../../parts/country.js';
import { Named } from '../../parts/faults.js';
import { kept as keptUnder } from '../../parts/kept.js';
import { PickField } from '../../parts/pick/pick-field.js';
import { SelectField, TextField } from '../../parts/field.js';
import { MoneyField } from '../../parts/money-field.js';
import type { Choices } from './choices.js';
import { type Draft, type DraftField, type WorkKind, faultsOf, workKinds } from './draft.js';
import type { KeptDraft } from './kept-draft.js';
import { NewClient } from './new-client.js';

interface RequestFieldsProps {
  readonly kept: KeptDraft;
  readonly choices: Choices;
  readonly host: string;
  /** Sending was tried: every fault is said. */
  readonly isTried: boolean;
  readonly problem: unknown;
  /** How the work is asked for, of whoever does not do it herself. */
  readonly workLabel?: string;
}

/** Where in what was sent each field stands. */
const pointers: Readonly<Record<DraftField, string>> = {
  client: '#/client',
  work: '#/work',
  country: '#/place/country',
  town: '#/place/town',
  first: '#/first',
  last: '#/last',
  days: '#/days',
  price: '#/price',
};

/** The six things a mission needs, and two that usually stay as they are. */
export function RequestFields({ kept, choices, host, isTried, problem, workLabel }: RequestFieldsProps): JSX.Element {
  const { say } = useTexts();
  const { draft } = kept;
  const { hosts } = choices;
  const [left, setLeft] = useState<readonly DraftField[]>([]);
  const countries = useCountries();
  const faults = faultsOf(draft, hosts.currency as CurrencyCode);
  const bound = (field: DraftField) => ({
    value: draft[field],
    error: said(field),
    onBlur: () => setLeft((known) => [...known, field]),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => kept.change({ [field]: target.value }),
  });
  return (
    <>
      <ClientField of={kept} choices={choices} error={said('client')} onLeft={() => setLeft([...left, 'client'])} />
      <Named field="work">
        <TextField
          label={workLabel ?? say('own.request.work')}
          hint={say('own.request.workHint')}
          maxLength={200}
          {...bound('work')}
        />
      </Named>
      <div className="pair">
        <Named field="country">
          <SelectField
            label={say('own.request.country')}
            value={draft.country}
            choices={[['', say('own.request.choose')], ...countries]}
            onChoose={(country) => kept.change({ country })}
            error={said('country')}
          />
        </Named>
        <Named field="town">
          <TextField label={say('own.request.town')} maxLength={100} {...bound('town')} />
        </Named>
      </div>
      <div className="pair">
        <Named field="first">
          <TextField label={say('own.request.first')} type="date" {...bound('first')} />
        </Named>
        <Named field="last">
          <TextField label={say('own.request.last')} type="date" min={draft.first} {...bound('last')} />
        </Named>
        <Named field="days">
          <TextField label={say('own.request.days')} inputMode="numeric" {...bound('days')} />
        </Named>
      </div>
      <Named field="price">
        <MoneyField
          label={say('own.request.fee')}
          hint={say('own.request.feeHint', { currency: hosts.currency })}
          currency={hosts.currency as CurrencyCode}
          text={draft.price}
          onText={(price) => kept.change({ price })}
          error={said('price')}
        />
      </Named>
      <Usual draft={draft} change={kept.change} choices={choices} host={host} />
    </>
  );

  /** What the node said of it, else what is missing, once its field was left. */
  function said(field: DraftField): string | undefined {
    const isMissing = faults.includes(field) && (isTried || left.includes(field));
    if (isMissing) return say(`own.request.fault.${field}`);
    if (!(problem instanceof ApiProblem)) return undefined;
    return problem.fields.find(({ pointer }) => pointer.startsWith(pointers[field]))?.detail;
  }
}

interface ClientFieldProps {
  readonly of: KeptDraft;
  readonly choices: Choices;
  readonly error: string | undefined;
  readonly onLeft: () => void;
}

const another = 'new';

function ClientField({ of: { draft, change }, choices, error, onLeft }: ClientFieldProps): JSX.Element {
  const { say } = useTexts();
  const { clients, member } = choices;
  const newClient = `passerelle.client.${member.id}`;
  const [isNew, setNew] = useState(clients.length === 0 || (draft.client === '' && keptUnder(newClient) !== undefined));
  const named = clients.map(({ id, name, country }) => [id, `${name} (${country})`] as const);
  return (
    <div data-field="client" className="fields">
      <PickField
        label={say('own.request.client')}
        value={isNew ? another : draft.client}
        choices={[['', say('own.request.choose')], ...named]}
        besides={[another, say('own.request.newClient')]}
        onBlur={onLeft}
        onChoose={(client) => {
          setNew(client === another);
          change({ client: client === another ? '' : client });
        }}
        error={error}
      />
      {isNew && (
        <NewClient
          draft={newClient}
          entity={member.entity}
          country={draft.country}
          onAdded={(client) => {
            setNew(false);
            change({ client });
          }}
        />
      )}
    </div>
  );
}

interface UsualProps {
  readonly draft: Draft;
  readonly change: KeptDraft['change'];
  readonly choices: Choices;
  readonly host: string;
}

/** What follows from the rest, and may be said otherwise. */
function Usual({ draft, change, choices: { hosts }, host }: UsualProps): JSX.Element {
  const { say } = useTexts();
  return (
    <div className="two-even">
      <SelectField
        label={say('own.request.kindLabel')}
        value={draft.kind}
        choices={workKinds.map((kind) => [kind, say(`own.request.kind.${kind as 'teaching'}`)] as const)}
        onChoose={(kind) => change({ kind: kind as WorkKind })}
      />
      {hosts.items.length > 1 && (
        <SelectField
          label={say('own.request.host')}
          value={host}
          choices={hosts.items.map(({ node, name }) => [
            node,
            node === hosts.own ? say('own.request.own', { name }) : name,
          ])}
          onChoose={(chosen) => change({ host: chosen })}
        />
      )}
    </div>
  );
}

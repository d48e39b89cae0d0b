import { readMoney } from '@passerelle/i18n';
import { Money } from '@passerelle/values';
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useNavigate } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { amountOf } from '../app/amount.js';
import { Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Act, someWord } from '../parts/act.js';
import { SelectField, TextField } from '../parts/field.js';
import { MoneyField } from '../parts/money-field.js';

/** Members decided that more money carries wages: so much of an entity's own goes into its fund. */
export function Endowment(): JSX.Element {
  const entities = useQuery({
    queryKey: ['entities'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/entities', { signal }),
  });
  return <Loaded query={entities}>{({ items }) => items.length > 0 && <EndowmentForm entities={items} />}</Loaded>;
}

function EndowmentForm({ entities }: { readonly entities: readonly NodeBody<'EntityBody'>[] }): JSX.Element {
  const { say, money } = useTexts();
  const [entity, setEntity] = useState(entities[0]!.id);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [decision, setDecision] = useState('');
  const { currency } = entities.find(({ id }) => id === entity)!;
  const read = readMoney(text, currency);
  const amount = amountOf(read.ok ? read.value : Money.zero(currency)) as NodeBody<'MoneyBody'>;
  return (
    <section className="card">
      <h2>{say('desk.endow.title')}</h2>
      <Act
        of={[entity, text, decision].join(' ')}
        name={say('desk.endow.put')}
        effect={say('desk.endow.effect', { amount: money(amount) })}
        confirm={money(amount)}
        act={async (once) => {
          const body = { entity, amount, decision };
          const { id } = await askNode('post', '/api/v1/guarantee/endowments', { body, once });
          void navigate(`/staff/guarantee/${id}/done`);
        }}
      >
        {(said) => (
          <>
            {entities.length > 1 && (
              <SelectField
                label={say('desk.join.entity')}
                value={entity}
                choices={entities.map(({ id, name }) => [id, name] as const)}
                onChoose={setEntity}
                error={said('#/entity')}
              />
            )}
            <MoneyField
              label={say('desk.endow.amount')}
              hint={say('desk.endow.amountHint')}
              currency={currency}
              text={text}
              onText={setText}
              error={said('#/amount/amount') ?? said('#/amount')}
            />
            <TextField
              label={say('desk.policies.decision')}
              hint={say('desk.policies.decisionHint')}
              value={decision}
              required
              pattern={someWord}
              maxLength={200}
              error={said('#/decision')}
              onChange={({ target }) => setDecision(target.value)}
            />
          </>
        )}
      </Act>
    </section>
  );
}

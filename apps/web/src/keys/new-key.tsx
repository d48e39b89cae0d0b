import { type JSX, useState } from 'react';
import type { NodeBody } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { Copy } from '../parts/copy.js';
import { TextField } from '../parts/field.js';

interface NewKeyProps {
  readonly scopes: readonly string[];
  readonly make: (body: NodeBody<'NewApiKeyBody'>) => Promise<NodeBody<'MadeApiKeyBody'>>;
}

const usualDays = '90';

/** Gives a program a way in. The key is there to be copied until this page is left, and never again. */
export function NewKey({ scopes, make }: NewKeyProps): JSX.Element {
  const { say } = useTexts();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [days, setDays] = useState(usualDays);
  const [secret, setSecret] = useState<string>();
  const body = { name: name.trim(), scopes: [...chosen], days: Number(days) };
  const choose = (scope: string, isOn: boolean): void =>
    setChosen(scopes.filter((each) => (each === scope ? isOn : chosen.includes(each))));
  return (
    <section className="card fields" aria-label={say('keys.makeTitle')}>
      <h2>{say('keys.makeTitle')}</h2>
      {secret !== undefined && <Secret secret={secret} />}
      <Act
        isMain
        name={say('keys.make')}
        of={JSON.stringify(body)}
        act={async () => setSecret((await make(body)).secret)}
        onDone={() => {
          setName('');
          setChosen([]);
          setDays(usualDays);
        }}
      >
        {(said) => (
          <>
            <TextField
              label={say('keys.name')}
              hint={say('keys.nameHint')}
              value={name}
              required
              pattern="[a-z][a-z0-9\-]{2,39}"
              maxLength={40}
              autoComplete="off"
              spellCheck={false}
              error={said('#/name')}
              onChange={({ target }) => setName(target.value)}
            />
            <fieldset>
              <legend>{say('keys.scopesLabel')}</legend>
              <p className="hint">{say('keys.scopesHint')}</p>
              <div className="choices">
                {scopes.map((scope) => (
                  <label key={scope}>
                    <input
                      type="checkbox"
                      checked={chosen.includes(scope)}
                      onChange={({ target }) => choose(scope, target.checked)}
                    />
                    {scope}
                  </label>
                ))}
              </div>
              {said('#/scopes') !== undefined && <p className="error">{say('keys.needed')}</p>}
            </fieldset>
            <TextField
              label={say('keys.days')}
              hint={say('keys.daysHint')}
              value={days}
              required
              inputMode="numeric"
              pattern="[0-9]{1,3}"
              error={said('#/days')}
              onChange={({ target }) => setDays(target.value)}
            />
          </>
        )}
      </Act>
    </section>
  );
}

function Secret({ secret }: { readonly secret: string }): JSX.Element {
  const { say } = useTexts();
  return (
    <div className="notice ok fields" role="status">
      <p>{say('keys.once')}</p>
      <p>
        <code data-testid="api-key">{secret}</code>
      </p>
      <div>
        <Copy of={secret} />
      </div>
    </div>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type JSX, type SyntheticEvent, useState } from 'react';
import { onlyIf } from '../api/problem.js';
import { FaultSummary } from '../parts/fault-summary.js';
import { TextField } from '../parts/field.js';
import { Table } from '../parts/table/table.js';
import { knowsPasskeys, makePasskey } from './passkey.js';
import { PasskeyTrouble } from './passkey-trouble.js';
import type { Factors, SessionDoor } from './session.js';
import { useTexts } from './texts.js';
import { useDeed } from '../parts/deed.js';

interface PasskeysProps {
  readonly door: SessionDoor;
  readonly factors: Factors;
}

/** One's passkeys, each removed with the password, and a new one. */
export function Passkeys({ door, factors: { passkeys, passkeysAt } }: PasskeysProps): JSX.Element {
  const { say, moment } = useTexts();
  const [password, setPassword] = useState('');
  const [name, setName] = useState('');
  const queries = useQueryClient();
  const acting = useDeed({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => {
      setPassword('');
      setName('');
      return queries.invalidateQueries();
    },
  });
  const wrongPassword = onlyIf('wrong-password', acting.error);
  const begin = (act: () => Promise<unknown>): void => {
    acting.mutate(act);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    begin(async () => {
      const made = await makePasskey(await door.beginPasskey(password));
      await door.addPasskey({ name: name.trim(), ...made });
    });
  };
  const away = awayFrom(passkeysAt);
  const columns = [
    { name: say('access.passkey.of'), show: ({ name: own }: Row) => own },
    { name: say('access.passkey.made'), show: ({ madeAt }: Row) => moment(madeAt) },
    {
      name: say('access.passkey.used'),
      show: ({ usedAt }: Row) => (usedAt === null ? say('access.passkey.never') : moment(usedAt)),
    },
    {
      name: say('access.passkey.removal'),
      show: ({ id, name: own }: Row) => (
        <button
          type="button"
          className="button quiet"
          aria-disabled={acting.isPending}
          onClick={({ currentTarget: { form } }) => {
            const isTyped = form?.querySelector<HTMLInputElement>('[type=password]')?.reportValidity();
            if (isTyped) begin(() => door.removePasskey(id, password));
          }}
        >
          {say('access.passkey.remove', { name: own })}
        </button>
      ),
    },
  ];
  return (
    <section className="card">
      <h2>{say('access.passkey.title')}</h2>
      <p>{say('access.passkey.why')}</p>
      {away && <p role="status">{say(`access.passkey.${away}`, { address: passkeysAt ?? '' })}</p>}
      {(!away || passkeys.length > 0) && (
        <form className="card narrow" onSubmit={submit}>
          <FaultSummary said={acting.error} />
          {acting.isError && !wrongPassword && <PasskeyTrouble problem={acting.error} />}
          {passkeys.length === 0 ? (
            <p>{say('access.passkey.none')}</p>
          ) : (
            <Table caption={say('access.passkey.list')} columns={columns} rows={passkeys} keyOf={({ id }) => id} />
          )}
          <TextField
            label={say('access.passkey.password')}
            hint={say('access.passkey.passwordHint')}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            error={wrongPassword?.title}
            onChange={({ target }) => {
              // What was said of another password is no longer so.
              if (!acting.isPending) acting.reset();
              setPassword(target.value);
            }}
          />
          {!away && (
            <>
              <TextField
                label={say('access.passkey.name')}
                hint={say('access.passkey.nameHint')}
                required
                maxLength={60}
                pattern=".*\S.*"
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
              <div>
                <button className="button" type="submit" aria-disabled={acting.isPending}>
                  {say(acting.isPending ? 'web.working' : 'access.passkey.add')}
                </button>
              </div>
            </>
          )}
        </form>
      )}
    </section>
  );
}

type Row = Factors['passkeys'][number];

/** Why none can be made on this page, if so. */
function awayFrom(passkeysAt: string | null): 'noName' | 'at' | 'unable' | undefined {
  if (passkeysAt === null) return 'noName';
  if (passkeysAt !== window.location.origin) return 'at';
  return knowsPasskeys() ? undefined : 'unable';
}

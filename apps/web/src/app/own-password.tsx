import { type JSX, type SyntheticEvent, useState } from 'react';
import { onlyIf, saidAt } from '../api/problem.js';
import { useDeed } from '../parts/deed.js';
import { FaultSummary } from '../parts/fault-summary.js';
import { TextField } from '../parts/field.js';
import { Trouble } from './loaded.js';
import { NewPasswordField } from './new-password-field.js';
import type { Session, SessionDoor } from './session.js';
import { useTexts } from './texts.js';

interface OwnPasswordProps {
  readonly door: SessionDoor;
  readonly session: Session;
}

/** Another password, by whoever knows the one so far. */
export function OwnPassword({ door, session: { email } }: OwnPasswordProps): JSX.Element {
  const { say } = useTexts();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useDeed({ mutationFn: door.changePassword });
  const wrong = onlyIf('wrong-password', change.error);
  const unfit = saidAt(change.error, '#/password');
  const typed =
    (set: (text: string) => void) =>
    (text: string): void => {
      // What was said of another password is no longer so.
      if (!change.isPending) change.reset();
      set(text);
    };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const emptied = (): void => {
      setCurrent('');
      setPassword('');
    };
    change.mutate({ current, password }, { onSuccess: emptied });
  };
  return (
    <section className="card">
      <h2>{say('access.password.title')}</h2>
      <form className="card narrow" aria-label={say('access.password.title')} onSubmit={submit}>
        <FaultSummary said={change.error} />
        {change.isError && !wrong && unfit === undefined && <Trouble problem={change.error} />}
        {change.isSuccess && (
          <p className="notice ok" role="status">
            {say('access.password.changed')}
          </p>
        )}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <TextField
          label={say('access.password.current')}
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          value={current}
          error={wrong?.title}
          onChange={({ target }) => typed(setCurrent)(target.value)}
        />
        <NewPasswordField value={password} onPassword={typed(setPassword)} error={unfit} />
        <div>
          <button className="button" type="submit" aria-disabled={change.isPending}>
            {say(change.isPending ? 'web.working' : 'access.password.change')}
          </button>
        </div>
      </form>
    </section>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type JSX, type SyntheticEvent, useState } from 'react';
import { onlyIf } from '../api/problem.js';
import { useFirstFault } from '../parts/faults.js';
import { CodeField } from './code-field.js';
import { Trouble } from './loaded.js';
import type { NewFactor, SessionDoor } from './session.js';
import { useTexts } from './texts.js';
import { useDeed } from '../parts/deed.js';

interface AuthenticatorAppProps {
  readonly door: SessionDoor;
  readonly isSet: boolean;
}

/** Sets an authenticator app up, or removes it. */
export function AuthenticatorApp({ door, isSet }: AuthenticatorAppProps): JSX.Element {
  const { say } = useTexts();
  return (
    <section className="card">
      <h2>{say('access.factor.app')}</h2>
      {isSet ? <CodeForm verb={say('access.factor.remove')} act={door.removeFactor} /> : <SetUp door={door} />}
    </section>
  );
}

function SetUp({ door }: { readonly door: SessionDoor }): JSX.Element {
  const { say } = useTexts();
  const begin = useDeed({ mutationFn: door.beginFactor });
  if (begin.data) return <Scan factor={begin.data} door={door} />;
  return (
    <div className="card narrow">
      {begin.isError && <Trouble problem={begin.error} />}
      <p>{say('access.factor.why')}</p>
      <div className="row">
        <button type="button" className="button" aria-disabled={begin.isPending} onClick={() => begin.mutate()}>
          {say(begin.isPending ? 'web.working' : 'access.factor.begin')}
        </button>
      </div>
    </div>
  );
}

/** On the telephone itself the address opens the app; elsewhere its camera reads the square. */
function Scan({ factor, door }: { readonly factor: NewFactor; readonly door: SessionDoor }): JSX.Element {
  const { say } = useTexts();
  const { path, size } = factor.qr;
  return (
    <>
      <section className="card narrow">
        <p>{say('access.factor.scan')}</p>
        <svg
          className="qr"
          viewBox={`-4 -4 ${size + 8} ${size + 8}`}
          role="img"
          aria-label={say('access.factor.square')}
        >
          <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
        <p>
          <a href={factor.uri}>{say('access.factor.open')}</a>
        </p>
        <p className="small">
          {say('access.factor.type')} <code data-testid="factor-secret">{factor.secret}</code>
        </p>
      </section>
      <CodeForm verb={say('access.factor.confirm')} act={door.confirmFactor} />
    </>
  );
}

interface CodeFormProps {
  readonly verb: string;
  readonly act: (code: string) => Promise<unknown>;
}

function CodeForm({ verb, act }: CodeFormProps): JSX.Element {
  const { say } = useTexts();
  const [code, setCode] = useState('');
  const queries = useQueryClient();
  const using = useDeed({ mutationFn: act, onSuccess: () => queries.invalidateQueries() });
  const wrongCode = onlyIf('wrong-code', using.error);
  const form = useFirstFault(using.error);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    using.mutate(code);
  };
  return (
    <form className="card narrow" ref={form} onSubmit={submit}>
      {using.isError && !wrongCode && <Trouble problem={using.error} />}
      <CodeField
        value={code}
        onCode={(typed) => {
          // What was said of another code is no longer so.
          if (!using.isPending) using.reset();
          setCode(typed);
        }}
        error={wrongCode && `${wrongCode.title}. ${wrongCode.detail}`}
      />
      <div>
        <button className="button" type="submit" aria-disabled={using.isPending}>
          {using.isPending ? say('web.working') : verb}
        </button>
      </div>
    </form>
  );
}

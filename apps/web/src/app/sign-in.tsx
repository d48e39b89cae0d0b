import { type JSX, type SyntheticEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ApiProblem } from '../api/problem.js';
import { Trouble } from './loaded.js';
import { Page } from './page.js';
import { factorAddress } from './second-factor-address.js';
import { type SessionDoor, useSignIn } from './session.js';
import { useTexts } from './texts.js';
import { CodeField } from './code-field.js';
import { TextField } from '../parts/field.js';
import { Provider } from './provider.js';

interface SignInProps {
  readonly door: SessionDoor;
  /** Where one goes who came from nowhere. */
  readonly home?: string;
}

/** Signing in, and back to where the reader was. What was typed stays when it was wrong. */
export function SignIn({ door, home = '/' }: SignInProps): JSX.Element {
  const { say } = useTexts();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const signIn = useSignIn(door);
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (signIn.isPending) return;
    signIn.mutate(
      { email, password, ...(asksCode && { code }) },
      {
        onSuccess: ({ secondFactor }) => {
          const next = localPath(address.get('next')) ?? home;
          void navigate(secondFactor === 'missing' ? factorAddress : next, { replace: true });
        },
        onError: (problem) => {
          if (isStep(problem)) setAsksCode(true);
        },
      },
    );
  };
  return (
    <Page title={say('web.signIn.title')}>
      <form className="card narrow" onSubmit={submit}>
        {signIn.isError && !isStep(signIn.error) && <Trouble problem={signIn.error} />}
        <TextField
          label={say('web.signIn.email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <TextField
          label={say('web.signIn.password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        {asksCode && <CodeField value={code} onCode={setCode} />}
        <div>
          <button className="button" type="submit" aria-disabled={signIn.isPending}>
            {say(signIn.isPending ? 'web.signIn.working' : 'web.signIn.submit')}
          </button>
        </div>
      </form>
      <Provider door={door} next={localPath(address.get('next')) ?? home} refused={address.get('refused')} />
    </Page>
  );
}

/** To be asked for a code is the next step of signing in, and no mistake. */
const isStep = (problem: unknown): boolean => problem instanceof ApiProblem && problem.type === '/problems/code-needed';

/** Only an address of this program: a link must not send people elsewhere after signing in. */
const localPath = (next: string | null): string | null => (next !== null && /^\/(?![/\\])/.test(next) ? next : null);

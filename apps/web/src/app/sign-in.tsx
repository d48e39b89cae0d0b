import { type JSX, type SyntheticEvent, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { ApiProblem } from '../api/problem.js';
import { FaultSummary } from '../parts/fault-summary.js';
import { TextField } from '../parts/field.js';
import { CodeField } from './code-field.js';
import { Page } from './page.js';
import { type PasskeyQuestion, mayUsePasskeys, usePasskey } from './passkey.js';
import { PasskeyTrouble } from './passkey-trouble.js';
import { Provider } from './provider.js';
import { factorAddress } from './second-factor-address.js';
import { type Session, type SessionDoor, type SignIn as Given, useEntering } from './session.js';
import { InWords, useTexts } from './texts.js';

interface SignInProps {
  readonly door: SessionDoor;
  /** Where one goes who came from nowhere. */
  readonly home?: string;
}

/** Signing in, and back to where the reader was. */
export const SignIn = (props: SignInProps): JSX.Element => (
  <InWords of="access">
    <Ways {...props} />
  </InWords>
);

function Ways({ door, home = '/' }: SignInProps): JSX.Element {
  const { say } = useTexts();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const next = localPath(address.get('next')) ?? home;
  const arrived = ({ secondFactor }: Session): void =>
    void navigate(secondFactor === 'missing' ? factorAddress : next, { replace: true });
  return (
    <Page title={say('web.signIn.title')}>
      <ByPassword door={door} arrived={arrived} />
      {mayUsePasskeys() && <ByPasskey door={door} arrived={arrived} />}
      <Provider door={door} next={next} refused={address.get('refused')} />
    </Page>
  );
}

interface AgainProps {
  readonly door: SessionDoor;
  /** Whose session has ended. */
  readonly email: string;
}

/** Where a session ended while a screen was open: signing in gives the screen back as it was. */
export const SignInAgain = (props: AgainProps): JSX.Element => (
  <InWords of="access">
    <Again {...props} />
  </InWords>
);

function Again({ door, email }: AgainProps): JSX.Element {
  const { say } = useTexts();
  const { pathname, search } = useLocation();
  return (
    <Page title={say('web.signIn.title')} answer={say('access.ended')}>
      <ByPassword door={door} email={email} arrived={backOnScreen} />
      {mayUsePasskeys() && <ByPasskey door={door} arrived={backOnScreen} />}
      <Provider door={door} next={pathname + search} refused={null} />
    </Page>
  );
}

/** Where she was is where she is. */
const backOnScreen = (): void => undefined;

interface WayProps {
  readonly door: SessionDoor;
  readonly arrived: (session: Session) => void;
}

/** What is asked besides the password. */
interface Step {
  readonly asksCode: boolean;
  readonly question: PasskeyQuestion | undefined;
}

/** What was typed stays when it was wrong. */
function ByPassword({ door, arrived, email: known = '' }: WayProps & { readonly email?: string }): JSX.Element {
  const { say } = useTexts();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [step, setStep] = useState<Step>();
  const signIn = useEntering(async (proof: Pick<Given, 'code'> & { readonly question?: PasskeyQuestion }) => {
    const { question, ...rest } = proof;
    const passkey = question && (await usePasskey(question));
    return door.signIn({ email, password, ...rest, ...(passkey && { passkey }) });
  });
  const enter = (proof: Parameters<typeof signIn.mutate>[0]): void => {
    if (signIn.isPending) return;
    signIn.mutate(proof, { onSuccess: arrived, onError: (problem) => setStep(stepAfter(problem, step)) });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    enter(step?.asksCode ? { code } : {});
  };
  const { question } = step ?? {};
  return (
    <form className="card narrow" onSubmit={submit}>
      <FaultSummary />
      {signIn.isError && !isStep(signIn.error) && <PasskeyTrouble problem={signIn.error} />}
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
        autoFocus={known !== ''}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      {step?.asksCode && <CodeField value={code} onCode={setCode} />}
      {(step === undefined || step.asksCode) && (
        <div>
          <button className="button" type="submit" aria-disabled={signIn.isPending}>
            {say(signIn.isPending ? 'web.signIn.working' : 'web.signIn.submit')}
          </button>
        </div>
      )}
      {question && (
        <>
          <p role="status">{say('access.passkey.needed')}</p>
          <div>
            <button
              type="button"
              className={step?.asksCode ? 'button quiet' : 'button'}
              autoFocus={!step?.asksCode}
              aria-disabled={signIn.isPending}
              onClick={() => enter({ question })}
            >
              {say(signIn.isPending ? 'web.signIn.working' : 'access.passkey.use')}
            </button>
          </div>
        </>
      )}
    </form>
  );
}

/** Without a password: the device asks for a finger, a face or a PIN. */
function ByPasskey({ door, arrived }: WayProps): JSX.Element {
  const { say } = useTexts();
  const signIn = useEntering(async () => door.enter(await usePasskey(await door.askPasskey())));
  return (
    <section className="card narrow">
      {signIn.isError && <PasskeyTrouble problem={signIn.error} />}
      <div>
        <button
          type="button"
          className="button quiet"
          aria-disabled={signIn.isPending}
          onClick={() => !signIn.isPending && signIn.mutate(undefined, { onSuccess: arrived })}
        >
          {say(signIn.isPending ? 'web.signIn.working' : 'access.passkey.signIn')}
        </button>
      </div>
    </section>
  );
}

const steps = ['/problems/code-needed', '/problems/passkey-needed'];

/** To be asked for a code or a passkey is the next step of signing in, and no mistake. */
const isStep = (problem: unknown): problem is ApiProblem =>
  problem instanceof ApiProblem && steps.includes(problem.type);

/** A question that was answered is over; one that the reader only closed, or a code mistyped, is still there. */
function stepAfter(problem: unknown, before: Step | undefined): Step | undefined {
  if (isStep(problem))
    return { asksCode: problem.type === steps[0], question: problem.more['passkey'] as PasskeyQuestion | undefined };
  const isOver = problem instanceof ApiProblem && problem.type === '/problems/passkey-refused';
  return isOver ? undefined : before;
}

/** Only an address of this program: a link must not send people elsewhere after signing in. */
const localPath = (next: string | null): string | null => (next !== null && /^\/(?![/\\])/.test(next) ? next : null);

import { type JSX, useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { FaultSummary } from '../parts/fault-summary.js';
import { TextField } from '../parts/field.js';
import { Page } from './page.js';
import { mayUsePasskeys, usePasskey } from './passkey.js';
import { PasskeyTrouble } from './passkey-trouble.js';
import { passwordAddress } from './password-address.js';
import { Provider } from './provider.js';
import { Proving, ProvingTrouble, useProving } from './proving.js';
import { factorAddress } from './second-factor-address.js';
import { type Session, type SessionDoor, useEntering } from './session.js';
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

/** What was typed stays when it was wrong. */
function ByPassword({ door, arrived, email: known = '' }: WayProps & { readonly email?: string }): JSX.Element {
  const { say } = useTexts();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const proving = useProving((proof) => door.signIn({ email, password, ...proof }), arrived);
  return (
    <form className="card narrow" onSubmit={proving.submit}>
      <FaultSummary />
      <ProvingTrouble of={proving} />
      <TextField
        label={say('web.signIn.email')}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <TextField
        label={say('access.signIn.password')}
        type="password"
        autoComplete="current-password"
        required
        autoFocus={known !== ''}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <Proving of={proving} name={say('access.signIn.submit')} />
      {door.passwordLinks && known === '' && (
        <p>
          <Link to={passwordAddress}>{say('access.password.forgotten')}</Link>
        </p>
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
          {say(signIn.isPending ? 'access.signIn.working' : 'access.passkey.signIn')}
        </button>
      </div>
    </section>
  );
}

/** Only an address of this program: a link must not send people elsewhere after signing in. */
const localPath = (next: string | null): string | null => (next !== null && /^\/(?![/\\])/.test(next) ? next : null);

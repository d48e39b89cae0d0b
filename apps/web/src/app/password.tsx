import { useQuery } from '@tanstack/react-query';
import { type JSX, type SyntheticEvent, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { ApiProblem, onlyIf, saidAt } from '../api/problem.js';
import { useDeed } from '../parts/deed.js';
import { FaultSummary } from '../parts/fault-summary.js';
import { TextField } from '../parts/field.js';
import { Loaded, Trouble } from './loaded.js';
import { NewPasswordField } from './new-password-field.js';
import { Page } from './page.js';
import { Proving, ProvingTrouble, useProving } from './proving.js';
import { factorAddress } from './second-factor-address.js';
import { type PasswordLink, type PasswordLinkDoor, type Session, sessionKey } from './session.js';
import { InWords, useTexts } from './texts.js';

interface PasswordProps {
  readonly door: PasswordLinkDoor;
}

/** "How do I get in without a password?" With the link of a letter she chooses one; without it she asks for the letter. */
export const Password = ({ door }: PasswordProps): JSX.Element => (
  <InWords of="access">
    <ByLetter door={door} />
  </InWords>
);

function ByLetter({ door }: PasswordProps): JSX.Element {
  const token = useToken();
  if (token !== undefined) return <FromLetter key={token} door={door} token={token} />;
  return <Asking door={door} />;
}

/** What stands behind the number sign of the link. Other signs of the page, such as the way to its main part, keep it. */
function useToken(): string | undefined {
  const { hash } = useLocation();
  const kept = useRef<string>(undefined);
  if (/^#[\w-]{30,}$/.test(hash)) kept.current = hash.slice(1);
  return kept.current;
}

function FromLetter({ door, token }: PasswordProps & { readonly token: string }): JSX.Element {
  const { say, moment } = useTexts();
  // A part of who is signed in: what was loaded for others is asked for anew when she gets in, and this is used up then.
  const link = useQuery({
    queryKey: [...sessionKey, 'link', token],
    queryFn: () => door.open(token),
    staleTime: Infinity,
  });
  const gone = goneOf(link.error);
  if (gone) return <Asking door={door} gone={gone} />;
  return (
    <Page
      title={say('access.password.choose')}
      answer={link.data && say('access.password.until', { moment: moment(link.data.endsAt) })}
    >
      <Loaded query={link}>{(opened) => <Choosing door={door} token={token} link={opened} />}</Loaded>
    </Page>
  );
}

/** A link that no longer works, or never did. */
const goneOf = (problem: unknown): ApiProblem | undefined =>
  onlyIf('password-link-over', problem) ?? onlyIf('not-found', problem);

interface ChoosingProps extends PasswordProps {
  readonly token: string;
  readonly link: PasswordLink;
}

function Choosing({ door, token, link: { email } }: ChoosingProps): JSX.Element {
  const { say } = useTexts();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const arrived = ({ secondFactor }: Session): void =>
    void navigate(secondFactor === 'missing' ? factorAddress : '/', { replace: true });
  const proving = useProving((proof) => door.use({ token, password, ...proof }), arrived);
  const unfit = saidAt(proving.problem, '#/password');
  const gone = goneOf(proving.problem);
  if (gone) return <Ask door={door} gone={gone} email={email} />;
  return (
    <form className="card narrow" onSubmit={proving.submit}>
      <FaultSummary said={proving.problem} />
      {unfit === undefined && <ProvingTrouble of={proving} />}
      <TextField label={say('web.signIn.email')} type="email" autoComplete="username" readOnly value={email} />
      <NewPasswordField value={password} onPassword={setPassword} error={unfit} />
      <Proving of={proving} name={say('access.password.keep')} />
    </form>
  );
}

interface AskProps extends PasswordProps {
  /** Why she asks, when she had a link. */
  readonly gone?: ApiProblem | undefined;
  readonly email?: string;
}

function Asking({ door, gone }: AskProps): JSX.Element {
  const { say } = useTexts();
  return (
    <Page title={say('access.password.ask')} answer={gone ? undefined : say('access.password.askWhy')}>
      <Ask door={door} gone={gone} />
    </Page>
  );
}

/** Nobody is told whether the address is known here. */
function Ask({ door, gone, email: known = '' }: AskProps): JSX.Element {
  const { say } = useTexts();
  const [email, setEmail] = useState(known);
  const ask = useDeed({ mutationFn: door.ask });
  const unfit = saidAt(ask.error, '#/email');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    ask.mutate(email.trim());
  };
  if (ask.isSuccess) return <Asked email={ask.variables} again={ask.reset} />;
  return (
    <form className="card narrow" onSubmit={submit}>
      <FaultSummary said={ask.error} />
      {gone && (
        <div className="notice attention" role="status">
          <strong>{gone.status === 404 ? say('access.password.unknown') : gone.title}</strong>
          <p>{gone.status === 404 ? say('access.password.unknownWhy') : gone.detail}</p>
        </div>
      )}
      {ask.isError && unfit === undefined && <Trouble problem={ask.error} />}
      <TextField
        label={say('web.signIn.email')}
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        value={email}
        error={unfit}
        onChange={({ target }) => setEmail(target.value)}
      />
      <div>
        <button className="button" type="submit" aria-disabled={ask.isPending}>
          {say(ask.isPending ? 'web.working' : 'access.password.send')}
        </button>
      </div>
      <p>
        <Link to="/login">{say('access.password.back')}</Link>
      </p>
    </form>
  );
}

function Asked({ email, again }: { readonly email: string; readonly again: () => void }): JSX.Element {
  const { say } = useTexts();
  return (
    <section className="card narrow">
      <div className="notice ok" role="status">
        <strong>{say('access.password.asked', { email })}</strong>
        <p>{say('access.password.askedThen')}</p>
      </div>
      <div className="row">
        {/* The second click of a double click on what stood here before asks for nothing. */}
        <button type="button" className="button quiet" onClick={({ detail }) => detail <= 1 && again()}>
          {say('access.password.again')}
        </button>
        <Link to="/login">{say('access.password.back')}</Link>
      </div>
    </section>
  );
}

import { type JSX, type ReactNode, Suspense, lazy, useRef } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { Empty } from './loaded.js';
import { factorAddress } from './second-factor-address.js';
import { type Session, type SessionDoor, useSession, useSignOut } from './session.js';
import { useTexts } from './texts.js';

const SignInAgain = lazy(async () => ({ default: (await import('./sign-in.js')).SignInAgain }));

interface SignedInProps {
  readonly door: SessionDoor;
  /** One of these roles is needed; left out, anybody who is signed in may look at what is only her own. */
  readonly roles?: readonly string[];
  readonly children: (session: Session) => ReactNode;
}

/**
 * A screen for people with a role; others are told, and whoever is not signed in may do so and comes back. A screen
 * whose session ends while it is open is only hidden: what she typed is there when she has signed in again.
 */
export function SignedIn({ door, roles, children }: SignedInProps): ReactNode {
  const { say } = useTexts();
  const session = useSession(door);
  const last = useRef<Session>(null);
  const { pathname, search } = useLocation();
  if (session) last.current = session;
  const who = last.current;
  if (session === undefined) return <p role="status">{say('web.loading')}</p>;
  if (who === null) return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (roles && who.secondFactor === 'missing') return <Navigate to={factorAddress} replace />;
  if (roles && !who.roles.some((role) => roles.includes(role))) return <Empty>{say('web.trouble.forbidden')}</Empty>;
  return (
    <>
      {session === null && (
        <Suspense>
          <SignInAgain door={door} email={who.email} />
        </Suspense>
      )}
      <div className="screen" hidden={session === null} key={who.email}>
        {children(who)}
      </div>
    </>
  );
}

export function SessionEnd({ door }: { readonly door: SessionDoor }): JSX.Element | null {
  const { say } = useTexts();
  const session = useSession(door);
  const signOut = useSignOut(door);
  if (session === undefined) return null;
  if (session === null) return <Link to="/login">{say('web.signIn.title')}</Link>;
  return (
    <>
      <Link to={factorAddress} title={session.email}>
        {say('web.signIn.ways')}
      </Link>
      <button type="button" className="button quiet" onClick={() => signOut.mutate()} title={session.email}>
        {say('web.signIn.out')}
      </button>
    </>
  );
}

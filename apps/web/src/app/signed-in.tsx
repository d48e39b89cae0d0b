import type { JSX, ReactNode } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { Empty } from './loaded.js';
import { factorAddress } from './second-factor-address.js';
import { type Session, type SessionDoor, useSession, useSignOut } from './session.js';
import { useTexts } from './texts.js';

interface SignedInProps {
  readonly door: SessionDoor;
  /** One of these roles is needed; left out, anybody who is signed in may look at what is only her own. */
  readonly roles?: readonly string[];
  readonly children: (session: Session) => ReactNode;
}

/** A screen for people with a role; others are told, and whoever is not signed in may do so and comes back. */
export function SignedIn({ door, roles, children }: SignedInProps): ReactNode {
  const { say } = useTexts();
  const session = useSession(door);
  const { pathname, search } = useLocation();
  if (session === undefined) return <p role="status">{say('web.loading')}</p>;
  if (session === null) return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (roles && session.secondFactor === 'missing') return <Navigate to={factorAddress} replace />;
  if (roles && !session.roles.some((role) => roles.includes(role)))
    return <Empty>{say('web.trouble.forbidden')}</Empty>;
  return children(session);
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

import { type Query, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.js';
import type { MadePasskey, PasskeyQuestion, UsedPasskey } from './passkey.js';
import { useDeed } from '../parts/deed.js';

/** Who is signed in to the program this page came from. */
export interface Session {
  readonly email: string;
  readonly roles: readonly string[];
  /** The member or branch the account belongs to. */
  readonly subject: string | null;
  readonly language: string;
  /** `missing`: it has to be set up before anything else is open. */
  readonly secondFactor: 'present' | 'provider' | 'missing' | 'none';
  /** Where to sign out as well, at the provider that let her in. */
  readonly signOutAt: string | null;
}

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly code?: string;
  readonly passkey?: UsedPasskey;
}

/** How somebody proves that it is her. */
export interface Factors {
  readonly hasApp: boolean;
  readonly passkeys: readonly Passkey[];
  /** Where passkeys work; null when the program's address is made of digits. */
  readonly passkeysAt: string | null;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly madeAt: string;
  readonly usedAt: string | null;
}

/** What an authenticator app is to read or to be told. */
export interface NewFactor {
  readonly secret: string;
  readonly uri: string;
  readonly qr: { readonly path: string; readonly size: number };
}

/** The member an account belongs to, as the API's addresses name her; empty for staff. */
export const memberOf = ({ subject }: Session): string =>
  subject === null ? '' : `mem_${subject.replaceAll('-', '')}`;

/** A link with which a password is chosen. */
export interface PasswordLink {
  readonly email: string;
  readonly reason: 'invitation' | 'forgotten';
  readonly endsAt: string;
}

/** How somebody gets in who has no password, or has forgotten it. */
export interface PasswordLinkDoor {
  ask(email: string): Promise<unknown>;
  open(token: string): Promise<PasswordLink>;
  use(body: Omit<SignIn, 'email'> & { readonly token: string }): Promise<Session>;
}

/** How a program signs people in and out: the node and the federation answer alike. */
export interface SessionDoor {
  /** At which provider one may sign in besides. */
  provider(): Promise<{ readonly name: string | null }>;
  read(): Promise<Session>;
  signIn(body: SignIn): Promise<Session>;
  signOut(): Promise<unknown>;
  changePassword(body: { readonly current: string; readonly password: string }): Promise<unknown>;
  /** Only a program that writes letters sends links. */
  readonly passwordLinks?: PasswordLinkDoor;
  beginFactor(): Promise<NewFactor>;
  confirmFactor(code: string): Promise<unknown>;
  removeFactor(code: string): Promise<unknown>;
  factors(): Promise<Factors>;
  beginPasskey(password: string): Promise<PasskeyQuestion>;
  addPasskey(body: MadePasskey & { readonly name: string }): Promise<unknown>;
  removePasskey(id: string, password: string): Promise<unknown>;
  /** Signing in with a passkey alone: the question, and its answer. */
  askPasskey(): Promise<PasskeyQuestion>;
  enter(answer: UsedPasskey): Promise<Session>;
}

/** The question who is signed in. */
export const sessionKey = ['session'];

/** Whose data is loaded: that of who is signed in, or was until her session ended. */
const loadedFor = new WeakMap<QueryClient, string>();

/** The session, null when nobody is signed in, undefined while asking. */
export function useSession(door: SessionDoor): Session | null | undefined {
  const { data } = useQuery({
    queryKey: sessionKey,
    queryFn: async ({ client }) => {
      try {
        const session = await door.read();
        loadedFor.set(client, session.email);
        return session;
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.isSignedOut) return null;
        throw problem;
      }
    },
    staleTime: 60_000,
  });
  return data;
}

/** What people call the provider at which they may sign in; null while there is none. */
export function useProvider(door: SessionDoor): string | null {
  const { data } = useQuery({ queryKey: ['provider'], queryFn: () => door.provider(), staleTime: Infinity });
  return data?.name ?? null;
}

/** Signing in, in one way or another. */
export function useEntering<Given>(enter: (given: Given) => Promise<Session>) {
  const queries = useQueryClient();
  return useDeed({ mutationFn: enter, onSuccess: (session) => becomes(queries, session) });
}

/** The page is loaded anew, so that nothing of hers is left in it. */
export const useSignOut = (door: SessionDoor) => {
  const queries = useQueryClient();
  return useDeed({
    mutationFn: () => door.signOut(),
    onSuccess: () => {
      const elsewhere = queries.getQueryData<Session | null>(sessionKey)?.signOutAt;
      window.location.assign(elsewhere ?? '/login');
    },
  });
};

/** Every screen hears who is signed in now, and another person sees nothing of what was loaded before. */
function becomes(queries: QueryClient, session: Session): void {
  const isSame = loadedFor.get(queries) === session.email;
  const loaded = { predicate: ({ queryKey }: Query) => queryKey[0] !== sessionKey[0] };
  loadedFor.set(queries, session.email);
  queries.setQueryData(sessionKey, session);
  if (isSame) void queries.invalidateQueries(loaded);
  else queries.removeQueries(loaded);
}

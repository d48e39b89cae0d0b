import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { AuthenticatorApp } from './authenticator-app.js';
import { Loaded } from './loaded.js';
import { OwnPassword } from './own-password.js';
import { Page } from './page.js';
import { Passkeys } from './passkeys.js';
import type { Session, SessionDoor } from './session.js';
import { InWords, useTexts } from './texts.js';

interface SecondFactorProps {
  readonly door: SessionDoor;
  readonly session: Session;
}

/** "How do I prove that it is me?" Passkeys, an authenticator app, or both; and the password. */
export const SecondFactor = (props: SecondFactorProps): JSX.Element => (
  <InWords of="access">
    <Proofs {...props} />
  </InWords>
);

function Proofs({ door, session }: SecondFactorProps): JSX.Element {
  const { say } = useTexts();
  const query = useQuery({ queryKey: ['factors'], queryFn: () => door.factors() });
  return (
    <Page title={say('web.signIn.ways')} answer={say(`access.factor.${session.secondFactor}`)}>
      <Loaded query={query}>
        {(factors) => (
          <>
            <Passkeys door={door} factors={factors} />
            <AuthenticatorApp door={door} isSet={factors.hasApp} />
            <OwnPassword door={door} session={session} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What the program asks a browser, as the JSON that browsers read. */
export type PasskeyQuestion = Readonly<Record<string, unknown>>;

/** A passkey just made, as the program takes it. */
export interface MadePasskey {
  readonly credential: string;
  readonly clientData: string;
  readonly attestation: string;
  readonly transports: string[];
}

/** A passkey just used, as the program takes it. */
export interface UsedPasskey {
  readonly credential: string;
  readonly clientData: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

/** Why the browser did nothing, or the person would not. */
export class PasskeyFault extends Error {
  constructor(readonly kind: 'cancelled' | 'elsewhere' | 'known' | 'failed') {
    super(kind);
  }
}

const kinds: Readonly<Record<string, PasskeyFault['kind']>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  SecurityError: 'elsewhere',
  InvalidStateError: 'known',
};

/** False where the browser has none, or the address is not safe enough for them. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window;

/** Whether passkeys may be asked for here: they belong to names, and not to addresses made of digits. */
export const mayUsePasskeys = (): boolean => knowsPasskeys() && !/^[\d.]+$|^\[/.test(window.location.hostname);

/** Has the browser make a passkey. @throws PasskeyFault */
export async function makePasskey(question: PasskeyQuestion): Promise<MadePasskey> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];
  const { id, response } = await told(startRegistration({ optionsJSON: question as unknown as Options }));
  const { clientDataJSON: clientData, attestationObject: attestation, transports = [] } = response;
  return { credential: id, clientData, attestation, transports };
}

/** Has the browser use one. @throws PasskeyFault */
export async function usePasskey(question: PasskeyQuestion): Promise<UsedPasskey> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];
  const { id, response } = await told(startAuthentication({ optionsJSON: question as unknown as Options }));
  const { clientDataJSON: clientData, authenticatorData, signature } = response;
  return { credential: id, clientData, authenticatorData, signature };
}

async function told<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    throw new PasskeyFault(kinds[error instanceof Error ? error.name : ''] ?? 'failed');
  }
}

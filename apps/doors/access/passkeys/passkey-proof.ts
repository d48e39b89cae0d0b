import { challengeIn, type KeptPasskey, type MadePasskey, type PasskeyHome, type UsedPasskey } from './passkey.js';

/** The only forms that name no maker of devices. To believe in a maker, strangers' servers would have to be asked. */
const nameless = ['none', 'packed'];

/** A passkey just made: its public key and counter. @throws Error that says what is wrong with it */
export async function readMade(
  { credential: id, clientData, attestation, transports }: MadePasskey,
  { origin, rpId }: PasskeyHome,
): Promise<{ readonly publicKey: Uint8Array; readonly counter: number }> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { decodeAttestationObject, isoBase64URL } = await import('@simplewebauthn/server/helpers');
  const form = decodeAttestationObject(isoBase64URL.toBuffer(attestation)).get('fmt');
  if (!nameless.includes(form)) throw new Error(`its maker is named (${form}), for which nobody asked`);
  const response = { clientDataJSON: clientData, attestationObject: attestation, transports: [...transports] };
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
    expectedChallenge: challengeIn(clientData) ?? '',
    expectedOrigin: origin,
    expectedRPID: rpId,
    // A key without a PIN is still something that only she has; alone it is refused where it is used.
    requireUserVerification: false,
  });
  if (!verified || registrationInfo.credential.id !== id) throw new Error('its signature or its id is wrong');
  return registrationInfo.credential;
}

/** Where it was used, and whether it stands alone, without a password before it. */
export interface UseOfPasskey extends PasskeyHome {
  readonly isAlone: boolean;
}

/** A passkey just used: the counter it has reached. @throws Error that says what is wrong with it */
export async function readUsed(
  { credential: id, clientData, authenticatorData, signature }: UsedPasskey,
  { credential, publicKey }: Pick<KeptPasskey, 'credential' | 'publicKey'>,
  { origin, rpId, isAlone }: UseOfPasskey,
): Promise<number> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const response = { clientDataJSON: clientData, authenticatorData, signature };
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
    expectedChallenge: challengeIn(clientData) ?? '',
    expectedOrigin: origin,
    expectedRPID: rpId,
    // The counter is compared where it is kept, so that of two answers at the same time one is refused.
    credential: { id: credential, publicKey: Uint8Array.from(publicKey), counter: 0 },
    // Then the device itself asks for a finger, a face or a PIN.
    requireUserVerification: isAlone,
  });
  if (!verified) throw new Error('its signature is wrong');
  return authenticationInfo.newCounter;
}

import { strict as assert } from 'node:assert';
import { type JsonObject, canonicalize } from './canonical.js';
import type { Sealed } from './fields.js';
import { signedBytes } from './hash.js';
import { keyThatSigned } from './keyring.js';
import { keyringOf } from './roster.js';
import type { RosterContent } from './roster-schema.js';
import { type SigningKey, signBytes } from './signature.js';

/**
 * What a node declares in front of everybody, signed apart from the message that carries it: a statement, an approval, a
 * vote. `what` names the kind, so that a signature over one can never be shown as one over another.
 */
export type Declaration = { readonly what: string } & JsonObject;

/** Signs a declaration for one federation. A vote has to be stored before: one that was forgotten could be given twice. */
export const signDeclaration = (declaration: Declaration, net: string, key: SigningKey): string =>
  signBytes(signedBytes(textOf(declaration, net)), key);

/** True when the signature over the declaration is that member's, by a key that was not revoked. */
export const isDeclaredBy = (node: string, declaration: Declaration, sig: string, roster: RosterContent): boolean =>
  signerAmong([node], textOf(declaration, roster.net), sig, roster) !== undefined;

/**
 * True also when the key was revoked since. What a cycle has decided rests on votes given before, and has to convince a
 * member that was away when their key was still good; whoever stole the key is one liar among those that a quorum bears.
 */
export const wasDeclaredBy = (node: string, declaration: Declaration, sig: string, roster: RosterContent): boolean =>
  keyThatSigned(signedBytes(textOf(declaration, roster.net)), sig, keyringOf(roster, node)) !== undefined;

/** The declaration as a text with its signature, the form in which it serves as evidence. */
export const sealedDeclaration = (declaration: Declaration, net: string, sig: string): Sealed => ({
  m: textOf(declaration, net),
  sig,
});

/** Which of the members signed the text with a key that was not revoked. */
export const signerAmong = (
  nodes: readonly string[],
  text: string,
  sig: string,
  roster: RosterContent,
): string | undefined => {
  const bytes = signedBytes(text);
  return nodes.find((node) =>
    keyThatSigned(
      bytes,
      sig,
      keyringOf(roster, node).filter((key) => key.signsDocuments),
    ),
  );
};

/** A signature over a hash, for a document that has to stand alone such as a mission agreement. */
export const signHash = (hash: string, net: string, key: SigningKey): string =>
  signDeclaration({ what: 'document', hash }, net, key);

/** True when the signature over the hash is that member's, also by a key that was revoked since: agreements outlive keys. */
export const isHashSignedBy = (node: string, hash: string, sig: string, roster: RosterContent): boolean =>
  wasDeclaredBy(node, { what: 'document', hash }, sig, roster);

function textOf(declaration: Declaration, net: string): string {
  const text = canonicalize({ ...declaration, net });
  assert(text.ok, `a declaration has no canonical form: ${JSON.stringify(text)}`);
  return text.value;
}

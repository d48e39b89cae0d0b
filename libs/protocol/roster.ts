import { strict as assert } from 'node:assert';
import { type Result, ok, refuse } from '@passerelle/values';
import { type CanonicalRefusal, canonicalize, documentRules, parseCanonical } from './canonical.js';
import type { Signature } from './fields.js';
import { hashText, signedBytes } from './hash.js';
import type { Keyring, VerifyingKey } from './keyring.js';
import { limits } from './limits.js';
import { type Fault, faultsOf, wordsOfFaults } from './malformed.js';
import {
  type RosterContent,
  type RosterKey,
  type RosterMember,
  type SignedRoster,
  presentMembers,
  rosterSchema,
} from './roster-schema.js';
import { type SigningKey, isSignatureOf, signBytes } from './signature.js';

/** A roster that was verified, with the text and the signatures that prove it. */
export interface Roster {
  readonly content: RosterContent;
  readonly hash: string;
  readonly signed: SignedRoster;
}

export type RosterRefusal =
  | { readonly kind: 'too-long'; readonly bytes: number; readonly max: number }
  | { readonly kind: 'not-canonical'; readonly fault: CanonicalRefusal }
  | { readonly kind: 'malformed'; readonly faults: readonly Fault[] }
  | { readonly kind: 'another-federation'; readonly net: string }
  | { readonly kind: 'not-the-next-version'; readonly expected: number; readonly found: number }
  | { readonly kind: 'another-history' }
  | { readonly kind: 'not-the-pinned-one' }
  | { readonly kind: 'too-few-signatures'; readonly signers: readonly string[]; readonly needed: number };

/** The text all members sign. Throws when the content does not fit the schema. */
export function rosterText(content: RosterContent): string {
  const read = rosterSchema.safeParse(content);
  if (!read.success) throw new RangeError(`no roster may say this: ${wordsOfFaults(faultsOf(read.error))}`);
  const text = canonicalize(read.data, documentRules);
  assert(text.ok, `the roster has no canonical form: ${JSON.stringify(text)}`);
  return text.value;
}

/** A member's signature under a text such as the roster's. */
export const signText = (text: string, key: SigningKey): Signature => ({
  by: key.node,
  kid: key.kid,
  sig: signBytes(signedBytes(text), key),
});

/** The first roster of a federation, signed by a quorum of its own members; `pin` is its hash, told from person to person. */
export function verifyFirstRoster(signed: SignedRoster, pin?: string): Result<Roster, RosterRefusal> {
  const read = readRoster(signed);
  if (!read.ok) return read;
  const { content, hash } = read.value;
  if (content.version !== 1) return refuse({ kind: 'not-the-next-version', expected: 1, found: content.version });
  if (pin !== undefined && pin !== hash) return refuse({ kind: 'not-the-pinned-one' });
  return withEnoughSignatures(read.value, content);
}

/** The version after `current`, signed by a quorum of the members that `current` names. */
export function verifyNextRoster(current: Roster, signed: SignedRoster): Result<Roster, RosterRefusal> {
  const read = readRoster(signed);
  if (!read.ok) return read;
  const { net, version, prev } = read.value.content;
  if (net !== current.content.net) return refuse({ kind: 'another-federation', net });
  const expected = current.content.version + 1;
  if (version !== expected) return refuse({ kind: 'not-the-next-version', expected, found: version });
  if (prev !== current.hash) return refuse({ kind: 'another-history' });
  return withEnoughSignatures(read.value, current.content);
}

/** The members whose valid signature over the text is among these, each once. Revoked keys, and who has left, do not count. */
export function signersOf(text: string, signatures: readonly Signature[], roster: RosterContent): readonly string[] {
  const bytes = signedBytes(text);
  const present = presentMembers(roster).map(({ id }) => id);
  const valid = signatures.filter(({ by, kid, sig }) => {
    const key = present.includes(by) ? keyOf(roster, by, kid) : undefined;
    return key !== undefined && isSignatureOf(bytes, sig, key.publicKey);
  });
  return [...new Set(valid.map(({ by }) => by))].sort();
}

export const memberOf = (roster: RosterContent, node: string): RosterMember | undefined =>
  roster.members.find((member) => member.id === node);

/** A member's key for documents outside the channels, unless it was revoked. */
export const keyOf = (roster: RosterContent, node: string, kid: string): RosterKey | undefined =>
  memberOf(roster, node)?.signingKeys.find((key) => key.kid === kid && key.revoked === undefined);

/** The keys of a member, newest first; none for somebody who is not a member. */
export function keyringOf(roster: RosterContent, node: string): Keyring {
  const keys = memberOf(roster, node)?.signingKeys ?? [];
  return [...keys].sort((a, b) => (a.from < b.from ? 1 : -1)).map((key) => verifyingKey(node, key));
}

/** The key a node signs message `seq` to `peer` with, when it has one of that name which is valid there. */
export const keyAt = (
  roster: RosterContent,
  at: { readonly node: string; readonly kid: string; readonly peer: string; readonly seq: bigint },
): VerifyingKey | undefined =>
  keyringOf(roster, at.node).find((key) => key.kid === at.kid && key.signs(at.peer, at.seq));

function verifyingKey(node: string, key: RosterKey): VerifyingKey {
  const signs = (peer: string, seq: bigint): boolean => {
    const span = key.spans?.[peer];
    if (!span) return key.revoked === undefined;
    if (span.last === undefined) return key.revoked === undefined && seq >= BigInt(span.first);
    return seq >= BigInt(span.first) && seq <= BigInt(span.last);
  };
  return { node, kid: key.kid, publicKey: key.publicKey, signs, signsDocuments: key.revoked === undefined };
}

function readRoster(signed: SignedRoster): Result<Roster, RosterRefusal> {
  const bytes = Buffer.byteLength(signed.m, 'utf8');
  if (bytes > limits.rosterBytes) return refuse({ kind: 'too-long', bytes, max: limits.rosterBytes });
  const parsed = parseCanonical(signed.m, documentRules);
  if (!parsed.ok) return refuse({ kind: 'not-canonical', fault: parsed.refusal });
  const read = rosterSchema.safeParse(parsed.value);
  if (!read.success) return refuse({ kind: 'malformed', faults: faultsOf(read.error) });
  return ok({ content: read.data, hash: hashText(signed.m), signed });
}

function withEnoughSignatures(roster: Roster, electors: RosterContent): Result<Roster, RosterRefusal> {
  const signers = signersOf(roster.signed.m, roster.signed.sigs, electors);
  const needed = electors.quorum.lock;
  return signers.length >= needed ? ok(roster) : refuse({ kind: 'too-few-signatures', signers, needed });
}

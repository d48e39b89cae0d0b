import { readFileSync } from 'node:fs';
import { documentRules, parseCanonical } from '../canonical.js';
import { openDocument } from '../document.js';
import { open, seal } from '../envelope.js';
import { hashOf, hashText } from '../hash.js';
import type { Keyring } from '../keyring.js';
import { limits } from '../limits.js';
import { readBody } from '../messages/reading.js';
import { receiptSchema } from '../receipt.js';
import { signingKey } from '../signature.js';

interface Key {
  readonly node: string;
  readonly kid: string;
  readonly secret: string;
  readonly public: string;
}
interface Vector {
  readonly name: string;
  readonly m: string;
  readonly sig: string;
  readonly bytes: number;
  readonly hash: string;
  readonly bodyHash?: string;
  readonly refusal: string;
  readonly from: string;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T;
const valid = read<{ keys: Key[]; messages: Vector[] }>('messages-valid.json');
const invalid = read<{ messages: Vector[] }>('messages-invalid.json');
const canonical = read<{ valid: string[]; invalid: { text: string; refusal: string }[] }>('canonical.json');
const documents = read<{ documents: Vector[] }>('documents.json');

const keyOf = (node: string): Key => valid.keys.find((key) => key.node === node)!;
const ringOf = (node: string): Keyring => [
  { node, kid: keyOf(node).kid, publicKey: keyOf(node).public, signs: () => true, signsDocuments: true },
];
const refusalOf = (outcome: { ok: boolean; refusal?: { kind: string } }): string => outcome.refusal?.kind ?? 'none';

describe('the test vectors', () => {
  it.each(valid.keys)('have for $node the public half of the secret key', ({ node, kid, secret, public: half }) => {
    expect(signingKey({ node, kid, seed: Buffer.from(secret, 'hex') }).publicKey).toBe(half);
  });

  it.each(valid.messages)('read and write again, byte for byte: $name', ({ m, sig, hash, bytes, bodyHash }) => {
    expect(Buffer.byteLength(m, 'utf8')).toBe(bytes);
    const node = (JSON.parse(m) as { from: string }).from;
    const opened = open({ m, sig }, ringOf(node));
    if (!opened.ok) throw new Error(opened.refusal.kind);
    expect(opened.value.hash).toBe(hash);
    expect(readBody(opened.value).ok).toBe(true);
    if (bodyHash) expect(hashOf(opened.value.content.body)).toBe(bodyHash);
    const { v: _v, kid, ...draft } = opened.value.content;
    const again = seal(draft, signingKey({ node, kid, seed: Buffer.from(keyOf(node).secret, 'hex') }));
    expect(again).toEqual(opened);
  });

  it.each(invalid.messages)('refuse $name as $refusal', ({ m, sig, from, refusal }) => {
    expect(refusalOf(open({ m, sig }, ringOf(from)))).toBe(refusal);
  });

  it.each(canonical.valid)('read %j, which is its own canonical form', (text) => {
    expect(refusalOf(parseCanonical(text, { ...documentRules, numbersToDepth: 9 }))).toBe('none');
  });

  it.each(canonical.invalid)('refuse to read $text: $refusal', ({ text, refusal }) => {
    expect(refusalOf(parseCanonical(text, documentRules))).toBe(refusal);
  });

  it.each(documents.documents)('read a signed receipt', ({ m, sig, hash, from }) => {
    const opened = openDocument(receiptSchema, { m, sig }, ringOf(from), limits.messageBytes);
    expect(refusalOf(opened)).toBe('none');
    expect(hashText(m)).toBe(hash);
  });
});

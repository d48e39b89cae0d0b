import { canonicalize, documentRules, type SigningKey } from '@passerelle/protocol';

/** The bytes of a well signed report frame around any content, as a member with bad intentions could make them. */
export function signAnything(content: object, key: SigningKey): Uint8Array {
  const text = canonicalize(content, documentRules);
  if (!text.ok) throw new Error(`no canonical form: ${JSON.stringify(text.refusal)}`);
  const m = text.value;
  const sig = key.sign(Buffer.from(`coop-settle/1\n${m}`, 'utf8')).toString('base64url');
  return Buffer.from(JSON.stringify({ report: { m, sig } }), 'utf8');
}

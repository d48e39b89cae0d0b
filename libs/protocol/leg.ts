import { hashOf } from './hash.js';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const characters = 26;

/**
 * The reference of a leg on a bank statement: base32 (RFC 4648) of the hash of its canonical `{currency, from, result,
 * to}`, cut to 26 characters, 130 bits. A SEPA transfer has room for 35.
 */
export function legReference(of: {
  readonly result: string;
  readonly from: string;
  readonly to: string;
  readonly currency: string;
}): string {
  const { result, from, to, currency } = of;
  const digest = Buffer.from(hashOf({ result, from, to, currency }), 'base64url');
  let bits = 0n;
  for (const byte of digest) bits = (bits << 8n) | BigInt(byte);
  const total = BigInt(digest.length * 8);
  return Array.from({ length: characters }, (_, at) => {
    const shift = total - BigInt(5 * (at + 1));
    return base32[Number((bits >> shift) & 31n)]!;
  }).join('');
}

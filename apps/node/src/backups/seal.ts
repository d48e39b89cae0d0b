import { createCipheriv, createDecipheriv, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { Bytes } from './bytes.js';
import { BackupFault } from './fault.js';

const format = 'passerelle-backup';
const version = 1;
/** The first line of an archive: format, version, salt, and a check that tells a wrong key from a damaged file. */
const headerBytes = `${format} ${version} `.length + 22 + 1 + 22 + 1;
const portionBytes = 64 * 1024;
const tagBytes = 16;

/** 0.1 s and 32 MB for each guess at a passphrase. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

interface Key {
  readonly secret: Buffer;
  /** Proves the secret without telling it. */
  readonly check: Buffer;
}

function keyFrom(passphrase: string, salt: Buffer): Key {
  const bytes = scryptSync(passphrase.normalize('NFC'), salt, 48, cost);
  return { secret: bytes.subarray(0, 32), check: bytes.subarray(32) };
}

/**
 * Encrypts a stream in portions of 64 KiB with AES-256-GCM. The nonce of each is its number and whether it is the last,
 * so a portion that is changed, moved, repeated or missing is noticed, and so is an end that is cut off.
 */
export async function* sealed(plain: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(16);
  const { secret, check } = keyFrom(passphrase, salt);
  const header = Buffer.from(`${format} ${version} ${salt.toString('base64url')} ${check.toString('base64url')}\n`);
  yield header;
  let number = 0n;
  for await (const { bytes, isLast } of new Bytes(plain).portions(portionBytes)) {
    const cipher = createCipheriv('aes-256-gcm', secret, nonceOf(number, isLast)).setAAD(header);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1n;
  }
}

/** What was sealed, portion by portion, each given out only after it was proven. @throws BackupFault */
export async function* unsealed(archive: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const bytes = new Bytes(archive);
  const header = await bytes.take(headerBytes);
  const secret = secretBehind(header.toString('latin1'), passphrase);
  let number = 0n;
  for await (const { bytes: portion, isLast } of bytes.portions(portionBytes + tagBytes)) {
    const plain = opened(portion, { secret, header, nonce: nonceOf(number, isLast) });
    if (plain === null) throw isLast ? cutShort() : changed();
    yield plain;
    number += 1n;
  }
}

function secretBehind(header: string, passphrase: string): Buffer {
  const found = new RegExp(`^${format} (\\d+) `).exec(header);
  if (!found) throw new BackupFault('not-a-backup', 'this file is no backup of a node');
  if (Number(found[1]) > version)
    throw new BackupFault('newer-format', `the backup has format ${found[1]}: install the newer release that wrote it`);
  const written = /^\S+ 1 ([\w-]{22}) ([\w-]{22})\n$/.exec(header);
  if (!written) throw cutShort();
  const [salt, check] = [written[1]!, written[2]!].map((text) => Buffer.from(text, 'base64url')) as [Buffer, Buffer];
  const key = keyFrom(passphrase, salt);
  if (!timingSafeEqual(key.check, check))
    throw new BackupFault('wrong-key', 'PASSERELLE_BACKUP_KEY is not the key with which this backup was made');
  return key.secret;
}

function opened(
  portion: Buffer,
  { secret, header, nonce }: { readonly secret: Buffer; readonly header: Buffer; readonly nonce: Buffer },
): Buffer | null {
  if (portion.length < tagBytes) return null;
  const end = portion.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', secret, nonce, { authTagLength: tagBytes }).setAAD(header);
  decipher.setAuthTag(portion.subarray(end));
  try {
    return Buffer.concat([decipher.update(portion.subarray(0, end)), decipher.final()]);
  } catch {
    return null;
  }
}

function nonceOf(number: bigint, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(number, 3);
  nonce.writeUInt8(Number(isLast), 11);
  return nonce;
}

const cutShort = (): BackupFault =>
  new BackupFault('cut-short', 'the backup is cut short, or its end was changed: use another copy');
const changed = (): BackupFault =>
  new BackupFault('changed', 'the backup was changed after it was made: use another copy');

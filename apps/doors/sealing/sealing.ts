import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto';

/** The row in which bytes lie: a part of what is sealed, so that nobody moves them to another one. */
export interface Place {
  readonly table: string;
  readonly id: string;
}

/** Who cannot open sealed bytes, and why: told to operators, with the setting to look at. */
export class SealFault extends Error {}

/** No file we accept begins so, and no secret of an authenticator app is written so. */
const mark = Buffer.from('\0sealed\0', 'latin1');
const version = 1;
const keyIdBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;

/** The mark, the version of the form and the id of the key: by these alone it is known who can open what follows. */
export const headBytes = mark.length + 1 + keyIdBytes;

/** 0.1 s and 32 MB for each guess. All processes must come to the same key, so that the salt is the same everywhere. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const salt = 'passerelle sealed rows 1';

/** As it came; sealed with the key in use, with the one before it, or with one that is not here. */
export type SealState = 'plain' | 'sealed' | 'before' | 'other-key';

interface Key {
  readonly secret: Buffer;
  /** The head of everything sealed with it. */
  readonly head: Buffer;
}

function keyFrom(passphrase: string): Key {
  const stretched = scryptSync(passphrase.normalize('NFC'), salt, 32, cost);
  const derived = Buffer.from(hkdfSync('sha256', stretched, '', salt, 32 + keyIdBytes));
  return { secret: derived.subarray(0, 32), head: Buffer.concat([mark, Buffer.of(version), derived.subarray(32)]) };
}

/** The key that seals and opens, and while keys are changed the one before it, which only opens. */
export interface SecretsKeys {
  readonly secretsKey?: string | undefined;
  readonly secretsKeyBefore?: string | undefined;
}

/**
 * Seals what the database keeps of people's files and secrets with AES-256-GCM, and opens it again. Without a key it
 * leaves bytes as they are; what was kept before there was a key stays readable.
 */
export class Sealing {
  private readonly key: Key | undefined;
  private readonly before: Key | undefined;

  constructor({ secretsKey, secretsKeyBefore }: SecretsKeys) {
    this.key = secretsKey === undefined ? undefined : keyFrom(secretsKey);
    this.before = secretsKeyBefore === undefined ? undefined : keyFrom(secretsKeyBefore);
  }

  get hasKey(): boolean {
    return this.key !== undefined;
  }

  seal(plain: Buffer, place: Place): Buffer {
    if (!this.key) return plain;
    const nonce = randomBytes(nonceBytes);
    const { secret, head } = this.key;
    const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(nameOf(place, head));
    return Buffer.concat([head, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws SealFault when they were sealed with another key, changed, or moved here from another row */
  open(kept: Buffer, place: Place): Buffer {
    if (this.stateOf(kept) === 'plain') return kept;
    const { secret, head } = this.keyFor(kept, place);
    const end = kept.length - tagBytes;
    if (end < headBytes + nonceBytes) throw changed(place);
    const nonce = kept.subarray(headBytes, headBytes + nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', secret, nonce, { authTagLength: tagBytes });
    decipher.setAAD(nameOf(place, head)).setAuthTag(kept.subarray(end));
    try {
      return Buffer.concat([decipher.update(kept.subarray(headBytes + nonceBytes, end)), decipher.final()]);
    } catch {
      throw changed(place);
    }
  }

  /** The same for a column of text: what is sealed stands there in base64url. */
  sealText(plain: string, place: Place): string {
    return this.key ? this.seal(Buffer.from(plain), place).toString('base64url') : plain;
  }

  /** @throws SealFault as `open` does */
  openText(kept: string, place: Place): string {
    const bytes = Buffer.from(kept, 'base64url');
    return this.stateOf(bytes) === 'plain' ? kept : this.open(bytes, place).toString();
  }

  /** Known from the first `headBytes` alone: whether it is sealed, and with which key. */
  stateOf(kept: Buffer): SealState {
    if (!kept.subarray(0, mark.length).equals(mark)) return 'plain';
    const head = kept.subarray(0, headBytes);
    if (this.key?.head.equals(head)) return 'sealed';
    return this.before?.head.equals(head) ? 'before' : 'other-key';
  }

  private keyFor(kept: Buffer, { table }: Place): Key {
    const written = kept[mark.length];
    if (written !== undefined && written > version)
      throw new SealFault(`this ${table} was sealed by a newer program: install that one`);
    const head = kept.subarray(0, headBytes);
    const key = [this.key, this.before].find((each) => each?.head.equals(head));
    if (key) return key;
    if (!this.key) throw new SealFault(`this ${table} is sealed, and PASSERELLE_SECRETS_KEY is missing`);
    throw new SealFault(`PASSERELLE_SECRETS_KEY is not the key with which this ${table} was sealed`);
  }
}

const nameOf = ({ table, id }: Place, head: Buffer): Buffer => Buffer.concat([head, Buffer.from(`${table}/${id}`)]);

const changed = ({ table, id }: Place): SealFault =>
  new SealFault(`${table} ${id} was changed after it was sealed, or belongs to another row: restore it from a backup`);

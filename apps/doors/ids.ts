import { randomFillSync } from 'node:crypto';

/** Where new ids come from, so that chance is an argument like time. */
export abstract class Ids {
  /** A new UUID of version 7: sorts by the moment it was made. */
  abstract newId(): string;
}

const chanceBytes = 10;

/** UUIDs of version 7 (RFC 9562): 48 bits of real time in milliseconds, then chance. */
export class RandomIds extends Ids {
  /** Chance for many ids at once: asking the system for each costs more than all the rest. */
  private readonly chance = new Uint8Array(chanceBytes * 256);
  private used = this.chance.length;

  newId(): string {
    if (this.used === this.chance.length) {
      randomFillSync(this.chance);
      this.used = 0;
    }
    return uuidV7(Date.now(), this.chance.subarray(this.used, (this.used += chanceBytes)));
  }
}

/** The UUID of version 7 made of an instant in milliseconds and ten bytes of chance. */
export function uuidV7(atMs: number, chance: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(atMs, 0, 6);
  bytes.set(chance.subarray(0, 10), 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** `publicId('mis', uuid)`: how an id is written at the HTTP door, `mis_01980a3e…` without dashes. */
export const publicId = (prefix: string, id: string): string => `${prefix}_${id.replaceAll('-', '')}`;

/** The UUID inside a public id of that prefix, or undefined when the text is not one. */
export function parsePublicId(prefix: string, text: string): string | undefined {
  const [before, digits, ...rest] = text.split('_');
  if (before !== prefix || digits === undefined || rest.length > 0 || !/^[0-9a-f]{32}$/.test(digits)) return undefined;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

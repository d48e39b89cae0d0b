import { type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';

export type ReceiptId = string & { readonly __receipt: true };

export const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** A photo or a PDF of what was bought, known by its content. The bytes are kept beside it. */
export interface Receipt {
  readonly id: ReceiptId;
  readonly entity: EntityId;
  readonly member: MemberId;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
  readonly media: MediaType;
  readonly size: number;
  readonly receivedAt: Date;
  readonly keepUntil: PlainDate;
}

export type FileRefusal =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'not-an-image'; readonly begins: string }
  | { readonly kind: 'cut-off'; readonly media: MediaType };

/** What the bytes are, whatever the sender calls them, or why nobody could read them as a receipt. */
export function mediaOf(bytes: Uint8Array): Result<MediaType, FileRefusal> {
  if (bytes.length === 0) return refuse({ kind: 'empty-file' });
  const form = forms.find(({ begins }) => begins(bytes));
  if (!form) return refuse({ kind: 'not-an-image', begins: Buffer.from(bytes.subarray(0, 8)).toString('hex') });
  return form.isWhole(bytes) ? ok(form.media) : refuse({ kind: 'cut-off', media: form.media });
}

interface Form {
  readonly media: MediaType;
  begins(bytes: Uint8Array): boolean;
  /** Whether the end of the file has come too; phones send half a photo where the network is poor. */
  isWhole(bytes: Uint8Array): boolean;
}

const textAt = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

const has = (bytes: Uint8Array, sought: string): boolean => Buffer.from(bytes).includes(Buffer.from(sought, 'latin1'));

/** Brands of the files that phones write as HEIC: photos coded as HEVC, alone or in a sequence. */
const heicBrands = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];

const forms: readonly Form[] = [
  {
    media: 'image/jpeg',
    begins: (bytes) => textAt(bytes, 0, 3) === '\xff\xd8\xff',
    // Some cameras write data of their own behind the end of the picture.
    isWhole: (bytes) => has(bytes, '\xff\xd9'),
  },
  {
    media: 'image/png',
    begins: (bytes) => textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n',
    isWhole: (bytes) => has(bytes, 'IEND'),
  },
  {
    media: 'image/webp',
    begins: (bytes) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 12) === 'WEBP',
    isWhole: (bytes) => bytes.length >= Buffer.from(bytes).readUInt32LE(4) + 8,
  },
  {
    media: 'image/heic',
    begins: (bytes) => textAt(bytes, 4, 8) === 'ftyp' && heicBrands.includes(textAt(bytes, 8, 12)),
    isWhole: (bytes) => has(bytes, 'meta') && has(bytes, 'mdat'),
  },
  {
    media: 'application/pdf',
    begins: (bytes) => textAt(bytes, 0, 5) === '%PDF-',
    isWhole: (bytes) => has(bytes, '%%EOF'),
  },
];

/** Receipts are kept for seven years from the day they came. */
export const yearsKept = 7;

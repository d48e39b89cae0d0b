import { createHash } from 'node:crypto';
import { type Result, ok, refuse } from '@passerelle/values';

export const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** What is known of a file from its content alone, whatever the sender calls it. */
export interface FileFacts {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
  readonly media: MediaType;
  readonly size: number;
}

export type FileRefusal =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'not-an-image'; readonly begins: string }
  | { readonly kind: 'cut-off'; readonly media: MediaType };

/** Reads a file that must be one of these kinds, or says why nobody could read it as one. */
export function factsOfFile(
  bytes: Uint8Array,
  accepted: readonly MediaType[] = mediaTypes,
): Result<FileFacts, FileRefusal> {
  if (bytes.length === 0) return refuse({ kind: 'empty-file' });
  const form = forms.find(({ media, begins }) => accepted.includes(media) && begins(bytes));
  if (!form) return refuse({ kind: 'not-an-image', begins: Buffer.from(bytes.subarray(0, 8)).toString('hex') });
  const { media } = form;
  if (!form.isWhole(bytes)) return refuse({ kind: 'cut-off', media });
  return ok({ hash: createHash('sha256').update(bytes).digest('hex'), media, size: bytes.length });
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

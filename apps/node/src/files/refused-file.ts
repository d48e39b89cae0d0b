import type { FileRefusal } from './file.js';

export type RefusedFileId = string & { readonly __refusedFile: true };

/** The doors at which workers and their advisers leave files. */
export const fileDoors = ['receipt', 'a1-document'] as const;
export type FileDoor = (typeof fileDoors)[number];

/** Why a file was refused. One that is empty leaves nothing to look at. */
export const lookedAtFor = ['not-an-image', 'cut-off'] as const;
export type RefusedFor = Exclude<FileRefusal['kind'], 'empty-file'>;

/** A file that no door took, kept as it came so that a person can look at it and help whoever sent it. */
export interface RefusedFile {
  readonly id: RefusedFileId;
  readonly entity: string;
  /** Whom it is about. */
  readonly member: string;
  readonly door: FileDoor;
  /** The account that sent it. */
  readonly by: string;
  readonly at: Date;
  readonly reason: RefusedFor;
  readonly size: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
}

export type FaultKind =
  | 'not-a-backup'
  | 'newer-format'
  | 'wrong-key'
  | 'changed'
  | 'cut-short'
  | 'newer-program'
  | 'not-empty'
  | 'differs'
  | 'no-space'
  | 'not-reached';

/** A backup could not be made, read or restored. Says why and what to do; nothing was changed. */
export class BackupFault extends Error {
  constructor(
    readonly kind: FaultKind,
    why: string,
  ) {
    super(why);
    this.name = 'BackupFault';
  }
}

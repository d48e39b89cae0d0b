/** Why a report was not believed. The word is stored and shown; what was refused is not, since it may say anything. */
export const reportRefusals = [
  'too-long',
  'not-a-report',
  'bad-signature',
  'not-canonical',
  'malformed',
  'wrong-key',
  'another-federation',
  'another-node',
  'page-out-of-range',
  'older',
  'replayed',
  'contradiction',
] as const;

export type ReportRefusal = (typeof reportRefusals)[number];

/** A report that was refused, told without its content: where it lay, why, how long it was, and the hash of its bytes. */
export interface RefusedReport {
  /** The node on whose subject it came; whoever signed in there with that node's transport key. */
  readonly slot: string;
  readonly reason: ReportRefusal;
  readonly bytes: number;
  readonly hash: string;
}

/** What became of what arrived. */
export type Taken =
  | { readonly kind: 'taken' }
  /** A page of a report whose other pages are not here yet. */
  | { readonly kind: 'incomplete' }
  /** The broker gave something again that had been taken before. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'refused'; readonly reason: ReportRefusal };

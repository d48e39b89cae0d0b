/** One letter on its way; nobody can change it, because nobody else can sign. */
export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

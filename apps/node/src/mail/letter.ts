/** A letter to a person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Plain text, one line a line. */
  readonly text: string;
}

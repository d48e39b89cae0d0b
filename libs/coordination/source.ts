import type { Confidence } from '@passerelle/values';

/** Where a rule that is not a number comes from, and how sure it is: the same four marks as a dated number carries. */
export interface Source {
  readonly text: string;
  readonly confidence: Confidence;
}

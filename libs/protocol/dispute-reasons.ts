/** Why a debt is disputed, as anybody may know it: none of these words tells anything of a person. */
export const disputeReasons = [
  'amount',
  'due',
  'party',
  'not-agreed',
  'not-done',
  'paid',
  /** The programs of the two hold it differently, although they have heard each other out. */
  'differs',
  'other',
] as const;

export type DisputeReason = (typeof disputeReasons)[number];

/** The reason in the code of a dispute. Two nodes may use a code of their own; whoever else asks learns no more than that. */
export const disputeReasonOf = (code: string): DisputeReason =>
  disputeReasons.find((reason) => reason === code) ?? 'other';

/** What people are told of a refusal; the word that the program stored stands beside it. */
export type RefusalKind = keyof typeof kinds | 'nonsense' | 'other';

/** The first that fits: a message whose signature is bad is never looked at further. */
const kinds = {
  unsigned: /bad-signature|wrong-key/,
  unreadable: /not-a-|too-long|malformed|not-canonical|unsupported-version|out-of-range/,
  contradiction: /contradiction|broken-chain|other-head|unsent|wrong-history/,
  elsewhere: /^another-/,
  outdated: /older|replayed|channel-closed|another-session/,
} as const;

/** Of what was not believed: `why` is the stored reason with its detail. */
export function refusalKind(why: string): RefusalKind {
  if (why === 'message-refused') return 'nonsense';
  const found = Object.entries(kinds).find(([, pattern]) => pattern.test(why));
  return (found?.[0] as RefusalKind | undefined) ?? 'other';
}

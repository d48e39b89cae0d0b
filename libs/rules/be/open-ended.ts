import type { Fact } from '../kit/facts.js';

/** Article 1bis, the status of an artist and the withholding of short engagements go with commissions, not with a post. */
export const openEnded = (facts: Readonly<Record<string, Fact>>): Readonly<Record<string, Fact>> => ({
  ...facts,
  ...(facts['status'] === 'artist' && { status: 'employee' }),
  contract: 'employment',
  withholding: 'ordinary',
});

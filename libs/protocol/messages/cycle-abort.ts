import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

/** A lock of this round, or a skip with the newest lock that it names. */
const boundVotes = z
  .record(field.nodeId, field.lock.extend({ signature: field.sig }))
  .refine((all) => Object.keys(all).length <= 64, 'too many votes');

export const cycleAbort = messageType({
  type: 'cycle.abort',
  version: 1,
  says: 'How members have voted in a round that is left: what the next round may do follows from it.',
  schema: body({ cycle: field.cycle, round: field.whole, skips: field.signatures, bound: boundVotes.optional() }),
  between: { from: 'pl', to: 'be' },
  example: {
    cycle: '2026-08',
    round: '0',
    skips: {
      fr: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
      pl: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
    },
  },
});

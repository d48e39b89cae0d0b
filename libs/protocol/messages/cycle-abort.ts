import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const cycleAbort = messageType({
  type: 'cycle.abort',
  version: 1,
  says: 'The round is over without a result: a quorum of skips.',
  schema: body({ cycle: field.cycle, round: field.whole, skips: field.signatures }),
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

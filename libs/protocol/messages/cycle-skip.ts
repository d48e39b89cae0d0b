import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const cycleSkip = messageType({
  type: 'cycle.skip',
  version: 1,
  says: "The sender's one vote of this round: on to the next. It names the newest lock that the sender has given, if any.",
  schema: body({ cycle: field.cycle, round: field.whole, held: field.lock.optional(), signature: field.sig }),
  between: { from: 'be', to: 'pl' },
  example: {
    cycle: '2026-08',
    round: '0',
    signature: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
  },
});

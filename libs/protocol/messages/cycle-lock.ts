import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const cycleLock = messageType({
  type: 'cycle.lock',
  version: 1,
  says: "The sender's one vote of this round: the result stands.",
  schema: body({ cycle: field.cycle, round: field.whole, result: field.hash, signature: field.sig }),
  between: { from: 'be', to: 'pl' },
  example: {
    cycle: '2026-08',
    round: '0',
    result: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U',
    signature: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
  },
});

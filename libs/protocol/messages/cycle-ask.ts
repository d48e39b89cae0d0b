import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const cycleAsk = messageType({
  type: 'cycle.ask',
  version: 1,
  says: 'All nodes of the proposal have approved; the coordinator asks every member to vote.',
  schema: body({
    cycle: field.cycle,
    round: field.whole,
    result: field.hash,
    approvals: field.signatures,
  }),
  between: { from: 'pl', to: 'be' },
  example: {
    cycle: '2026-08',
    round: '0',
    result: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U',
    approvals: {
      be: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
      fr: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
    },
  },
});

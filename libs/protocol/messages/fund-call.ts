import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const fundCall = messageType({
  type: 'fund.call',
  version: 1,
  says: 'A default is shared out as every member computed it; it stands when it is approved like a cycle.',
  schema: body({
    call: field.uuid,
    leg: field.leg,
    currency: field.currency,
    shortfall: field.positive,
    result: field.hash,
    signature: field.sig,
  }),
  between: { from: 'pl', to: 'be' },
  example: {
    call: '0198f5c1-8f2a-7c3b-9a41-0242ac120003',
    leg: 'MZXW6YTBOI2DKNRXGAYTCMRTGQ',
    currency: 'EUR',
    shortfall: '60000',
    result: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U',
    signature: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
  },
});

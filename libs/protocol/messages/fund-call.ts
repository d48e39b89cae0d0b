import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const fundCall = messageType({
  type: 'fund.call',
  version: 1,
  says: 'The sender approves how a default is shared out, as it computed it; it stands with a quorum of approvals.',
  schema: body({
    call: field.uuid,
    cycle: field.cycle,
    leg: field.leg,
    currency: field.currency,
    /** What each payee of the defaulter misses, by payee. */
    claims: z.record(field.nodeId, field.positive).refine((all) => Object.keys(all).length <= 64, 'too many claims'),
    shortfall: field.positive,
    result: field.hash,
    signature: field.sig,
  }),
  between: { from: 'pl', to: 'be' },
  example: {
    call: '0198f5c1-8f2a-7c3b-9a41-0242ac120003',
    cycle: '2026-08',
    leg: 'MZXW6YTBOI2DKNRXGAYTCMRTGQ',
    currency: 'EUR',
    claims: { be: '15000', pl: '45000' },
    shortfall: '60000',
    result: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U',
    signature: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
  },
});

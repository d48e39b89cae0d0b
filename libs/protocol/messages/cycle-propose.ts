import { day } from '@passerelle/values';
import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';
import { coSigned, fixing } from './co-signed.js';

export const cyclePropose = messageType({
  type: 'cycle.propose',
  version: 1,
  says: 'The coordinator proposes a result. A proposal of many statements comes in parts; a cycle that closes empty has none.',
  schema: body({
    cycle: field.cycle,
    round: field.whole,
    part: field.positive,
    parts: field.positive,
    statements: z.array(coSigned).max(30),
    fixing: fixing.optional(),
    result: field.hash,
  }),
  between: { from: 'pl', to: 'be' },
  example: {
    cycle: '2026-08',
    round: '0',
    part: '1',
    parts: '1',
    statements: [
      {
        cycle: '2026-08',
        a: 'be',
        b: 'fr',
        n: '12',
        lines: { EUR: { ab: '90000', ba: '215000' } },
        root: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4',
        sigA: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
        sigB: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
      },
    ],
    fixing: {
      source: 'ECB reference rates',
      date: day('2026-09-01'),
      into: 'EUR',
      table: { PLN: { num: '2337', den: '10000', text: '0.2337' } },
    },
    result: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U',
  },
});

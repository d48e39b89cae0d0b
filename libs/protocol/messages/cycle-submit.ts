import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';
import { coSigned } from './co-signed.js';

export const cycleSubmit = messageType({
  type: 'cycle.submit',
  version: 1,
  says: 'Statements that both of their nodes have signed, to the coordinator.',
  schema: body({
    cycle: field.cycle,
    part: field.positive,
    parts: field.positive,
    statements: z.array(coSigned).max(30),
  }),
  between: { from: 'be', to: 'fr' },
  example: {
    cycle: '2026-08',
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
  },
});

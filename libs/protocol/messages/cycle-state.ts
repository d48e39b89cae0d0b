import * as field from '../fields.js';
import { lines } from './co-signed.js';
import { body, messageType } from './message-type.js';

export const cycleState = messageType({
  type: 'cycle.state',
  version: 1,
  says: 'What the pair owes each other in the cycle, as the sender sees it, signed for third parties. Of the two nodes, `a` is the first by id.',
  schema: body({ cycle: field.cycle, n: field.whole, lines, root: field.hash, signature: field.sig }),
  between: { from: 'be', to: 'fr' },
  example: {
    cycle: '2026-08',
    n: '12',
    lines: { EUR: { ab: '90000', ba: '215000' } },
    root: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4',
    signature: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
  },
});

import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const settlePair = messageType({
  type: 'settle.pair',
  version: 1,
  says: 'The two settle their co-signed statement between themselves; it counts when both have sent it.',
  schema: body({ cycle: field.cycle, root: field.hash, signature: field.sig }),
  between: { from: 'be', to: 'fr' },
  example: {
    cycle: '2026-08',
    root: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4',
    signature: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
  },
});

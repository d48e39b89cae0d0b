import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const missionAccept = messageType({
  type: 'mission.accept',
  version: 1,
  says: 'The host accepts these very terms and signs their hash too.',
  schema: body({ mission: field.uuid, version: field.positive, terms: field.hash, signature: field.sig }),
  between: { from: 'fr', to: 'be' },
  example: {
    mission: '0198f5c1-8f2a-7c3b-9a41-0242ac120001',
    version: '1',
    terms: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4',
    signature: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
  },
});

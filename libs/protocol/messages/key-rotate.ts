import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const keyRotate = messageType({
  type: 'key.rotate',
  version: 1,
  says: 'The messages after this one are signed with the new key. The new key signs the announcement too.',
  schema: body({ kid: field.keyId, publicKey: field.publicKey, possession: field.sig }),
  between: { from: 'be', to: 'fr' },
  example: {
    kid: 'be-2',
    publicKey: 'gTl3Dqh9F19Wo1Rmw0x-zMuNipG07jeiXfYPW4_Js5Q',
    possession: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
  },
});

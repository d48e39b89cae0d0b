import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const missionRefuse = messageType({
  type: 'mission.refuse',
  version: 1,
  says: 'The host does not take the mission, and says why.',
  schema: body({ mission: field.uuid, version: field.positive, code: field.code, reason: field.text }),
  between: { from: 'fr', to: 'be' },
  example: {
    mission: '0198f5c1-8f2a-7c3b-9a41-0242ac120001',
    version: '1',
    code: 'client-unknown',
    reason: 'Ce client ne nous a pas répondu.',
  },
});

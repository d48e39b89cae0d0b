import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const missionCancel = messageType({
  type: 'mission.cancel',
  version: 1,
  says: 'One side calls the mission off.',
  schema: body({ mission: field.uuid, code: field.code, reason: field.text }),
  between: { from: 'fr', to: 'be' },
  example: {
    mission: '0198f5c1-8f2a-7c3b-9a41-0242ac120001',
    code: 'client-cancelled',
    reason: 'Le concert est annulé.',
  },
});

import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const missionStart = messageType({
  type: 'mission.start',
  version: 1,
  says: 'The client has confirmed the order, so the work may begin.',
  schema: body({ mission: field.uuid, terms: field.hash, confirmedAt: field.instant }),
  between: { from: 'fr', to: 'be' },
  example: {
    mission: '0198f5c1-8f2a-7c3b-9a41-0242ac120001',
    terms: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4',
    confirmedAt: '2026-03-16T10:05:00.000Z',
  },
});

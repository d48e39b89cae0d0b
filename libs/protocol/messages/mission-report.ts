import { day } from '@passerelle/values';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const missionReport = messageType({
  type: 'mission.report',
  version: 1,
  says: 'The worker has done this work; the home cooperative passes it on.',
  schema: body({ mission: field.uuid, terms: field.hash, first: field.day, last: field.day, days: field.decimal }),
  between: { from: 'be', to: 'fr' },
  example: {
    mission: '0198f5c1-8f2a-7c3b-9a41-0242ac120001',
    terms: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4',
    first: day('2026-03-23'),
    last: day('2026-03-24'),
    days: '2',
  },
});

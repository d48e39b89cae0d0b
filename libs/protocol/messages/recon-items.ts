import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const reconItems = messageType({
  type: 'recon.items',
  version: 1,
  says: 'The obligations of a range one by one.',
  schema: body({
    cycle: field.cycle,
    lower: field.uuid,
    upper: field.uuid,
    items: z.array(z.strictObject({ obligation: field.uuid, terms: field.hash, state: field.code })).max(100),
  }),
  between: { from: 'be', to: 'fr' },
  example: {
    cycle: '2026-08',
    lower: '0198f5c1-8f2a-7c3b-9a41-0242ac120001',
    upper: '0198f5c1-8f2a-7c3b-9a41-0242ac120003',
    items: [
      {
        obligation: '0198f5c1-8f2a-7c3b-9a41-0242ac120003',
        terms: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4',
        state: 'agreed',
      },
    ],
  },
});

import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';
import { bound } from './range.js';

const item = z.strictObject({ obligation: field.uuid, terms: field.hash, state: field.code });

export const reconItems = messageType({
  type: 'recon.items',
  version: 1,
  says: 'The obligations of a range one by one.',
  schema: body({ cycle: field.cycle, from: bound, to: bound, items: z.array(item).max(100) }),
  between: { from: 'fr', to: 'be' },
  example: {
    cycle: '2026-08',
    from: '',
    to: '',
    items: [
      {
        obligation: '0198f5c1-8f2a-7c3b-9a41-0242ac120003',
        terms: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4',
        state: 'agreed',
      },
    ],
  },
});

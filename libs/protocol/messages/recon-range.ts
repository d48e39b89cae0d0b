import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const reconRange = messageType({
  type: 'recon.range',
  version: 1,
  says: 'A hash over the sorted obligations between two ids; ranges that differ are split until the items are found.',
  schema: body({ cycle: field.cycle, lower: field.uuid, upper: field.uuid, n: field.whole, root: field.hash }),
  between: { from: 'be', to: 'fr' },
  example: {
    cycle: '2026-08',
    lower: '0198f5c1-8f2a-7c3b-9a41-0242ac120001',
    upper: '0198f5c1-8f2a-7c3b-9a41-0242ac120003',
    n: '2',
    root: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4',
  },
});

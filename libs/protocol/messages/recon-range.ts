import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';
import { bound } from './range.js';

export const reconRange = messageType({
  type: 'recon.range',
  version: 1,
  says: 'Hashes over the sorted obligations in ranges of ids; a range that differs is split until its items can be shown.',
  schema: body({
    cycle: field.cycle,
    ranges: z.array(z.strictObject({ from: bound, to: bound, n: field.whole, hash: field.hash })).max(50),
  }),
  between: { from: 'be', to: 'fr' },
  example: {
    cycle: '2026-08',
    ranges: [{ from: '', to: '', n: '2', hash: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4' }],
  },
});

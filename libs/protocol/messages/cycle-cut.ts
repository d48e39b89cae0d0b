import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const cycleCut = messageType({
  type: 'cycle.cut',
  version: 1,
  says: 'The sender accepts nothing more for this cycle or an earlier one.',
  schema: body({ cycle: field.cycle }),
  between: { from: 'be', to: 'fr' },
  example: { cycle: '2026-08' },
});

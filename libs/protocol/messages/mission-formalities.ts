import { day } from '@passerelle/values';
import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

/** The certificate of the social security law that applies, as far as the host has to know it. */
const a1 = z.strictObject({
  state: z.enum(['not-required', 'submitted', 'provisional', 'issued', 'refused', 'withdrawn']),
  reference: field.reference.optional(),
  first: field.day.optional(),
  last: field.day.optional(),
});

/** The notice to the authorities of the country of work. Its client has to ask for it in some countries. */
const notice = z.strictObject({
  state: z.enum(['not-required', 'exempt', 'given']),
  number: field.reference.optional(),
});

export const missionFormalities = messageType({
  type: 'mission.formalities',
  version: 1,
  says: 'All formalities are done or answered for, so the work may begin; said again when one of them changes.',
  schema: body({ mission: field.uuid, terms: field.hash, a1, notice }),
  between: { from: 'be', to: 'fr' },
  example: {
    mission: '0198f5c1-8f2a-7c3b-9a41-0242ac120001',
    terms: 'tucpoEkb3qS4WHl69OazSYHuct7rwC1QottO2cAWwW4',
    a1: { state: 'issued', reference: 'BE-A1-2026-004711', first: day('2026-03-23'), last: day('2026-03-24') },
    notice: { state: 'exempt' },
  },
});

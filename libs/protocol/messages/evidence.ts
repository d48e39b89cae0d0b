import { z } from 'zod';
import * as field from '../fields.js';
import { body, messageType } from './message-type.js';

export const evidenceShared = messageType({
  type: 'evidence',
  version: 1,
  says: 'Part of a proof against a member, for all members. The parts joined are the proof as JSON in base64url.',
  schema: body({
    evidence: field.hash,
    part: field.positive,
    parts: field.positive,
    chunks: z
      .array(z.string().regex(/^[A-Za-z0-9_-]{1,500}$/))
      .min(1)
      .max(24),
  }),
  between: { from: 'be', to: 'fr' },
  example: {
    evidence: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U',
    part: '1',
    parts: '1',
    chunks: ['eyJraW5kIjoiZXF1aXZvY2F0aW9uIn0'],
  },
});

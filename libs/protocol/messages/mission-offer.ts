import { country, day } from '@passerelle/values';
import * as field from '../fields.js';
import { termsSchema } from '../agreement.js';
import { body, messageType } from './message-type.js';

export const missionOffer = messageType({
  type: 'mission.offer',
  version: 1,
  says: 'The home cooperative offers the terms of a mission, signed; a new version replaces an earlier offer.',
  schema: body({ mission: field.uuid, version: field.positive, terms: termsSchema, signature: field.sig }),
  parties: ({ mission, version, terms }, { from, to }) =>
    terms.home === from && terms.host === to && terms.mission === mission && terms.version === version
      ? undefined
      : 'wrong-party',
  between: { from: 'be', to: 'fr' },
  example: {
    mission: '0198f5c1-8f2a-7c3b-9a41-0242ac120001',
    version: '1',
    terms: {
      mission: '0198f5c1-8f2a-7c3b-9a41-0242ac120001',
      reference: 'be-2026-0001',
      version: '1',
      home: 'be',
      host: 'fr',
      worker: { name: 'Amina', role: 'Musician' },
      client: { name: 'Théâtre des Deux Rives', country: country('FR'), vatNumber: 'FR12345678901' },
      work: 'Concert et atelier',
      place: { country: country('FR'), town: 'Lyon' },
      first: day('2026-03-23'),
      last: day('2026-03-24'),
      days: '2',
      price: '100000',
      currency: 'EUR',
      hostSharePercent: '2',
      defaultBearer: 'host',
      dueRule: { days: '30' },
      invoiceLanguage: 'fr',
    },
    signature: '7jjmNYgmnG8DloihE3cKnZFRME8K_lKRX-3vvbXIgZy2qVtV88V0x_M7mTCJ9R9Mf7d7HNvFQE1A180WxaRnBw',
  },
});

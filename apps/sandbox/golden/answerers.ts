import type { Answerer, GoldenSchema } from './answer.js';
import { belgianAnswers } from './be.js';
import { coordinationAnswers } from './coordination.js';
import { frenchArtistAnswers } from './fr-artists.js';
import { frenchAnswers } from './fr.js';
import { se } from './se.js';
import { vat } from './vat.js';

/** Who answers the cases of which schema. A schema that is not listed counts as not yet covered. */
export const answerers: Readonly<Partial<Record<GoldenSchema, Answerer>>> = {
  be: belgianAnswers,
  fr: frenchAnswers,
  'fr-artists': frenchArtistAnswers,
  se,
  coordination: coordinationAnswers,
  vat,
};

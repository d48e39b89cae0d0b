import assert from 'node:assert/strict';
import { countryOf } from '@passerelle/rules';
import { type RecordKind, retainedUntil } from '@passerelle/rules/kit';
import type { PlainDate } from '@passerelle/values';
import type { LegalEntity } from './legal-entity.js';

/** The last day on which a record of that day is kept, by the law of the employer's country. */
export function keptUntil({ country }: LegalEntity, records: RecordKind, recorded: PlainDate): PlainDate {
  const law = countryOf(country);
  assert(law, `a legal entity is of a country whose law is known, not of ${country}`);
  return retainedUntil(law.retentions[records], recorded);
}

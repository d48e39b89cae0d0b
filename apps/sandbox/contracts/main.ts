import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncApi, bodySchemas, documentSchemas } from '@passerelle/protocol';
import { checkout } from '../checkout.js';

/** Writes the contracts between nodes as plain files, for people and for other implementations. */
const files = {
  'asyncapi.json': asyncApi(),
  'messages.schema.json': bodySchemas(),
  'documents.schema.json': documentSchemas(),
};

for (const [name, content] of Object.entries(files))
  writeFileSync(join(checkout, 'libs', 'protocol', 'published', name), `${JSON.stringify(content, null, 2)}\n`);
process.stderr.write('wrote libs/protocol/published; now run prettier over it\n');

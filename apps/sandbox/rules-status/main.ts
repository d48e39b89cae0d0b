import { writeFileSync } from 'node:fs';
import { countries } from '@passerelle/rules';
import { rulesStatus } from './status.js';

// Writes docs/rules-status.md anew. The spec beside this file fails when the page is not current.
const page = process.argv[2] ?? 'docs/rules-status.md';
writeFileSync(page, rulesStatus(countries));
process.stdout.write(`${page} is written.\n`);

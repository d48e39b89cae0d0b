import { lands } from './countries.js';
import { writePapers } from './papers.js';

// npm run papers -- OUTDIR: one of each document for each country, in OUTDIR/{be,fr,se}.
const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-') || rest.length > 0) {
  process.stderr.write('Say into which folder the papers go: npm run papers -- OUTDIR\n');
  process.exit(64);
}
for (const land of lands) await writePapers(folder, land, (file) => process.stdout.write(`${file}\n`));
process.stdout.write(
  'Declarations are data of our own dictionaries: not officially valid, and each says what is missing.\n',
);

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { frenchArtistAnswers } from './fr-artists.js';
import { frenchAnswers } from './fr.js';
import { readGolden } from './read.js';
import { report, runGolden } from './run.js';

const answerers = { fr: frenchAnswers, 'fr-artists': frenchArtistAnswers };
const reported = (file: string): string => report(runGolden(readGolden(file), answerers));

const beside = (name: string): string | undefined => {
  const file = join(process.cwd(), '..', 'shared', 'golden', name);
  if (existsSync(file)) return file;
  process.stdout.write(`skipped: ${name} is not beside the checkout\n`);
  return undefined;
};

describe('French published values', () => {
  it.each(['fr-sample.json', 'fr-artists-sample.json'])('come out as they lie beside the checkout: %s', (name) => {
    const file = beside(name);
    if (file !== undefined) expect(reported(file)).toMatch(/^\d+ passed, 0 failed$/);
  });
});

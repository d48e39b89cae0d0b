import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.js';

/** Sources whose classes stand in the API's description of a program. */
const programs = {
  node: ['apps/doors', 'apps/node/src'],
  federation: ['apps/doors', 'apps/federation/src'],
};

/** The files in which a program describes what is sent and answered. */
const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/[.]spec[.]ts$|(^|\/)testing\//.test(file))
    .map((file) => join(folder, file));

/** Classes by the name under which the description knows them, each with the files that have one of that name. */
function described(folders: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const file of folders.flatMap(sourcesIn)) {
    const text = readFileSync(join(checkout, file), 'utf8');
    if (!/@nestjs\/swagger|Body\b/.test(text)) continue;
    for (const [, name = ''] of text.matchAll(/^export (?:abstract )?class (\w+(?:Body|Page|Query))\b/gm))
      found.set(name, [...(found.get(name) ?? []), file]);
  }
  return found;
}

describe.each(Object.entries(programs))('the description of the API of the %s', (_, folders) => {
  it('has one body of a name: of two, it would keep the fields of one without a word', () => {
    const bodies = described(folders);
    expect(bodies.has('ProblemBody')).toBe(true);
    expect([...bodies].filter(([, files]) => files.length > 1)).toEqual([]);
  });
});

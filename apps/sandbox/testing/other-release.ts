import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.js';

/**
 * Lays a copy of the built program into a folder that is another release: it calls itself so, speaks the versions of the
 * protocol that `SPOKEN` names, announces an ability, and says in its greetings what no earlier release has heard of.
 * Answers its `passerelle`.
 */
export function otherRelease(folder: string, version: string): string {
  mkdirSync(folder, { recursive: true });
  cpSync(join(checkout, 'dist'), join(folder, 'dist'), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  const description = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as object;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...description, version }));
  const greeting = join(folder, 'dist', 'libs', 'protocol', 'hello.js');
  const changes = [
    ['versions: Object.keys(versions).map(Number)', `versions: process.env['SPOKEN'].split(',').map(Number)`],
    ['features: [...currentVersion.features]', `features: ['later-ability']`],
    ['ext: { release }', `ext: { release, 'later-word': { of: ['a', 'later', 'release'] } }`],
  ] as const;
  writeFileSync(
    greeting,
    changes.reduce(
      (text, [from, into]) => {
        if (!text.includes(from)) throw new Error(`${greeting} does not say "${from}" any more`);
        return text.replace(from, into);
      },
      readFileSync(greeting, 'utf8'),
    ),
  );
  return join(folder, 'dist', 'apps', 'node', 'src', 'passerelle.js');
}

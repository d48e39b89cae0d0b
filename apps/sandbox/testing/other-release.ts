import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.js';

/**
 * Lays a copy of the built program into a folder that is another release: it calls itself so, speaks the versions of the
 * protocol that `SPOKEN` names, announces an ability, says in its greetings what no earlier release has heard of, and has
 * other rules for payslips in France. Answers its `passerelle`.
 */
export function otherRelease(folder: string, version: string): string {
  mkdirSync(folder, { recursive: true });
  cpSync(join(checkout, 'dist'), join(folder, 'dist'), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  const description = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as object;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...description, version }));
  const libs = join(folder, 'dist', 'libs');
  rewrite(join(libs, 'rules', 'fr', 'index.js'), [[`version: '2026.1'`, `version: '2031.7'`]]);
  rewrite(join(libs, 'protocol', 'hello.js'), [
    ['versions: Object.keys(versions).map(Number)', `versions: process.env['SPOKEN'].split(',').map(Number)`],
    ['features: [...currentVersion.features]', `features: ['later-ability']`],
    ['ext: { release }', `ext: { release, 'later-word': { of: ['a', 'later', 'release'] } }`],
  ]);
  return join(folder, 'dist', 'apps', 'node', 'src', 'passerelle.js');
}

function rewrite(file: string, changes: readonly (readonly [from: string, into: string])[]): void {
  const changed = changes.reduce(
    (text, [from, into]) => {
      if (!text.includes(from)) throw new Error(`${file} does not say "${from}" any more`);
      return text.replace(from, into);
    },
    readFileSync(file, 'utf8'),
  );
  writeFileSync(file, changed);
}

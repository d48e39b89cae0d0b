import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, found from this file whether it runs as source or as built. */
export const checkout: string = upwards(dirname(fileURLToPath(import.meta.url)));

/** Where a built program lies, for example `built('node/src/main')`. */
export const built = (program: string): string => join(checkout, 'dist', 'apps', `${program}.js`);

function upwards(from: string): string {
  if (existsSync(join(from, 'nest-cli.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('the sandbox runs from a checkout of Passerelle, and this is not one');
  return upwards(parent);
}

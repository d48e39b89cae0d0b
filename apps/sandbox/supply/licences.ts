/** One package of the lock file, as npm writes it. */
export interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly version?: string;
}

/** Licences under which others' code may go into what a cooperative runs; each lets it be given on under EUPL-1.2. */
const forUse = [
  'MIT',
  'Apache-2.0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Unlicense',
];

/** What only builds and tests the program, and is not given on, may be under these as well. */
const forWork = [...forUse, 'MPL-2.0', 'CC0-1.0', 'CC-BY-4.0', 'Zlib'];

/** Packages whose metadata do not name their licence as SPDX does, with what their LICENSE file says. */
const read: Readonly<Record<string, string>> = {
  busboy: 'MIT',
  'dejavu-fonts-ttf': 'Bitstream Vera and Arev: fonts may be embedded and given on',
  'png-js': 'MIT',
  streamsearch: 'MIT',
};

/** Names of platforms stand in the lock file without a licence; the package they belong to has one. */
const platforms = ['@swc/core-', '@unrs/resolver-binding-'];

/** What a package lies under that is not allowed, in words; nothing for those that are. */
export const licenceFaults = (packages: Readonly<Record<string, Locked>>): readonly string[] =>
  Object.entries(packages).flatMap(([path, locked]) => {
    const name = path.split('node_modules/').at(-1)!;
    const { license, dev = false } = locked;
    if (path === '' || read[name] !== undefined || (dev && platforms.some((prefix) => name.startsWith(prefix))))
      return [];
    if (license !== undefined && isAllowed(license, dev ? forWork : forUse)) return [];
    return [`${name} is under ${license ?? 'no licence that it names'}`];
  });

/** `(MIT OR CC0-1.0)` needs one of them, `MIT AND Zlib` each. */
function isAllowed(licence: string, allowed: readonly string[]): boolean {
  const text = licence.replaceAll(/[()]/g, '');
  return text.split(/ or /i).some((choice) => choice.split(/ and /i).every((each) => allowed.includes(each.trim())));
}

/** How many packages lie under each licence, the most common first. */
export function licenceList(packages: Readonly<Record<string, Locked>>): readonly string[] {
  const counts = new Map<string, number>();
  for (const [path, { license, dev }] of Object.entries(packages)) {
    if (path === '' || dev) continue;
    const name = path.split('node_modules/').at(-1)!;
    const licence = read[name] ?? license ?? 'none named';
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([licence, count]) => `${String(count).padStart(4)}  ${licence}`);
}

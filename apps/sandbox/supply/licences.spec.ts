import { readFileSync } from 'node:fs';
import { licenceFaults, licenceList, type Locked } from './licences.js';

const locked = (license: string | undefined, dev = false): Record<string, Locked> => ({
  'node_modules/left-pad': { ...(license === undefined ? {} : { license }), dev },
});

describe('the licences of what the program is made of', () => {
  it('are known and allowed, each of them', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
    expect(Object.keys(packages).length).toBeGreaterThan(500);
    expect(licenceFaults(packages)).toEqual([]);
    expect(licenceList(packages)[0]).toMatch(/^ *\d+ {2}MIT$/);
  });

  it.each(['GPL-3.0-only', 'SSPL-1.0', 'MIT AND GPL-3.0-only', 'UNLICENSED', undefined])(
    'fail when one is %s',
    (licence) => {
      expect(licenceFaults(locked(licence))).toEqual([`left-pad is under ${licence ?? 'no licence that it names'}`]);
    },
  );

  it.each(['(MIT OR GPL-3.0-only)', 'Apache-2.0 AND MIT', 'MIT or MPL-2.0'])(
    'may be chosen where there is a choice: %s',
    (licence) => {
      expect(licenceFaults(locked(licence))).toEqual([]);
    },
  );

  it('may be stricter for what a cooperative runs than for what only builds it', () => {
    expect(licenceFaults(locked('MPL-2.0', true))).toEqual([]);
    expect(licenceFaults(locked('MPL-2.0'))).toHaveLength(1);
  });
});

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { demoPeople } from './people.js';
import { throwawayFolder } from './testing/throwaway.js';

const folder = throwawayFolder();
const file = join(folder.dir, 'accounts.json');
afterAll(() => folder.remove());

describe('the people of the demonstration', () => {
  const nodes = ['be', 'fr', 'se'];

  it('are one worker in each country, the staff of each branch and one for the federation', () => {
    const at = demoPeople(file, nodes).map(({ at, email }) => `${at} ${email.split('@')[0]}`);
    expect(at).toEqual([
      ...['be amina', 'fr lucas', 'se ingrid'],
      ...nodes.flatMap((id) => [`${id} adviser`, `${id} payroll`, `${id} finance`, `${id} sysadmin`]),
      'federation fedadmin',
    ]);
  });

  it('keep their passwords from start to start', () => {
    expect(demoPeople(file, nodes)).toEqual(demoPeople(file, nodes));
  });

  it('have passwords of their own that only the owner of the file can read', () => {
    const passwords = new Map(demoPeople(file, nodes).map(({ email, password }) => [email, password]));
    expect(new Set(passwords.values()).size).toBe(passwords.size);
    for (const password of passwords.values()) expect(password).toMatch(/^([a-z2-9]{4}-){2}[a-z2-9]{4}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

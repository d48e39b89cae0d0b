import { randomInt } from 'node:crypto';
import { keptSecret } from './kept.js';

/** Somebody who can sign in to the demonstration. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly role: 'worker' | 'adviser' | 'payroll' | 'finance' | 'sysadmin' | 'fedadmin';
  /** Where she signs in: a node's short name, or `federation`. */
  readonly at: string;
  readonly language: 'en' | 'fr' | 'nl' | 'sv' | 'de';
  readonly town?: string;
  readonly password: string;
}

type Invited = Omit<Person, 'password'>;

const workers: readonly Invited[] = [
  { email: 'amina@demo.example', name: 'Amina', role: 'worker', at: 'be', language: 'fr', town: 'Brussels' },
  { email: 'lucas@demo.example', name: 'Lucas', role: 'worker', at: 'fr', language: 'fr', town: 'Paris' },
  { email: 'ingrid@demo.example', name: 'Ingrid', role: 'worker', at: 'se', language: 'sv', town: 'Malmö' },
];

const branchRoles = ['adviser', 'payroll', 'finance', 'sysadmin'] as const;
const branchLanguages: Readonly<Record<string, Person['language']>> = { be: 'fr', fr: 'fr', se: 'sv' };

/**
 * The people of the demonstration, for the nodes that take part. A branch's staff has the same address and password
 * at each node; the accounts are each node's own. Passwords are made once and kept in `file`.
 */
export function demoPeople(file: string, nodes: readonly string[]): Person[] {
  const staff = nodes.flatMap((at) =>
    branchRoles.map((role): Invited => ({
      email: `${role}@demo.example`,
      name: `${role[0]?.toUpperCase()}${role.slice(1)}`,
      role,
      at,
      language: branchLanguages[at] ?? 'en',
    })),
  );
  const federation: Invited = {
    email: 'fedadmin@demo.example',
    name: 'Federation',
    role: 'fedadmin',
    at: 'federation',
    language: 'en',
  };
  const invited = [...workers.filter(({ at }) => nodes.includes(at)), ...staff, federation];
  const passwords = keptPasswords(file, invited);
  return invited.map((person) => ({ ...person, password: passwords[person.email]! }));
}

function keptPasswords(file: string, people: readonly Invited[]): Record<string, string> {
  const make = (): string => JSON.stringify(Object.fromEntries(people.map(({ email }) => [email, typable()])), null, 2);
  return JSON.parse(keptSecret(file, make)) as Record<string, string>;
}

/** Sixty bits, in letters and digits that nobody confuses, to be typed by a person. */
function typable(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group()].join('-');
}

import { entityOf, staffOf } from './branches.js';
import { type Answer, Door, Refused } from './door.js';
import type { Person } from './people.js';
import type { Seed } from './seed.js';

interface Work {
  readonly role: string;
  readonly iban: string;
  /** What the law of her country must know of her. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** What the workers of the demonstration do, and what their country's law must know of them. */
const worksAs: Readonly<Record<string, Work>> = {
  'amina@demo.example': {
    role: 'musician',
    iban: 'BE71096123456769',
    facts: {
      status: 'artist',
      contract: 'article-1bis',
      artsAttestation: true,
      withholding: 'artist-short-engagement',
      region: 'brussels',
    },
  },
  'lucas@demo.example': { role: 'sound technician', iban: 'FR7630006000011234567890189', facts: {} },
  'ingrid@demo.example': { role: 'translator', iban: 'SE3550000000054910000003', facts: {} },
};

/** Each branch takes its worker in. */
export const members: Seed = async ({ federation: { nodes, people } }) => {
  for (const { id, url } of nodes) {
    const door = await Door.signIn(url, staffOf(people, id, 'adviser'));
    const entity = await entityOf(door);
    for (const person of people.filter(({ at, role }) => at === id && role === 'worker'))
      await takeIn(door, entity, person);
  }
};

async function takeIn(door: Door, entity: string, { email, name, language, password }: Person): Promise<void> {
  const work = worksAs[email];
  if (!work) throw new Error(`nobody knows what ${email} does`);
  const answer = await door.ask('POST', '/members', { entity, name, email, language, password, ...work });
  if (answer.status >= 400 && !isMemberAlready(answer)) throw new Refused(`the membership of ${email}`, answer);
}

/** She has been taken in at an earlier start. */
const isMemberAlready = ({ body }: Answer): boolean =>
  (body as { readonly errors?: readonly { readonly code: string }[] }).errors?.some(
    ({ code }) => code === 'member-email-taken',
  ) ?? false;

import { entityOf, staffOf } from './branches.js';
import { type Answer, Door, Refused } from './door.js';
import type { Person } from './people.js';
import type { Seed } from './seed.js';

interface Work {
  readonly role: string;
  readonly iban: string;
  /** What the law of her country must know of her. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** Where she lives and what else she does: it decides under which country's law she is insured. */
  readonly situation: object;
}

/** Somebody who lives where her cooperative is, and works for nobody else. */
const livesAndWorksIn = (country: string, identity: object): object => ({
  from: '2024-01-01',
  nationality: country,
  residence: country,
  identity,
  employers: [],
  activities: [{ kind: 'employed', employer: 'cooperative', country, timeShare: '1', regularity: 'habitual' }],
});

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
    situation: livesAndWorksIn('BE', { surname: 'Diallo', forenames: 'Amina', sex: 'F', bornOn: '1990-05-17' }),
  },
  'lucas@demo.example': {
    role: 'sound technician',
    iban: 'FR7630006000011234567890189',
    facts: {},
    situation: livesAndWorksIn('FR', { surname: 'Petit', forenames: 'Lucas' }),
  },
  'ingrid@demo.example': {
    role: 'translator',
    iban: 'SE3550000000054910000003',
    facts: {},
    situation: livesAndWorksIn('SE', { surname: 'Lindqvist', forenames: 'Ingrid' }),
  },
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

/** Takes somebody in, who does the work of one of the demonstration's workers: her own, unless another's is named. */
export async function takeIn(
  door: Door,
  entity: string,
  { email, name, language, password }: Person,
  like = email,
): Promise<void> {
  const work = worksAs[like];
  if (!work) throw new Error(`nobody knows what ${like} does`);
  const { situation, ...membership } = work;
  const answer = await door.ask('POST', '/members', { entity, name, email, language, password, ...membership });
  if (isMemberAlready(answer)) return;
  if (answer.status >= 400) throw new Refused(`the membership of ${email}`, answer);
  const { id } = answer.body as { readonly id: string };
  await door.must('POST', `/members/${id}/situations`, situation);
}

/** She has been taken in at an earlier start. */
const isMemberAlready = ({ body }: Answer): boolean =>
  (body as { readonly errors?: readonly { readonly code: string }[] }).errors?.some(
    ({ code }) => code === 'member-email-taken',
  ) ?? false;

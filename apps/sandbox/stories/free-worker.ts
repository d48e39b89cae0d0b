import { randomUUID } from 'node:crypto';
import { entityOf, staffOf } from '../branches.js';
import { Door } from '../door.js';
import { takeIn } from '../members.js';
import type { Person } from '../people.js';
import type { Whereabouts } from './scene.js';

interface Mission {
  readonly state: string;
  readonly terms: { readonly first: string };
}

/** States in which a mission has taken its days: nobody works in two places on one day. */
const taken: readonly string[] = ['formalities', 'active', 'completed'];

/**
 * The same people, but whoever tells the story again: a federation that has heard it finds its musician's days taken, and
 * takes in a namesake who does the same work.
 */
export async function withFreeWorker(where: Whereabouts, branch: string, first: string): Promise<Whereabouts> {
  const { url } = where.nodes.find(({ id }) => id === branch)!;
  const usual = staffOf(where.people, branch, 'worker');
  const door = await Door.signIn(url, usual);
  const { items } = (await door.must('GET', '/missions?limit=50')) as { readonly items: readonly Mission[] };
  if (!items.some(({ state, terms }) => taken.includes(state) && terms.first === first)) return where;
  const namesake: Person = {
    ...usual,
    email: usual.email.replace('@', `+${randomUUID().slice(0, 8)}@`),
    password: randomUUID(),
  };
  const adviser = await Door.signIn(url, staffOf(where.people, branch, 'adviser'));
  await takeIn(adviser, await entityOf(adviser), namesake, usual.email);
  return { ...where, people: where.people.map((person) => (person === usual ? namesake : person)) };
}

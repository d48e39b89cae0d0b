import type { Door } from '../door.js';
import { type Branch, act, until } from '../stories/scene.js';

interface Named {
  readonly id: string;
}

interface Listed<T> {
  readonly items: readonly T[];
}

interface Member extends Named {
  readonly entity: string;
  readonly role: string;
  readonly language: string;
  readonly iban: string;
  readonly facts: object;
}

interface Client extends Named {
  readonly email: string;
}

/**
 * A desk as an adviser of many members finds it: one mission of each. A third of them waits for her word, and of the
 * others the client has confirmed three in four, each with a contract to be signed.
 */
export async function fillDesk(branch: Branch, { members, day }: { readonly members: number; readonly day: string }) {
  const { adviser, payroll, sysadmin, stranger } = branch;
  const [model] = ((await adviser.must('GET', '/members')) as Listed<Member>).items as [Member];
  const [client] = ((await adviser.must('GET', '/clients')) as Listed<Client>).items as [Client];
  const known = await lettersTo(sysadmin, client);
  await fewAtOnce(members, async (number) => {
    const member = await join(adviser, model, number);
    const { id } = (await act(adviser, '/missions', {
      ...concert,
      client: client.id,
      member,
      first: day,
      last: day,
    })) as Named;
    await act(adviser, `/missions/${id}/submit`);
    if (number % 3 !== 0) await act(adviser, `/missions/${id}/approve`);
  });
  const asked = members - Math.ceil(members / 3);
  const letters = await until(
    'every client is asked',
    async () => {
      const all = await lettersTo(sysadmin, client);
      return all.length >= known.length + asked && all.filter((token) => !known.includes(token));
    },
    120_000,
  );
  await fewAtOnce(letters.length, async (number) => {
    if (number % 4 !== 3) await stranger.must('POST', `/confirmations/${letters[number]!}`, { answer: 'accept' });
  });
  await offerContracts(adviser, payroll);
}

const concert = {
  work: 'A concert',
  kind: 'artistic_performance',
  place: { country: 'BE', town: 'Bruxelles' },
  days: 1,
  price: { amount: '600.00', currency: 'EUR' },
};

async function join(adviser: Door, { id: _id, ...model }: Member, number: number): Promise<string> {
  const { entity, role, language, iban, facts } = model;
  const known = { name: `Member ${number}`, email: `member-${number}@bench.example` };
  return ((await adviser.must('POST', '/members', { entity, role, language, iban, facts, ...known })) as Named).id;
}

/** The links to orders in the letters to a client. */
async function lettersTo(sysadmin: Door, { email }: Client): Promise<readonly string[]> {
  const found = await sysadmin.must('GET', `/sandbox/mail?to=${encodeURIComponent(email)}`);
  return [...(found as Listed<string>).items.join().matchAll(/\/c\/([\w-]{43})/g)].map(([, token]) => token!);
}

async function offerContracts(adviser: Door, payroll: Door): Promise<void> {
  const missions: (Named & { readonly state: string; readonly role: string })[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await adviser.must('GET', `/missions?limit=200${cursor && `&cursor=${cursor}`}`);
    missions.push(...(page as Listed<(typeof missions)[number]>).items);
    cursor = (page as { readonly nextCursor: string | null }).nextCursor;
  }
  const agreed = missions.filter(({ state, role }) => role === 'both' && ['formalities', 'active'].includes(state));
  await fewAtOnce(agreed.length, async (number) => {
    await act(payroll, `/missions/${agreed[number]!.id}/contract`);
  });
}

/** Four people at the desk, one thing after the other. */
async function fewAtOnce(count: number, each: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count) await each(next++);
  };
  await Promise.all(Array.from({ length: 4 }, one));
}

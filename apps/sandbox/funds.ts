import { randomUUID } from 'node:crypto';
import { Door } from './door.js';
import { entityOf, staffOf } from './branches.js';
import type { Seed } from './seed.js';

interface Fund {
  readonly opening: { readonly amount: string };
  readonly income: { readonly amount: string };
}

/** What the members of each branch put into their guarantee fund at its founding. */
const endowments: Readonly<Record<string, { readonly amount: string; readonly currency: string }>> = {
  be: { amount: '20000.00', currency: 'EUR' },
  fr: { amount: '20000.00', currency: 'EUR' },
  se: { amount: '200000.00', currency: 'SEK' },
};

/** Gives each branch a guarantee fund that can pay before its clients do. A fund that has money already is left alone. */
export const guaranteeFunds: Seed = async ({ federation: { nodes, people } }) => {
  for (const { id, url } of nodes) {
    const door = await Door.signIn(url, staffOf(people, id, 'finance'));
    const { items } = (await door.must('GET', '/guarantee')) as { readonly items: readonly Fund[] };
    const isEndowed = items.some(({ opening, income }) => isSomething(opening.amount) || isSomething(income.amount));
    if (isEndowed) continue;
    const body = { entity: await entityOf(door), amount: endowments[id], decision: 'founding assembly' };
    await door.must('POST', '/guarantee/endowments', body, randomUUID());
  }
};

const isSomething = (amount: string): boolean => /[1-9]/.test(amount);

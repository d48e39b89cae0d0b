import { Door } from './door.js';
import type { Person } from './people.js';
import type { Seed, Sown } from './seed.js';

/** The legal entity of one branch, with numbers whose check digits are right and which belong to nobody. */
export interface Branch {
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  readonly vatNumber: string;
  readonly iban: string;
  readonly bic: string;
  readonly address: {
    readonly street: string;
    readonly postcode: string;
    readonly town: string;
    readonly country: string;
  };
}

export const branches: Readonly<Record<string, Branch>> = {
  be: {
    name: 'Passerelle Bruxelles',
    country: 'BE',
    currency: 'EUR',
    vatNumber: 'BE0428759497',
    iban: 'BE68539007547034',
    bic: 'GKCCBEBB',
    address: { street: 'Rue Coenraets 72', postcode: '1060', town: 'Bruxelles', country: 'BE' },
  },
  fr: {
    name: 'Passerelle Paris',
    country: 'FR',
    currency: 'EUR',
    vatNumber: 'FR40303265045',
    iban: 'FR1420041010050500013M02606',
    bic: 'PSSTFRPPPAR',
    address: { street: '12 rue de Belleville', postcode: '75020', town: 'Paris', country: 'FR' },
  },
  se: {
    name: 'Passerelle Malmö',
    country: 'SE',
    currency: 'SEK',
    vatNumber: 'SE556012579001',
    iban: 'SE4550000000058398257466',
    bic: 'ESSESESS',
    address: { street: 'Bergsgatan 20', postcode: '214 22', town: 'Malmö', country: 'SE' },
  },
};

/** Where money of other branches arrives in their own currency. */
const branchAccounts: Readonly<Record<string, { readonly furtherAccount?: object }>> = {
  se: { furtherAccount: { currency: 'EUR', iban: 'SE3550000000054910000003', bic: 'ESSESESS' } },
};

/** What the members of each branch decided. Rates as published by such cooperatives; the days are those of Belgium. */
const decisions = (advanceLimit: string): readonly (readonly [string, string])[] => [
  ['contributionRate', '6.5'],
  ['payWorkingDays', '7'],
  ['hostShare', '2'],
  ['invoiceTermDays', '30'],
  ['reminderDays', '7 21 35'],
  ['advanceLimit', advanceLimit],
  ['wageWarningDays', '45'],
];

/** Founds the legal entity of each branch and records what its members decided. */
export const legalEntities: Seed = async ({ federation: { nodes, people } }) => {
  for (const { id, url } of nodes) {
    const branch = branches[id];
    if (!branch) throw new Error(`the demonstration knows no branch ${id}`);
    const door = await Door.signIn(url, staffOf(people, id, 'sysadmin'));
    const entity = (await door.must('POST', '/entities', branch)) as { readonly id: string };
    const { furtherAccount } = branchAccounts[id] ?? {};
    if (furtherAccount) await door.must('POST', `/entities/${entity.id}/accounts`, furtherAccount);
    for (const [policy, value] of decisions(branch.currency === 'EUR' ? '5000.00' : '50000.00'))
      await door.must('POST', `/entities/${entity.id}/policies`, {
        policy,
        from: '2024-01-01',
        value,
        decision: 'founding assembly',
      });
  }
};

/** The id of the branch's legal entity. */
export async function entityOf(door: Door): Promise<string> {
  const { items } = (await door.must('GET', '/entities')) as { readonly items: readonly { readonly id: string }[] };
  const [entity] = items;
  if (!entity) throw new Error('the branch has no legal entity yet');
  return entity.id;
}

/** Somebody of a branch's staff. */
export function staffOf(people: Sown['federation']['people'], at: string, role: Person['role']): Person {
  const person = people.find((each) => each.at === at && each.role === role);
  if (!person) throw new Error(`nobody is ${role} at ${at}`);
  return person;
}

import { Door, Refused, type Answer } from './door.js';
import type { Person } from './people.js';
import type { Seed } from './seed.js';

/** Opens an account for each member of a branch's staff. The sysadmin is there already: a node begins with her. */
export const staffAccounts: Seed = async ({ federation: { nodes, people } }) => {
  for (const { id, url } of nodes) {
    const here = people.filter(({ at }) => at === id);
    const sysadmin = here.find(({ role }) => role === 'sysadmin');
    if (!sysadmin) throw new Error(`nobody administers ${id}`);
    const door = await letIn(url, sysadmin);
    if (!door) continue;
    for (const person of here.filter(isStaff)) await openAccount(door, person);
  }
};

/** Nobody, when she has been given another password since: then the accounts are hers to keep. */
async function letIn(url: string, sysadmin: Person): Promise<Door | undefined> {
  try {
    return await Door.signIn(url, sysadmin);
  } catch (error) {
    if (error instanceof Refused && error.answer.status === 401) return undefined;
    throw error;
  }
}

const isStaff = ({ role }: Person): boolean => role === 'adviser' || role === 'payroll' || role === 'finance';

async function openAccount(door: Door, { email, password, role, language }: Person): Promise<void> {
  const answer = await door.ask('POST', '/accounts', { email, password, roles: [role], language });
  if (answer.status >= 400 && !isTaken(answer)) throw new Refused(`the account of ${email}`, answer);
}

/** She has an account since an earlier start. */
const isTaken = ({ body }: Answer): boolean =>
  (body as { readonly errors?: readonly { readonly code: string }[] }).errors?.some(
    ({ code }) => code === 'email-taken',
  ) ?? false;

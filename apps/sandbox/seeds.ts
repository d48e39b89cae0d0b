import type { Seed, Sown } from './seed.js';
import { legalEntities } from './branches.js';
import { guaranteeFunds } from './funds.js';
import { members } from './members.js';
import { staffAccounts } from './staff.js';

/** In the order in which they need each other. */
const seeds: readonly Seed[] = [staffAccounts, legalEntities, members, guaranteeFunds];

/** Gives the running federation its people, cooperatives and clients. Sown again, it changes nothing. */
export async function sow(sown: Sown): Promise<void> {
  for (const seed of seeds) await seed(sown);
}

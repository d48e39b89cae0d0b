import type { Work } from '@passerelle/doors';
import {
  type Roster,
  type SignedRoster,
  signedRosterSchema,
  verifyFirstRoster,
  verifyNextRoster,
} from '@passerelle/protocol';
import type { RosterStore } from './roster.store.js';

/** The roster on file cannot be the one in force: says what is wrong and what to do. */
export class RosterRefused extends Error {
  constructor(why: string) {
    super(`the roster is refused: ${why}`);
    this.name = 'RosterRefused';
  }
}

/**
 * The roster in force: the newest version kept, after taking in the one on file when it is the next. A file that is
 * older changes nothing; one that skips versions or continues another history is refused.
 */
export async function rosterInForce(work: Work, store: RosterStore, file: string): Promise<Roster> {
  const offered = readFile(file);
  const kept = await keptRoster(work, store);
  if (!kept) return takeIn(work, store, valueOf(verifyFirstRoster(offered)));
  if (kept.signed.m === offered.m || (await isOlder(work, store, offered))) return kept;
  return takeIn(work, store, valueOf(verifyNextRoster(kept, offered)));
}

function readFile(file: string): SignedRoster {
  let value: unknown;
  try {
    value = JSON.parse(file);
  } catch {
    throw new RosterRefused('the file is not JSON; ask the federation for it again');
  }
  const read = signedRosterSchema.safeParse(value);
  if (!read.success) throw new RosterRefused('the file is not a signed roster; ask the federation for it again');
  return read.data;
}

async function keptRoster(work: Work, store: RosterStore): Promise<Roster | null> {
  let roster: Roster | null = null;
  for (const signed of await store.versions(work))
    roster = valueOf(roster ? verifyNextRoster(roster, signed) : verifyFirstRoster(signed));
  return roster;
}

const isOlder = async (work: Work, store: RosterStore, offered: SignedRoster): Promise<boolean> =>
  (await store.versions(work)).some(({ m }) => m === offered.m);

async function takeIn(work: Work, store: RosterStore, roster: Roster): Promise<Roster> {
  await store.add(work, { version: roster.content.version, hash: roster.hash, signed: roster.signed });
  return roster;
}

function valueOf(read: ReturnType<typeof verifyFirstRoster>): Roster {
  if (read.ok) return read.value;
  throw new RosterRefused(`${JSON.stringify(read.refusal)}; ask the federation for the version in force`);
}

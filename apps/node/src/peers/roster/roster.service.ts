import type { Work } from '@passerelle/doors';
import { type Roster, followRoster, readRosterFile, wordsOfRefusal } from '@passerelle/protocol';
import type { RosterStore } from './roster.store.js';

/** The roster on file cannot be the one in force: says what is wrong and what to do. */
export class RosterRefused extends Error {
  constructor(why: string) {
    super(`the roster is refused: ${why}`);
    this.name = 'RosterRefused';
  }
}

/**
 * The roster in force: the newest version kept, after taking in those on file that follow it. A node that missed some
 * follows each by its hash and its signatures. A file that is older changes nothing; one that skips versions or tells
 * another past is refused.
 */
export async function rosterInForce(work: Work, store: RosterStore, file: string): Promise<Roster> {
  const offered = readRosterFile(file);
  if (!offered.ok) throw new RosterRefused(`${wordsOfRefusal(offered.refusal)}; ask the federation for the file again`);
  const known = await keptChain(work, store);
  const followed = followRoster(known, offered.value);
  if (!followed.ok)
    throw new RosterRefused(
      `${wordsOfRefusal(followed.refusal)}; ask the federation for the file with all versions up to the one in force`,
    );
  for (const { content, hash, signed } of followed.value.added)
    await store.add(work, { version: content.version, hash, signed });
  return followed.value.current;
}

/** All versions that were followed. What is kept is verified again, from the first version on. */
export async function keptChain(work: Work, store: RosterStore): Promise<readonly Roster[]> {
  const versions = await store.versions(work);
  if (versions.length === 0) return [];
  const followed = followRoster([], versions);
  if (!followed.ok) throw new RosterRefused(`what is kept does not hold: ${wordsOfRefusal(followed.refusal)}`);
  return followed.value.added;
}

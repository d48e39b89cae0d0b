import { type Roster, type SignedRoster, followRoster, readRosterFile, wordsOfRefusal } from '@passerelle/protocol';

/** The roster on file cannot be the one in force: says what is wrong and what to do. */
export class RosterRefused extends Error {
  constructor(why: string) {
    super(`the roster is refused: ${why}; ask the members for the file with all versions`);
    this.name = 'RosterRefused';
  }
}

export interface InForce {
  readonly roster: Roster;
  /** The versions that are kept already, oldest first. */
  readonly known: readonly Roster[];
  /** The versions the file brought that are not kept yet, oldest first. */
  readonly added: readonly Roster[];
}

/**
 * The newest roster: the versions kept, oldest first, then those on file that follow. An older file changes nothing. Each
 * version is verified again, from the first one on. @throws RosterRefused
 */
export function rosterInForce(kept: readonly SignedRoster[], file: string): InForce {
  const offered = readRosterFile(file);
  if (!offered.ok) throw new RosterRefused(wordsOfRefusal(offered.refusal));
  const known = kept.length === 0 ? [] : valueOf(followRoster([], kept)).added;
  const { current, added } = valueOf(followRoster(known, offered.value));
  return { roster: current, known, added };
}

function valueOf(followed: ReturnType<typeof followRoster>) {
  if (followed.ok) return followed.value;
  throw new RosterRefused(wordsOfRefusal(followed.refusal));
}

import {
  type Roster,
  type SignedRoster,
  signedRosterSchema,
  verifyFirstRoster,
  verifyNextRoster,
} from '@passerelle/protocol';

/** The roster on file cannot be the one in force: says what is wrong and what to do. */
export class RosterRefused extends Error {
  constructor(why: string) {
    super(`the roster is refused: ${why}; ask the members for the version in force`);
    this.name = 'RosterRefused';
  }
}

export interface InForce {
  readonly roster: Roster;
  /** True when the file brought a version that is not kept yet. */
  readonly isNew: boolean;
}

/**
 * The newest roster: the versions kept, oldest first, then the one on file when it is the next. An older file changes
 * nothing. Each version is verified again, from the first one on. @throws RosterRefused
 */
export function rosterInForce(kept: readonly SignedRoster[], file: string): InForce {
  const offered = readFile(file);
  const newest = kept.reduce<Roster | undefined>(verified, undefined);
  if (newest && kept.some(({ m }) => m === offered.m)) return { roster: newest, isNew: false };
  return { roster: verified(newest, offered), isNew: true };
}

function verified(current: Roster | undefined, next: SignedRoster): Roster {
  const read = current ? verifyNextRoster(current, next) : verifyFirstRoster(next);
  if (read.ok) return read.value;
  throw new RosterRefused(JSON.stringify(read.refusal));
}

function readFile(file: string): SignedRoster {
  let value: unknown;
  try {
    value = JSON.parse(file);
  } catch {
    throw new RosterRefused('the file is not JSON');
  }
  const read = signedRosterSchema.safeParse(value);
  if (!read.success) throw new RosterRefused('the file is not a signed roster');
  return read.data;
}

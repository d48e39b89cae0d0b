import { managerOf, type Work } from '@passerelle/doors/at-rest';
import type { SignedRoster } from '@passerelle/protocol';

/** Every version of the roster that was ever in force here. */
export class RosterStore {
  async versions(work: Work): Promise<readonly SignedRoster[]> {
    const rows = await managerOf(work).query<{ signed: SignedRoster }[]>(
      'select signed from roster_version order by version',
    );
    return rows.map(({ signed }) => signed);
  }

  async add(work: Work, roster: { version: number; hash: string; signed: SignedRoster }): Promise<void> {
    await managerOf(work).query('insert into roster_version (version, hash, signed) values ($1, $2, $3)', [
      roster.version,
      roster.hash,
      JSON.stringify(roster.signed),
    ]);
  }
}

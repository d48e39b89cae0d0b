import { managerOf, type Work } from '@passerelle/doors';
import type { Roster, SignedRoster } from '@passerelle/protocol';

/** Every version of the roster that was ever in force here. */
export class DirectoryStore {
  async versions(work: Work): Promise<readonly SignedRoster[]> {
    // Two programs that start together take a new version in one after the other.
    await managerOf(work).query('lock table roster_version in share row exclusive mode');
    const rows = await managerOf(work).query<{ signed: SignedRoster }[]>(
      'select signed from roster_version order by version',
    );
    return rows.map(({ signed }) => signed);
  }

  async add(work: Work, { content, hash, signed }: Roster): Promise<void> {
    await managerOf(work).query('insert into roster_version (version, hash, signed) values ($1, $2, $3)', [
      content.version,
      hash,
      JSON.stringify(signed),
    ]);
  }

  async takenInAt(work: Work, version: number): Promise<Date> {
    const [row] = await managerOf(work).query<{ at: Date }[]>('select at from roster_version where version = $1', [
      version,
    ]);
    return row!.at;
  }
}

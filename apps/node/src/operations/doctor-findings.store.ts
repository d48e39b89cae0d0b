import { type Work, managerOf } from '@passerelle/doors';
import { type Said, isSaid, said, sayIn } from '../commands/said.js';
import type { PlainDate } from '@passerelle/values';
import type { Finding, Looked } from '../commands/doctor/finding.js';

/** A finding of the last look at its thing. */
export interface KeptFinding extends Finding {
  /** What `passerelle doctor --only` is told to look at it again. */
  readonly check: string;
  readonly lookedAt: Date;
}

/** When the doctor last looked at everything, and for which night. */
export interface Round {
  readonly night: PlainDate;
  readonly at: Date;
}

/** 7_086 and 7_087 are this program's numbers for these locks; advisory locks are separate for each database. */
const roundLock = 7086;
const keepLock = 7087;

const columns = `check_name as check, what, machine, result, words, says, remedy, ends_at as "endsAt", looked_at as "lookedAt"`;

interface FindingRow extends Pick<KeptFinding, 'check' | 'what' | 'result' | 'lookedAt'> {
  readonly machine: string;
  /** Null where the release before has written the row. */
  readonly words: { readonly says: Said; readonly remedy?: Said } | null;
  readonly says: string;
  readonly remedy: string | null;
  readonly endsAt: Date | null;
}

/** What the doctor found last. */
export class DoctorFindingsStore {
  /** Takes the place of all that the same checks found before, on the same machine where each has its own answer. */
  async keep(work: Work, looked: readonly Looked[]): Promise<void> {
    const manager = managerOf(work);
    await manager.query('select pg_advisory_xact_lock($1)', [keepLock]);
    for (const { check, machine = '', findings } of looked) {
      // The release before knew no machines.
      await manager.query(`delete from doctor_finding where check_name = $1 and machine in ($2, '')`, [check, machine]);
      for (const { what, result, says, remedy, endsAt } of findings)
        await manager.query(
          `insert into doctor_finding (check_name, machine, what, result, words, says, remedy, ends_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            check,
            machine,
            what,
            result,
            { says, remedy },
            sayIn('en', says),
            remedy ? sayIn('en', remedy) : null,
            endsAt ?? null,
          ],
        );
    }
  }

  /** Forgets what machines have found that have not looked for so many hours: they are no more. */
  async forgetMachines(work: Work, hours: number): Promise<void> {
    await managerOf(work).query(
      `delete from doctor_finding where machine <> '' and looked_at < now() - $1 * interval '1 hour'`,
      [hours],
    );
  }

  /** Each check's findings beside each other, the checks by their names. */
  async list(work: Work): Promise<readonly KeptFinding[]> {
    const rows = await managerOf(work).query<FindingRow[]>(
      `select ${columns} from doctor_finding order by check_name, what, machine`,
    );
    return rows.map(findingOf);
  }

  /** True for one replica at a time, until its transaction ends. */
  async claimRound(work: Work): Promise<boolean> {
    const [row] = await managerOf(work).query<[{ mine: boolean }]>('select pg_try_advisory_xact_lock($1) as mine', [
      roundLock,
    ]);
    return row.mine;
  }

  async lastRound(work: Work): Promise<Round | null> {
    const [row] = await managerOf(work).query<Round[]>('select night::text as night, at from doctor_round');
    return row ?? null;
  }

  async finishRound(work: Work, { night, at }: Round): Promise<void> {
    await managerOf(work).query(
      `insert into doctor_round (night, at) values ($1, $2)
       on conflict (only_one) do update set night = excluded.night, at = excluded.at`,
      [night, at],
    );
  }
}

/** What another release has said in words that are not known here is told as it stands, in English. */
function findingOf({ words, says, remedy, endsAt, machine, ...row }: FindingRow): KeptFinding {
  const asKept = (one: Said | undefined, english: string | null): Said | undefined =>
    one && isSaid(one) ? one : english === null ? undefined : said('as-told', { why: english });
  const mends = asKept(words?.remedy, remedy);
  return {
    ...row,
    says: asKept(words?.says, says)!,
    ...(mends && { remedy: mends }),
    ...(machine !== '' && { machine }),
    ...(endsAt !== null && { endsAt }),
  };
}

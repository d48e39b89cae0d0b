import { type Work, managerOf } from '@passerelle/doors';
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

const columns = `check_name as check, what, result, says, remedy, ends_at as "endsAt", looked_at as "lookedAt"`;

interface FindingRow extends Omit<KeptFinding, 'remedy' | 'endsAt'> {
  readonly remedy: string | null;
  readonly endsAt: Date | null;
}

/** What the doctor found last. */
export class DoctorFindingsStore {
  /** Takes the place of all that the same checks found before. */
  async keep(work: Work, looked: readonly Looked[]): Promise<void> {
    const manager = managerOf(work);
    await manager.query('select pg_advisory_xact_lock($1)', [keepLock]);
    await manager.query('delete from doctor_finding where check_name = any($1)', [looked.map(({ check }) => check)]);
    for (const { check, findings } of looked)
      for (const { what, result, says, remedy, endsAt } of findings)
        await manager.query(
          `insert into doctor_finding (check_name, what, result, says, remedy, ends_at) values ($1, $2, $3, $4, $5, $6)`,
          [check, what, result, says, remedy ?? null, endsAt ?? null],
        );
  }

  /** Each check's findings beside each other, the checks by their names. */
  async list(work: Work): Promise<readonly KeptFinding[]> {
    const rows = await managerOf(work).query<FindingRow[]>(
      `select ${columns} from doctor_finding order by check_name, what`,
    );
    return rows.map(({ remedy, endsAt, ...row }) => ({
      ...row,
      ...(remedy !== null && { remedy }),
      ...(endsAt !== null && { endsAt }),
    }));
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

import { managerOf, type Work } from '@passerelle/doors';
import type { RecordKind } from '@passerelle/rules/kit';
import type { PlainDate } from '@passerelle/values';
import { sections } from '../insights/person-sections.js';
import type { MemberId } from '../members/member.js';
import { type Erased, type ErasedKind, type ErasureDone, type KeptFor, erasedKinds, keptTables } from './erasure.js';

/** Never sent, and nothing else happened to them. */
const drafts = `select id from mission m where m.member = $1 and m.state = 'draft' and m.home_signature is null
  and not exists (select from mission_event e where e.mission = m.id and e.what not in ('register', 'change'))`;

/** Each with the rows that hang on it before it. $1 is the member, $2 the moment. */
const statements: Readonly<Record<ErasedKind, readonly string[]>> = {
  'draft-missions': [
    `delete from set_aside where mission in (${drafts})`,
    `delete from mission_event where mission in (${drafts})`,
    `delete from mission where id in (${drafts})`,
  ],
  'draft-expenses': [
    `delete from expense_receipt where expense in (select id from expense where member = $1 and state = 'draft')`,
    `delete from expense where member = $1 and state = 'draft'`,
  ],
  'unused-receipts': [
    `delete from receipt r where r.member = $1 and not exists (select from expense_receipt e where e.receipt = r.id)
       and not exists (select from expense e where e.member = $1 and e.form -> 'receipts' ? r.id::text)`,
  ],
  'refused-files': ['delete from refused_file where member = $1'],
  'unused-clients': [
    `delete from client c where c.brought_by = $1 and not exists (select from mission where client = c.id)
       and not exists (select from client_vies_answer where client = c.id)`,
  ],
  notifications: ['delete from notification where member = $1'],
  'ended-sessions': [
    'delete from session where ends_at <= $2 and account in (select id from account where subject = $1::text)',
  ],
};

/** The newest day that records of a kind are of; null when there are none with a day. */
const newest: Readonly<Record<RecordKind, string>> = {
  wages: 'select max(pay_on)::text as day from payslip where member = $1',
  books: `select greatest(
      (select max(pay_on) from payslip where member = $1),
      (select max((terms ->> 'last')::date) from mission where member = $1),
      (select max(coalesce(paid_on, decided_at::date, made_at::date)) from expense where member = $1))::text as day`,
  insurance: `select greatest(
      (select max((terms ->> 'last')::date) from mission where member = $1),
      (select max(stated_at::date) from member_situation where member = $1))::text as day`,
};

/** Counts and erases what the tables hold of one member, whatever room they belong to. */
export class ErasuresStore {
  /** Erases what nothing asks to keep, and says how much of each it was. */
  async erase(work: Work, member: MemberId, now: Date): Promise<readonly Erased[]> {
    const erased: Erased[] = [];
    for (const what of erasedKinds) {
      let count = 0;
      for (const statement of statements[what]) {
        const known = statement.includes('$2') ? [member, now] : [member];
        [, count] = await managerOf(work).query<[unknown[], number]>(statement, known);
      }
      if (count > 0) erased.push({ what, count });
    }
    return erased;
  }

  /** What a use case would answer, by letting it happen and taking it back: so no second text of SQL can say otherwise. */
  async tried<T>(work: Work, use: () => Promise<T>): Promise<T> {
    await managerOf(work).query('savepoint tried');
    const answer = await use();
    await managerOf(work).query('rollback to savepoint tried');
    return answer;
  }

  /** How many rows of hers are kept for something. */
  async count(work: Work, member: MemberId, records: KeptFor): Promise<number> {
    const tables = sections.filter(({ table }) => keptTables[records].includes(table));
    // Within one question a parameter has one type, and the sections name her both as an id and as a text.
    const counts = tables.map(
      ({ table, hers }) =>
        `(select count(*) from ${table} t where ${hers.replaceAll('$1', '(select id from person)')})`,
    );
    const [row] = await managerOf(work).query<[{ n: number }]>(
      `with person (id) as (values ($1::uuid)) select (${counts.join(' + ')})::int as n`,
      [member],
    );
    return row.n;
  }

  /** The newest day that such records of hers are of; null when none has a day. */
  async newest(work: Work, member: MemberId, records: RecordKind): Promise<PlainDate | null> {
    const [row] = await managerOf(work).query<[{ day: PlainDate | null }]>(newest[records], [member]);
    return row.day;
  }

  async add(work: Work, done: ErasureDone & { readonly id: string; readonly member: MemberId }, by: string) {
    await managerOf(work).query('insert into erasure (id, member, by, at, erased) values ($1, $2, $3, $4, $5)', [
      done.id,
      done.member,
      by,
      done.at,
      JSON.stringify(done.erased),
    ]);
  }

  /** Newest first. */
  history(work: Work, member: MemberId): Promise<readonly ErasureDone[]> {
    return managerOf(work).query<ErasureDone[]>(
      'select at, erased from erasure where member = $1 order by id desc limit 50',
      [member],
    );
  }
}

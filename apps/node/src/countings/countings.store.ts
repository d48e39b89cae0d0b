import { type Work, managerOf } from '@passerelle/doors';
import type { Span } from '@passerelle/coordination';
import type { CountryCode } from '@passerelle/values';
import type { MemberId } from '../members/member.js';
import type { NodeId } from '../peers/received.js';
import type { Consent, Counting, CountingAnswer, CountingId } from './counting.js';

interface CountingRow {
  readonly id: CountingId;
  readonly member: MemberId;
  readonly peer: NodeId;
  readonly direction: Counting['direction'];
  readonly host: CountryCode;
  readonly spans: readonly Span[];
  readonly asked_at: Date;
  readonly answer: CountingAnswer | null;
}

const columns = 'id, member, peer, direction, host, spans, asked_at, answer';

/** Consents and the questions that were asked on them. A consent that is withdrawn is gone, and its code with it. */
export class CountingsStore {
  /** False when another member has that code with that peer. */
  async consent(work: Work, { member, peer, code, since }: Consent): Promise<boolean> {
    const kept = await managerOf(work).query<unknown[]>(
      `insert into counting_consent (member, peer, code, since)
       select $1, $2, $3, $4 where not exists (
         select from counting_consent where peer = $2 and code = $3 and member <> $1)
       on conflict (member, peer) do update set code = excluded.code, since = excluded.since returning member`,
      [member, peer, code, since],
    );
    return kept.length === 1;
  }

  async withdraw(work: Work, member: MemberId, peer: NodeId): Promise<void> {
    await managerOf(work).query('delete from counting_consent where member = $1 and peer = $2', [member, peer]);
  }

  consentsOf(work: Work, member: MemberId): Promise<readonly Consent[]> {
    return managerOf(work).query<Consent[]>(
      'select member, peer, code, since from counting_consent where member = $1 order by peer',
      [member],
    );
  }

  consentsWith(work: Work, peer: NodeId): Promise<readonly Consent[]> {
    return managerOf(work).query<Consent[]>(
      'select member, peer, code, since from counting_consent where peer = $1 order by member',
      [peer],
    );
  }

  async add(work: Work, { id, member, peer, direction, host, spans, askedAt, answer }: Counting): Promise<void> {
    const values = [
      id,
      member,
      peer,
      direction,
      host,
      JSON.stringify(spans),
      askedAt,
      answer && JSON.stringify(answer),
    ];
    await managerOf(work).query(`insert into counting (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8)`, values);
  }

  async answered(work: Work, id: CountingId, answer: CountingAnswer): Promise<void> {
    await managerOf(work).query('update counting set answer = $2 where id = $1', [id, JSON.stringify(answer)]);
  }

  async find(work: Work, id: CountingId): Promise<Counting | null> {
    return (await this.select(work, 'id = $1 for update', [id]))[0] ?? null;
  }

  /** Oldest first. */
  ofMember(work: Work, member: MemberId): Promise<readonly Counting[]> {
    return this.select(work, 'member = $1 order by asked_at, id', [member]);
  }

  private async select(work: Work, where: string, values: readonly unknown[]): Promise<Counting[]> {
    const query = `select ${columns} from counting where ${where}`;
    const rows = await managerOf(work).query<CountingRow[]>(query, [...values]);
    return rows.map(({ asked_at: askedAt, ...row }) => ({ ...row, askedAt }));
  }
}

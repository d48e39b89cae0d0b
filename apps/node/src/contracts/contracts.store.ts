import { type Work, managerOf } from '@passerelle/doors';
import {
  type CountryCode,
  type Money,
  type MoneyText,
  type Month,
  type PlainDate,
  currency,
  money,
} from '@passerelle/values';
import type { MemberId } from '../members/member.js';
import type { Mission, MissionId } from '../missions/mission.js';
import type { ContractPaper } from '../papers/contract-paper.js';
import type { Contract, ContractId, ContractState, MonthsOfContract, Offer, Signing } from './contract.js';

interface ContractRow {
  readonly id: ContractId;
  readonly mission: MissionId | null;
  readonly since: Month | null;
  readonly month: Month | null;
  readonly member: MemberId;
  readonly worker: string;
  readonly country: CountryCode;
  readonly reference: string;
  readonly version: number;
  readonly local_name: string;
  readonly due: PlainDate;
  readonly state: ContractState;
  readonly offered_at: Date;
  readonly sha256: string;
  readonly signed_at: Date | null;
}

/** One version of what was written of an employment by the month. */
export interface Version
  extends Pick<MonthsOfContract, 'month'>, Pick<Contract, 'id' | 'version' | 'sha256' | 'signedAt'> {
  readonly termsHash: string;
}

/** A contract as JSON has it: amounts and instants as text. */
type Written<T> = T extends Money
  ? MoneyText
  : T extends Date
    ? string
    : T extends string
      ? T
      : T extends object
        ? { readonly [K in keyof T]: Written<T[K]> }
        : T;

/** In which month each country is: by it an employment that has ended is known. */
export type MonthsNow = Readonly<Record<string, Month>>;

/** Which day it is in each country. */
export type DaysNow = Readonly<Record<string, PlainDate>>;

/**
 * A contract by the month waits as long as nobody wrote another one for its month, what is planned is what it says, and the
 * employment goes on. `$1` is `MonthsNow`.
 */
const holdsByTheMonth = `
  not exists (select 1 from contract n where n.mission is null and n.member = c.member and n.month = c.month and n.id > c.id)
  and (select p.is_paid and p.gross is not null from wage_plan p where p.member = c.member and p.month = c.month
    order by p.number desc limit 1) is not distinct from (c.paper ->> 'last' is null)
  and not exists (select 1 from wage_plan p where p.member = c.member and p.gross is null and p.month > c.since
    and p.month <= ($1::jsonb ->> e.country)
    and not exists (select 1 from wage_plan q where q.member = p.member and q.month = p.month and q.number > p.number))`;

/** On which the work under it begins. */
const firstDay = `coalesce(c.paper ->> 'first', c.paper ->> 'from')`;

const select = `
  select c.id, c.mission, c.since, c.month, c.member, c.paper #>> '{worker,name}' as worker, e.country, c.paper ->> 'reference' as reference,
    (c.paper ->> 'version')::int as version, c.paper #>> '{form,localName}' as local_name,
    ${firstDay} as due, c.offered_at, encode(c.sha256, 'hex') as sha256, s.signed_at,
    case when s.contract is not null then 'signed'
      when m.terms_hash = c.terms_hash and m.state in ('formalities', 'active') then 'open'
      when c.mission is null and ${holdsByTheMonth} then 'open'
      else 'lapsed' end as state
  from contract c join member w on w.id = c.member left join mission m on m.id = c.mission
    join legal_entity e on e.id = coalesce(m.entity, w.entity) left join contract_signature s on s.contract = c.id`;

/** Contracts and their signatures are only added; the database refuses bytes that are not those of the hash. */
export class ContractsStore {
  /** Keeps it, unless one was kept for the same terms of a mission: the first one stays. True when it was this one. */
  async add(work: Work, { id, mission, months, member, paper, content }: Offer): Promise<boolean> {
    const added = await managerOf(work).query<unknown[]>(
      `insert into contract (id, mission, terms_hash, member, paper, offered_at, sha256, content, since, month)
       values ($1, $2, $3, $4, $5, $6, sha256($7), $7, $8, $9) on conflict (mission, terms_hash) do nothing returning id`,
      [
        id,
        mission,
        paper.termsHash,
        member,
        JSON.stringify(paper),
        paper.made,
        content,
        months?.since ?? null,
        months?.month ?? null,
      ],
    );
    return added.length > 0;
  }

  async sign(work: Work, { contract, account, email, at, address, userAgent, content }: Signing): Promise<void> {
    await managerOf(work).query(
      `insert into contract_signature (contract, account, email, signed_at, address, user_agent, sha256, content)
       values ($1, $2, $3, $4, $5, $6, sha256($7), $7)`,
      [contract, account, email, at, address, userAgent, content],
    );
  }

  async find(work: Work, id: ContractId, now: MonthsNow): Promise<Contract | null> {
    return (await this.rows(work, `${select} where c.id = $2`, [now, id]))[0] ?? null;
  }

  /** Those that wait for her although the work has begun, the oldest first. */
  late(work: Work, now: MonthsNow, today: DaysNow): Promise<readonly Contract[]> {
    const unsigned = `${select} where s.contract is null and (m.id is null or m.state in ('formalities', 'active'))
      and ${firstDay} <= $2::jsonb ->> e.country`;
    return this.rows(work, `select * from (${unsigned}) c where state = 'open' order by id`, [now, today]);
  }

  /** The contract for the terms of a mission, or null. */
  async forTerms(
    work: Work,
    { id, agreement: { hash } }: Pick<Mission, 'id' | 'agreement'>,
    now: MonthsNow,
  ): Promise<Contract | null> {
    const where = 'where c.mission = $2 and c.terms_hash = $3';
    return (await this.rows(work, `${select} ${where}`, [now, id, hash]))[0] ?? null;
  }

  /** What was written of an employment by the month, the oldest version first. */
  async versions(work: Work, member: MemberId, since: Month): Promise<readonly Version[]> {
    const rows = await managerOf(work).query<(Omit<Version, 'signedAt'> & { readonly signed_at: Date | null })[]>(
      `select c.id, c.month, c.terms_hash as "termsHash", (c.paper ->> 'version')::int as version,
         encode(c.sha256, 'hex') as sha256, s.signed_at
       from contract c left join contract_signature s on s.contract = c.id
       where c.mission is null and c.member = $1 and c.since = $2 order by c.id`,
      [member, since],
    );
    return rows.map(({ signed_at, ...version }) => ({ ...version, signedAt: signed_at }));
  }

  /** Newest first; only those of one member, or in one state, when that is given. */
  page(
    work: Work,
    {
      after,
      limit,
      member,
      state,
    }: { after: ContractId | null; limit: number; member: MemberId | null; state: ContractState | null },
    now: MonthsNow,
  ): Promise<readonly Contract[]> {
    const outer = `select * from (${select}) c where ($2::uuid is null or id < $2) and ($3::uuid is null or member = $3)
      and ($4::text is null or state = $4) order by id desc limit $5`;
    return this.rows(work, outer, [now, after, member, state, limit]);
  }

  /** The paper as it was offered and what it was drawn from, which nothing changes. */
  async offer(work: Work, id: ContractId): Promise<Pick<Offer, 'paper' | 'content'>> {
    const [row] = await managerOf(work).query<{ paper: Written<ContractPaper>; content: Buffer }[]>(
      'select paper, content from contract where id = $1',
      [id],
    );
    if (!row) throw new Error(`no contract ${id}`);
    return { paper: paperOf(row.paper), content: row.content };
  }

  /** The file that both sides have: with the proof when it is signed, as it was offered until then. */
  async file(work: Work, id: ContractId): Promise<Buffer | null> {
    const [row] = await managerOf(work).query<{ content: Buffer }[]>(
      `select coalesce(s.content, c.content) as content from contract c
       left join contract_signature s on s.contract = c.id where c.id = $1`,
      [id],
    );
    return row?.content ?? null;
  }

  private async rows(work: Work, statement: string, values: readonly unknown[]): Promise<readonly Contract[]> {
    const rows = await managerOf(work).query<ContractRow[]>(statement, [...values]);
    return rows.map(({ since, month, local_name, offered_at, signed_at, ...row }) => ({
      ...row,
      months: since !== null && month !== null ? { since, month } : null,
      localName: local_name,
      offeredAt: offered_at,
      signedAt: signed_at,
    }));
  }
}

/** The first ones were all of missions, and say no kind. */
function paperOf(kept: Omit<Written<ContractPaper>, 'kind'> & Partial<Pick<ContractPaper, 'kind'>>): ContractPaper {
  const { pay, made, kind = 'mission', ...rest } = kept;
  const amount = (text: MoneyText): Money => money(text.amount, currency(text.currency));
  const parts = pay.parts.map((part) => ({ ...part, amount: amount(part.amount) }));
  const paid = { ...pay, gross: amount(pay.gross), net: amount(pay.net), parts };
  return { ...rest, kind, made: new Date(made), pay: paid } as unknown as ContractPaper;
}

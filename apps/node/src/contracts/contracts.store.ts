import { type Work, managerOf } from '@passerelle/doors';
import { type CountryCode, type Money, type MoneyText, type PlainDate, currency, money } from '@passerelle/values';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { ContractPaper } from '../papers/contract-paper.js';
import type { Contract, ContractId, ContractState, Offer, Signing } from './contract.js';

interface ContractRow {
  readonly id: ContractId;
  readonly mission: MissionId;
  readonly member: MemberId;
  readonly country: CountryCode;
  readonly reference: string;
  readonly local_name: string;
  readonly due: PlainDate;
  readonly state: ContractState;
  readonly offered_at: Date;
  readonly sha256: string;
  readonly signed_at: Date | null;
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

const select = `
  select c.id, c.mission, c.member, e.country, c.paper ->> 'reference' as reference, c.paper #>> '{form,localName}' as local_name,
    c.paper ->> 'first' as due, c.offered_at, encode(c.sha256, 'hex') as sha256, s.signed_at,
    case when s.contract is not null then 'signed'
      when m.terms_hash = c.terms_hash and m.state in ('formalities', 'active') then 'open'
      else 'lapsed' end as state
  from contract c join mission m on m.id = c.mission join legal_entity e on e.id = m.entity left join contract_signature s on s.contract = c.id`;

/** Contracts and their signatures are only added; the database refuses bytes that are not those of the hash. */
export class ContractsStore {
  /** Keeps it, unless one was kept for the same terms: the first one stays. True when it was this one. */
  async add(work: Work, { id, mission, member, paper, content }: Offer): Promise<boolean> {
    const added = await managerOf(work).query<unknown[]>(
      `insert into contract (id, mission, terms_hash, member, paper, offered_at, sha256, content)
       values ($1, $2, $3, $4, $5, $6, sha256($7), $7) on conflict (mission, terms_hash) do nothing returning id`,
      [id, mission, paper.termsHash, member, JSON.stringify(paper), paper.made, content],
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

  async find(work: Work, id: ContractId): Promise<Contract | null> {
    return (await this.select(work, 'where c.id = $1', [id]))[0] ?? null;
  }

  /** The contract for the terms of a mission, or null. */
  async forTerms(work: Work, mission: MissionId, termsHash: string): Promise<Contract | null> {
    const where = 'where c.mission = $1 and c.terms_hash = $2';
    return (await this.select(work, where, [mission, termsHash]))[0] ?? null;
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
  ): Promise<readonly Contract[]> {
    const outer = `select * from (${select}) c where ($1::uuid is null or id < $1) and ($2::uuid is null or member = $2)
      and ($3::text is null or state = $3) order by id desc limit $4`;
    return this.rows(work, outer, [after, member, state, limit]);
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

  private select(work: Work, where: string, values: readonly unknown[]): Promise<readonly Contract[]> {
    return this.rows(work, `${select} ${where}`, values);
  }

  private async rows(work: Work, statement: string, values: readonly unknown[]): Promise<readonly Contract[]> {
    const rows = await managerOf(work).query<ContractRow[]>(statement, [...values]);
    return rows.map(({ local_name, offered_at, signed_at, ...row }) => ({
      ...row,
      localName: local_name,
      offeredAt: offered_at,
      signedAt: signed_at,
    }));
  }
}

function paperOf(written: Written<ContractPaper>): ContractPaper {
  const { pay, made, ...rest } = written;
  const amount = (text: MoneyText): Money => money(text.amount, currency(text.currency));
  const parts = pay.parts.map((part) => ({ ...part, amount: amount(part.amount) }));
  const paid = { ...pay, gross: amount(pay.gross), net: amount(pay.net), parts };
  return { ...(rest as Omit<ContractPaper, 'pay' | 'made'>), made: new Date(made), pay: paid };
}

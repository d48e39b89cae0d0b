import { type Place, type Sealing, type Work, managerOf } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MediaType } from '../files/file.js';
import type { MemberId } from '../members/member.js';
import type { A1Document, A1DocumentId } from './a1-document.js';

interface DocumentRow {
  readonly id: A1DocumentId;
  readonly entity: EntityId;
  readonly member: MemberId;
  readonly hash: string;
  readonly media: MediaType;
  readonly size: number;
  readonly received_at: Date;
  readonly received_from: string;
  readonly keep_until: PlainDate;
}

const select = `select id, entity, member, hash, media, size, received_at, received_from, keep_until::text from a1_document`;

const placeOf = (id: A1DocumentId): Place => ({ table: 'a1_document', id });

/** Letters of institutions, which are only added, and sealed. */
export class A1DocumentsStore {
  constructor(private readonly sealing: Sealing) {}

  /** Keeps it, unless the entity has a file of the same content, which is waited for if it is just being added. */
  async add(work: Work, document: A1Document, bytes: Buffer): Promise<void> {
    const { id, entity, member, hash, media, size, receivedAt, receivedFrom, keepUntil } = document;
    const sealed = this.sealing.seal(bytes, placeOf(id));
    await managerOf(work).query(
      `insert into a1_document (id, entity, hash, member, media, size, received_at, received_from, keep_until, bytes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (entity, hash) do nothing`,
      [id, entity, hash, member, media, size, receivedAt, receivedFrom, keepUntil, sealed],
    );
  }

  async find(work: Work, id: A1DocumentId): Promise<A1Document | null> {
    return (await this.select(work, 'id = $1', [id]))[0] ?? null;
  }

  async same(work: Work, entity: EntityId, hash: string): Promise<A1Document | null> {
    return (await this.select(work, 'entity = $1 and hash = $2', [entity, hash]))[0] ?? null;
  }

  /** Newest first; only those of one member when `member` is given. */
  page(
    work: Work,
    { after, limit, member }: { after: A1DocumentId | null; limit: number; member: MemberId | null },
  ): Promise<readonly A1Document[]> {
    const where = '($1::uuid is null or id < $1) and ($2::uuid is null or member = $2) order by id desc limit $3';
    return this.select(work, where, [after, member, limit]);
  }

  async bytes(work: Work, id: A1DocumentId): Promise<Buffer> {
    const [row] = await managerOf(work).query<{ bytes: Buffer }[]>('select bytes from a1_document where id = $1', [id]);
    if (!row) throw new Error(`no letter ${id}`);
    return this.sealing.open(row.bytes, placeOf(id));
  }

  private async select(work: Work, where: string, values: readonly unknown[]): Promise<A1Document[]> {
    const rows = await managerOf(work).query<DocumentRow[]>(`${select} where ${where}`, [...values]);
    return rows.map(({ received_at, received_from, keep_until, ...row }) => ({
      ...row,
      receivedAt: received_at,
      receivedFrom: received_from,
      keepUntil: keep_until,
    }));
  }
}

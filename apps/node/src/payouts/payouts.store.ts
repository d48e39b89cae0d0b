import { createHash } from 'node:crypto';
import { type Work, managerOf } from '@passerelle/doors';
import type { CurrencyCode } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { TransferId } from '../invoicing/bank/transfer-order.js';
import type { Transfers } from '../invoicing/bank/transfers.service.js';
import type { PaymentTerms } from './payee-source.js';
import type { Payout, PayoutId, PayoutLine, PayoutState } from './payout.js';

interface PayoutRow {
  readonly id: PayoutId;
  readonly entity: EntityId;
  readonly currency: CurrencyCode;
  readonly state: PayoutState;
  readonly prepared_by: string;
  readonly prepared_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
}

interface LineRow {
  readonly payout: PayoutId;
  readonly transfer: TransferId;
  readonly to_name: string;
  readonly to_iban: string;
  readonly purpose: PaymentTerms['purpose'];
  readonly text: string;
  readonly taken_out_at: Date | null;
}

interface Act {
  readonly by: string;
  readonly at: Date;
}

const select = 'select id, entity, currency, state, prepared_by, prepared_at, decided_by, decided_at from payout';

export class PayoutsStore {
  constructor(private readonly transfers: Transfers) {}

  async add(work: Work, { id, entity, currency, preparedBy, preparedAt, lines }: Payout): Promise<void> {
    await managerOf(work).query(
      'insert into payout (id, entity, currency, prepared_by, prepared_at) values ($1, $2, $3, $4, $5)',
      [id, entity, currency, preparedBy, preparedAt],
    );
    await managerOf(work).query(
      `insert into payout_line (payout, transfer, to_name, to_iban, purpose, text)
       select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])`,
      [
        id,
        lines.map(({ transfer }) => transfer.id),
        lines.map(({ terms }) => terms.to.name),
        lines.map(({ terms }) => terms.to.iban),
        lines.map(({ terms }) => terms.purpose),
        lines.map(({ terms }) => terms.text),
      ],
    );
  }

  async decide(
    work: Work,
    id: PayoutId,
    { state, by, at }: Act & { readonly state: Exclude<PayoutState, 'prepared'> },
  ): Promise<void> {
    await managerOf(work).query('update payout set state = $2, decided_by = $3, decided_at = $4 where id = $1', [
      id,
      state,
      by,
      at,
    ]);
  }

  async takeOut(work: Work, id: PayoutId, transfers: readonly TransferId[], { by, at }: Act): Promise<void> {
    await managerOf(work).query(
      'update payout_line set taken_out_by = $3, taken_out_at = $4 where payout = $1 and transfer = any($2)',
      [id, transfers, by, at],
    );
  }

  async addFile(work: Work, id: PayoutId, content: Buffer): Promise<void> {
    const hash = createHash('sha256').update(content).digest();
    await managerOf(work).query('insert into payout_file (payout, sha256, content) values ($1, $2, $3)', [
      id,
      hash,
      content,
    ]);
  }

  async file(work: Work, id: PayoutId): Promise<Buffer | null> {
    const [row] = await managerOf(work).query<{ content: Buffer }[]>(
      'select content from payout_file where payout = $1',
      [id],
    );
    return row?.content ?? null;
  }

  async find(work: Work, id: PayoutId): Promise<Payout | null> {
    return (await this.complete(work, await managerOf(work).query(`${select} where id = $1`, [id])))[0] ?? null;
  }

  /** The payout, which nobody else decides before the end of this work. */
  async hold(work: Work, id: PayoutId): Promise<Payout | null> {
    const rows = await managerOf(work).query<PayoutRow[]>(`${select} where id = $1 for update`, [id]);
    return (await this.complete(work, rows))[0] ?? null;
  }

  /** Newest first. */
  async page(
    work: Work,
    { after, limit, state }: { after: PayoutId | null; limit: number | null; state: PayoutState | null },
  ): Promise<readonly Payout[]> {
    const rows = await managerOf(work).query<PayoutRow[]>(
      `${select} where ($1::uuid is null or id < $1) and ($2::text is null or state = $2) order by id desc limit $3`,
      [after, state, limit],
    );
    return this.complete(work, rows);
  }

  /** Those of the transfers that are in a payout. */
  async taken(work: Work, transfers: readonly TransferId[]): Promise<ReadonlySet<TransferId>> {
    const rows = await managerOf(work).query<{ transfer: TransferId }[]>(
      'select transfer from payout_line where transfer = any($1) and taken_out_at is null',
      [transfers],
    );
    return new Set(rows.map(({ transfer }) => transfer));
  }

  private async complete(work: Work, rows: readonly PayoutRow[]): Promise<readonly Payout[]> {
    const lines = await managerOf(work).query<LineRow[]>(
      `select payout, transfer, to_name, to_iban, purpose, text, taken_out_at from payout_line
       where payout = any($1) order by transfer`,
      [rows.map(({ id }) => id)],
    );
    const orders = await this.transfers.several(
      work,
      lines.map(({ transfer }) => transfer),
    );
    const orderOf = new Map(orders.map((order) => [order.id, order]));
    const lineOf = ({ transfer, to_name: name, to_iban: iban, purpose, text, taken_out_at }: LineRow): PayoutLine => ({
      transfer: orderOf.get(transfer)!,
      terms: { to: { name, iban }, purpose, text },
      takenOutAt: taken_out_at,
    });
    return rows.map(({ prepared_by, prepared_at, decided_by, decided_at, ...row }) => ({
      ...row,
      preparedBy: prepared_by,
      preparedAt: prepared_at,
      decidedBy: decided_by,
      decidedAt: decided_at,
      lines: lines.filter(({ payout }) => payout === row.id).map(lineOf),
    }));
  }
}

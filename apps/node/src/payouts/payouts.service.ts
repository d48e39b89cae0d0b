import type { Clock, Ids, Work } from '@passerelle/doors';
import { type PaymentFile, type PaymentFileRefusal, makePaymentFile, pain001Of } from '@passerelle/formats';
import { type CurrencyCode, type Money, type Result, ok, refuse, sum } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { EntityId, LegalEntity } from '../cooperative/legal-entity.js';
import type { Facts } from '../facts/facts.service.js';
import type { TransferId, TransferOrder } from '../invoicing/bank/transfer-order.js';
import type { Transfers } from '../invoicing/bank/transfers.service.js';
import type { PayeeSources } from './payee-source.js';
import { type LineChange, type Payout, type PayoutId, type PayoutLine, changeOf, fileOf, linesIn } from './payout.js';
import './payouts.facts.js';
import type { PayoutsStore } from './payouts.store.js';

export type PayoutRefusal =
  | { readonly kind: 'no-such-payout' }
  | { readonly kind: 'no-such-entity' }
  /** Banks want other files for that currency than those this release writes. */
  | { readonly kind: 'no-format-yet'; readonly currency: CurrencyCode }
  | { readonly kind: 'no-account'; readonly currency: CurrencyCode }
  /** These are unknown, of another entity or currency, on a statement, or in another payout. */
  | { readonly kind: 'not-waiting'; readonly transfers: readonly TransferId[] }
  | { readonly kind: 'nothing-waits' }
  | PaymentFileRefusal
  | { readonly kind: 'not-prepared'; readonly state: Payout['state'] }
  | { readonly kind: 'same-person' }
  | { readonly kind: 'lines-changed'; readonly changes: readonly LineChange[] }
  | { readonly kind: 'not-in'; readonly transfers: readonly TransferId[] };

export interface PayoutWish {
  readonly entity: EntityId;
  readonly currency: CurrencyCode;
  /** Null for all that wait. */
  readonly transfers: readonly TransferId[] | null;
}

/** Transfers of one entity and currency that are in no payout and on no statement yet. */
export interface Waiting {
  readonly entity: EntityId;
  readonly currency: CurrencyCode;
  readonly transfers: readonly TransferOrder[];
}

export interface PayoutsParts {
  readonly store: PayoutsStore;
  readonly sources: PayeeSources;
  readonly transfers: Transfers;
  readonly cooperative: Cooperative;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
}

type Decision = Promise<Result<Payout, PayoutRefusal>>;

/** Kronor go by the same file, to accounts by IBAN. */
const written: readonly CurrencyCode[] = ['EUR', 'SEK'];

/** Orders to the bank. One person prepares, another approves; before that there is no file that could be sent. */
export class Payouts {
  constructor(private readonly parts: PayoutsParts) {}

  find(work: Work, id: PayoutId): Promise<Payout | null> {
    return this.parts.store.find(work, id);
  }

  page(work: Work, page: Parameters<PayoutsStore['page']>[1]): Promise<readonly Payout[]> {
    return this.parts.store.page(work, page);
  }

  /** What could be prepared now. */
  async waiting(work: Work): Promise<readonly Waiting[]> {
    const free = await this.freeOf(work, await this.parts.transfers.onTheWay(work));
    const groups = new Map<string, Waiting>();
    for (const transfer of free) {
      const { entity, amount } = transfer;
      const key = `${entity} ${amount.currency}`;
      const before = groups.get(key)?.transfers ?? [];
      groups.set(key, { entity, currency: amount.currency, transfers: [...before, transfer] });
    }
    return [...groups.values()];
  }

  /** Puts transfers together, each to the account of its payee as it is known now. Nobody can send them yet. */
  async prepare(work: Work, wish: PayoutWish, by: string): Decision {
    const { cooperative, store, facts, clock, ids } = this.parts;
    const entity = await cooperative.find(work, wish.entity);
    if (!entity) return refuse({ kind: 'no-such-entity' });
    if (!written.includes(wish.currency)) return refuse({ kind: 'no-format-yet', currency: wish.currency });
    const chosen = await this.chosen(work, wish);
    if (!chosen.ok) return chosen;
    const payout: Payout = {
      id: ids.newId() as PayoutId,
      entity: entity.id,
      currency: wish.currency,
      state: 'prepared',
      preparedBy: by,
      preparedAt: clock.now(),
      decidedBy: null,
      decidedAt: null,
      lines: await this.linesOf(work, chosen.value),
    };
    const file = await this.file(work, payout, entity);
    if (!file.ok) return file;
    await store.add(work, payout);
    await facts.record(work, { kind: 'PayoutPrepared', subject: payout.id, body: about(payout) });
    return ok(payout);
  }

  /** Makes the file, once, by another person than the one who prepared it, if every line is still as it was then. */
  approve(work: Work, id: PayoutId, by: string): Decision {
    return this.decide(work, id, async (payout) => {
      const { store, cooperative, facts, clock } = this.parts;
      if (by === payout.preparedBy) return refuse({ kind: 'same-person' });
      const changes = await this.changes(work, payout);
      if (changes.length > 0) return refuse({ kind: 'lines-changed', changes });
      const file = await this.file(work, payout, await cooperative.entity(work, payout.entity));
      if (!file.ok) return file;
      await store.decide(work, id, { state: 'approved', by, at: clock.now() });
      await store.addFile(work, id, Buffer.from(pain001Of(file.value)));
      await facts.record(work, { kind: 'PayoutApproved', subject: id, body: about(payout) });
      return ok(null);
    });
  }

  /** Takes lines out, or all of them, which withdraws the payout. Their transfers wait for another one. */
  takeOut(work: Work, id: PayoutId, transfers: readonly TransferId[] | null, by: string): Decision {
    return this.decide(work, id, async (payout) => {
      const { store, clock } = this.parts;
      const known = linesIn(payout).map(({ transfer }) => transfer.id);
      const out = transfers ?? known;
      const strange = out.filter((each) => !known.includes(each));
      if (strange.length > 0) return refuse({ kind: 'not-in', transfers: strange });
      await store.takeOut(work, id, out, { by, at: clock.now() });
      if (new Set(out).size === known.length) await store.decide(work, id, { state: 'withdrawn', by, at: clock.now() });
      return ok(null);
    });
  }

  /** Lines that could not go to the bank as they were prepared; none once the payout is decided. */
  async changes(work: Work, payout: Payout): Promise<readonly LineChange[]> {
    if (payout.state !== 'prepared') return [];
    const lines = linesIn(payout);
    const now = await this.termsOf(
      work,
      lines.map(({ transfer }) => transfer),
    );
    return lines.flatMap((line) => changeOf(line, now.get(line.transfer.cause)!.to) ?? []);
  }

  /** The file as it was approved, to the byte; null before. */
  async approvedFile(work: Work, id: PayoutId): Promise<Buffer | null> {
    return this.parts.store.file(work, id);
  }

  private async decide(
    work: Work,
    id: PayoutId,
    act: (payout: Payout) => Promise<Result<null, PayoutRefusal>>,
  ): Decision {
    const { store, transfers } = this.parts;
    const held = await store.hold(work, id);
    if (!held) return refuse({ kind: 'no-such-payout' });
    if (held.state !== 'prepared') return refuse({ kind: 'not-prepared', state: held.state });
    await transfers.hold(
      work,
      held.lines.map(({ transfer }) => transfer.id),
    );
    // Read again: a statement may have shown a transfer while another transaction held it.
    const decided = await act((await store.find(work, id))!);
    return decided.ok ? ok((await store.find(work, id))!) : decided;
  }

  /** The transfers to prepare, held until the end of the work so that no second payout takes them. */
  private async chosen(work: Work, wish: PayoutWish): Promise<Result<readonly TransferOrder[], PayoutRefusal>> {
    const { transfers } = this.parts;
    const wanted = wish.transfers ?? (await transfers.onTheWay(work)).map(({ id }) => id);
    await transfers.hold(work, wanted);
    const fitting = (await transfers.several(work, wanted)).filter(
      ({ entity, amount, seenOn }) => entity === wish.entity && amount.currency === wish.currency && seenOn === null,
    );
    const free = await this.freeOf(work, fitting);
    const strange = wish.transfers?.filter((each) => free.every(({ id }) => id !== each)) ?? [];
    if (strange.length > 0) return refuse({ kind: 'not-waiting', transfers: strange });
    return free.length === 0 ? refuse({ kind: 'nothing-waits' }) : ok(free);
  }

  private async freeOf(work: Work, orders: readonly TransferOrder[]): Promise<readonly TransferOrder[]> {
    const taken = await this.parts.store.taken(
      work,
      orders.map(({ id }) => id),
    );
    return orders.filter(({ id }) => !taken.has(id));
  }

  private async linesOf(work: Work, orders: readonly TransferOrder[]): Promise<readonly PayoutLine[]> {
    const terms = await this.termsOf(work, orders);
    return orders.map((transfer) => ({ transfer, terms: terms.get(transfer.cause)!, takenOutAt: null }));
  }

  private termsOf(work: Work, orders: readonly TransferOrder[]): ReturnType<PayeeSources['terms']> {
    return this.parts.sources.terms(
      work,
      orders.map(({ cause }) => cause),
    );
  }

  /** The file as the bank would take it today. */
  private async file(work: Work, payout: Payout, entity: LegalEntity): Promise<Result<PaymentFile, PayoutRefusal>> {
    const { cooperative, clock } = this.parts;
    const { currency } = payout;
    const holders = await cooperative.holders(work);
    const payer = holders.find((holder) => holder.id === entity.id && holder.currency === currency);
    if (!payer) return refuse({ kind: 'no-account', currency });
    return makePaymentFile(fileOf(payout, { payer, at: clock.now(), today: cooperative.today(entity) }));
  }
}

const about = (payout: Payout) => ({
  payout: payout.id,
  entity: payout.entity,
  count: linesIn(payout).length,
  sum: sumOf(payout).toJSON(),
});

/** What its lines come to. */
export const sumOf = (payout: Payout): Money =>
  sum(
    linesIn(payout).map(({ transfer }) => transfer.amount),
    payout.currency,
  );

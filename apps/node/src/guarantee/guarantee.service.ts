import assert from 'node:assert/strict';
import type { Ids, Work } from '@passerelle/doors';
import { type Cause, mustBeTransaction } from '@passerelle/ledger';
import { Money, type PlainDate, type Result, min, ok, refuse } from '@passerelle/values';
import type { Books } from '../books/books.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { EntityId, LegalEntity } from '../cooperative/legal-entity.js';
import type { Facts } from '../facts/facts.service.js';
import type { MissionId } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import {
  type FundChange,
  type FundEntry,
  type FundEntryId,
  type FundEntryKind,
  type MissionMoney,
  closing,
  fundPostings,
} from './fund.js';
import './guarantee.facts.js';
import type { GuaranteeStore } from './guarantee.store.js';

export type GuaranteeRefusal =
  | { readonly kind: 'no-such-entity' }
  | { readonly kind: 'no-such-mission' }
  | { readonly kind: 'not-positive' }
  | { readonly kind: 'another-currency'; readonly expected: string; readonly found: string }
  | { readonly kind: 'not-advanced'; readonly open: Money };

/** A change of the fund that is to be recorded and booked. */
export interface FundEvent {
  readonly entity: EntityId;
  readonly day: PlainDate;
  readonly kind: FundEntryKind;
  readonly mission: MissionId | null;
  readonly change: FundChange;
  readonly text: string;
  /** What it is booked for; the entry itself when left out. */
  readonly cause?: Cause;
}

export interface GuaranteeParts {
  readonly store: GuaranteeStore;
  readonly books: Books;
  readonly cooperative: Cooperative;
  readonly missions: Missions;
  readonly facts: Facts;
  readonly ids: Ids;
}

/** The guarantee fund: it carries wages until the money of their missions comes, and is made whole then. */
export class Guarantee {
  constructor(private readonly parts: GuaranteeParts) {}

  /** Puts money into the fund of an entity. */
  async endow(
    work: Work,
    { entity: id, amount, text }: { readonly entity: EntityId; readonly amount: Money; readonly text: string },
  ): Promise<Result<FundEntry, GuaranteeRefusal>> {
    const { cooperative, store } = this.parts;
    const entity = await cooperative.find(work, id);
    if (!entity) return refuse({ kind: 'no-such-entity' });
    const refusal = amountRefusal(entity, amount);
    if (refusal) return refuse(refusal);
    await store.hold(work, id);
    const zero = Money.zero(entity.currency);
    const event: FundEvent = {
      entity: id,
      day: cooperative.today(entity),
      kind: 'endowed',
      mission: null,
      change: { cash: amount, advanced: zero, shortfall: zero },
      text,
    };
    return ok(await this.record(work, event));
  }

  /**
   * Money of a mission came to this cooperative: from its client, or from the host that owed it. What the fund advanced
   * for the mission is made whole with it, then what it had given up; the rest waits for the mission's wages. Answers
   * what went back into the fund's keeping. The same cause again changes nothing.
   */
  async repay(work: Work, { mission: id, amount, cause }: MissionMoney): Promise<{ readonly repaid: Money }> {
    assert(amount.isPositive(), `money for mission ${id} is more than zero`);
    const { store, missions, cooperative } = this.parts;
    const mission = await missions.mission(work, id);
    const entity = await cooperative.entity(work, mission.entity);
    assert.equal(amount.currency, entity.currency, `the fund of ${entity.name} is in ${entity.currency}`);
    await store.hold(work, entity.id);
    const day = cooperative.today(entity);
    const zero = Money.zero(entity.currency);
    if (!(await store.addReceipt(work, { mission: id, amount, cause, day }))) return { repaid: zero };

    const open = await store.openOf(work, id, entity.currency);
    const repaid = min(amount, open.advanced);
    const recovered = min(amount.minus(repaid), open.lost);
    const base = { entity: entity.id, day, mission: id };
    if (repaid.isPositive()) await this.madeWhole(work, { ...base, repaid, open });
    if (recovered.isPositive())
      await this.record(work, {
        ...base,
        kind: 'recovered',
        change: { cash: recovered, advanced: zero, shortfall: zero },
        text: 'Money came after it had been given up',
      });
    return { repaid: repaid.plus(recovered) };
  }

  /** Finance gives up an advance, or a part of it, for good: the fund becomes smaller. */
  async writeOff(
    work: Work,
    { mission: id, amount, text }: { readonly mission: MissionId; readonly amount: Money; readonly text: string },
  ): Promise<Result<FundEntry, GuaranteeRefusal>> {
    const { store, missions, cooperative } = this.parts;
    const mission = await missions.find(work, id);
    if (!mission) return refuse({ kind: 'no-such-mission' });
    const entity = await cooperative.entity(work, mission.entity);
    const refusal = amountRefusal(entity, amount);
    if (refusal) return refuse(refusal);
    await store.hold(work, entity.id);
    const open = await store.openOf(work, id, entity.currency);
    if (amount.isMoreThan(open.advanced)) return refuse({ kind: 'not-advanced', open: open.advanced });
    return ok(await this.lose(work, { entity, mission: id, amount, open, text }));
  }

  /** The claim on which an advance rested was given up: the fund bears what is still open of it, and no worker does. */
  async loseAdvance(work: Work, id: MissionId): Promise<void> {
    const { store, missions, cooperative } = this.parts;
    const mission = await missions.mission(work, id);
    const entity = await cooperative.entity(work, mission.entity);
    await store.hold(work, entity.id);
    const open = await store.openOf(work, id, entity.currency);
    if (!open.advanced.isPositive()) return;
    const text = 'The claim against the client was given up';
    await this.lose(work, { entity, mission: id, amount: open.advanced, open, text });
  }

  /** Records a change of the fund together with its transaction. */
  async record(work: Work, { change, cause, ...event }: FundEvent): Promise<FundEntry> {
    const { store, books, ids } = this.parts;
    const { cash, advanced, shortfall } = change;
    const entry: FundEntry = { ...event, cash, advanced, shortfall, id: ids.newId() as FundEntryId };
    await store.addEntry(work, entry);
    const { entity, day, kind, mission, text, id } = entry;
    const booking = {
      id: ids.newId(),
      entity,
      day,
      kind: `fund-${kind}`,
      cause: cause ?? `fund-entry:${id}`,
      text,
    } as const;
    await books.post(work, mustBeTransaction(booking, fundPostings(change, mission)));
    return entry;
  }

  private async lose(
    work: Work,
    {
      entity,
      mission,
      amount,
      open,
      text,
    }: Pick<FundEvent, 'text'> & {
      readonly entity: LegalEntity;
      readonly mission: MissionId;
      readonly amount: Money;
      readonly open: Parameters<typeof closing>[1];
    },
  ): Promise<FundEntry> {
    const { advanced, shortfall } = closing(amount, open);
    const change = { cash: Money.zero(entity.currency), advanced, shortfall };
    const day = this.parts.cooperative.today(entity);
    return this.record(work, { entity: entity.id, day, kind: 'lost', mission, change, text });
  }

  private async madeWhole(
    work: Work,
    {
      repaid,
      open,
      ...event
    }: Pick<FundEvent, 'entity' | 'day'> & {
      readonly mission: MissionId;
      readonly repaid: Money;
      readonly open: { readonly advanced: Money; readonly shortfall: Money };
    },
  ): Promise<void> {
    const change = closing(repaid, open);
    await this.record(work, { ...event, kind: 'repaid', change, text: 'The money of the mission came' });
    const { mission } = event;
    const body = { mission, amount: repaid.toJSON(), open: open.advanced.minus(repaid).toJSON() };
    await this.parts.facts.record(work, { kind: 'AdvanceRepaid', subject: mission, body });
  }
}

function amountRefusal({ currency }: LegalEntity, amount: Money): GuaranteeRefusal | null {
  if (amount.currency !== currency) return { kind: 'another-currency', expected: currency, found: amount.currency };
  return amount.isPositive() ? null : { kind: 'not-positive' };
}

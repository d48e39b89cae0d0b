import assert from 'node:assert/strict';
import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Money, type Result, ok, refuse } from '@passerelle/values';
import type { Books } from '../books/books.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Facts } from '../facts/facts.service.js';
import './activities.facts.js';
import type { Activities } from './activities.service.js';
import { type ActivityId, roleOf } from './activity.js';
import type { Budgets } from './budgets.service.js';
import {
  type Grant,
  type GrantId,
  type GrantRefusal,
  causeOfGrant,
  grantKind,
  grantPostings,
  grantRefusal,
} from './grant.js';
import type { GrantsStore } from './grants.store.js';

export interface GrantsParts {
  readonly store: GrantsStore;
  readonly activities: Activities;
  readonly budgets: Budgets;
  readonly books: Books;
  readonly cooperative: Cooperative;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface GrantWish {
  readonly giver: ActivityId;
  readonly receiver: ActivityId;
  readonly amount: Money;
  readonly text: string;
}

/** The member who acts. */
export interface By {
  readonly member: string;
}

type Decision = Promise<Result<Grant, GrantRefusal>>;

/** Money from one budget to another: offered by a lead of the one, accepted by a lead of the other. */
export class Grants {
  constructor(private readonly parts: GrantsParts) {}

  page(work: Work, page: Parameters<GrantsStore['page']>[1]): Promise<readonly Grant[]> {
    return this.parts.store.page(work, page);
  }

  /** Offers what the giver has available; it is reserved there until somebody decides. */
  async offer(work: Work, wish: GrantWish, { member }: By): Decision {
    const { activities, budgets, books, cooperative, store, clock, ids } = this.parts;
    const giver = await activities.find(work, wish.giver);
    if (!giver || roleOf(giver, member) === null) return refuse({ kind: 'no-such-activity', side: 'giver' });
    if (roleOf(giver, member) !== 'lead') return refuse({ kind: 'not-the-lead' });
    const receiver = await activities.find(work, wish.receiver);
    if (!receiver) return refuse({ kind: 'no-such-activity', side: 'receiver' });
    await activities.holdBudget(work, giver);
    const refusal = grantRefusal(wish.amount, { giver, receiver, budget: await budgets.budget(work, giver) });
    if (refusal) return refuse(refusal);
    const id = ids.newId() as GrantId;
    const open = { state: 'offered', decidedBy: null, decidedAt: null } as const;
    const grant: Grant = { ...wish, ...open, id, entity: giver.entity, offeredBy: member, offeredAt: clock.now() };
    await store.add(work, grant);
    const day = cooperative.today(await cooperative.entity(work, giver.entity));
    await books.post(work, grantPostings(grant, { giver, receiver, id: ids.newId(), day }));
    return ok(grant);
  }

  /** A lead of the receiver says yes, as long as the giver still has what it promised. */
  accept(work: Work, id: GrantId, by: By): Decision {
    return this.decide(work, id, by, async (grant, roles) => {
      if (roles.receiver !== 'lead') return refuse({ kind: 'not-the-lead' });
      const { activities, budgets } = this.parts;
      const giver = await activities.activity(work, grant.giver);
      await activities.holdBudget(work, giver);
      const budget = await budgets.budget(work, giver);
      if (budget.lacking.isPositive()) return refuse({ kind: 'not-available', wanted: grant.amount, budget });
      return ok('accepted');
    });
  }

  /** A lead of the receiver says no, or one of the giver takes the offer back. */
  decline(work: Work, id: GrantId, by: By): Decision {
    return this.decide(work, id, by, async ({ state }, { giver, receiver }) => {
      assert.equal(state, 'offered');
      return giver === 'lead' || receiver === 'lead' ? ok('declined') : refuse({ kind: 'not-the-lead' });
    });
  }

  private async decide(
    work: Work,
    id: GrantId,
    { member }: By,
    judge: (grant: Grant, roles: Roles) => Promise<Result<'accepted' | 'declined', GrantRefusal>>,
  ): Decision {
    const { store, clock, facts } = this.parts;
    const grant = await store.hold(work, id);
    const roles = grant && (await this.rolesIn(work, grant, member));
    if (!grant || !roles || (roles.giver === null && roles.receiver === null)) return refuse({ kind: 'no-such-grant' });
    if (grant.state !== 'offered') return refuse({ kind: 'grant-decided', state: grant.state });
    const judged = await judge(grant, roles);
    if (!judged.ok) return judged;
    const decided: Grant = { ...grant, state: judged.value, decidedBy: member, decidedAt: clock.now() };
    await store.decide(work, decided);
    await this.resolve(work, decided);
    const { giver, receiver, amount } = grant;
    const kind = judged.value === 'accepted' ? 'GrantAccepted' : 'GrantDeclined';
    await facts.record(work, { kind, subject: id, body: { grant: id, giver, receiver, amount: amount.toJSON() } });
    return ok(decided);
  }

  private async rolesIn(work: Work, { giver, receiver }: Grant, member: string): Promise<Roles> {
    const { activities } = this.parts;
    return {
      giver: roleOf(await activities.activity(work, giver), member),
      receiver: roleOf(await activities.activity(work, receiver), member),
    };
  }

  private async resolve(work: Work, grant: Grant): Promise<void> {
    const { books, cooperative, ids } = this.parts;
    const { entity, state, text } = grant;
    const cause = causeOfGrant(grant);
    const pending = await books.booked(work, { entity, cause, kind: grantKind('offered') });
    assert(pending, `the offer of ${cause} is in the books`);
    const day = cooperative.today(await cooperative.entity(work, entity));
    const entry = { id: ids.newId(), day, kind: grantKind(state), cause, text };
    const resolved = await books.resolve(work, pending.id, state === 'accepted' ? 'post' : 'void', entry);
    assert(resolved.ok, `the offer of ${cause} is decided once`);
  }
}

interface Roles {
  readonly giver: ReturnType<typeof roleOf>;
  readonly receiver: ReturnType<typeof roleOf>;
}

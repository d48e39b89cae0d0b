import type { Clock, Work } from '@passerelle/doors';
import { type Money, type Result, ok, refuse } from '@passerelle/values';
import type { Facts } from '../facts/facts.service.js';
import type { MissionId } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import './activities.facts.js';
import type { Activities } from './activities.service.js';
import { type ActivityId, budgetAccount } from './activity.js';
import type { BudgetSources } from './budget-source.js';
import { type SetAside, type SetAsideRefusal, decideSetAside } from './set-aside.js';
import type { SetAsidesStore } from './set-asides.store.js';

export interface SetAsidesParts {
  readonly store: SetAsidesStore;
  readonly activities: Activities;
  readonly sources: BudgetSources;
  readonly missions: Missions;
  readonly facts: Facts;
  readonly clock: Clock;
}

export interface SetAsideWish {
  readonly mission: MissionId;
  readonly activity: ActivityId;
  readonly amount: Money;
}

interface KeptPart {
  readonly amount: Money;
  readonly account: string;
}

/** What of missions shall not become wage. */
export class SetAsides {
  constructor(private readonly parts: SetAsidesParts) {}

  /** Decides it, or decides it anew until the payslip is made. Zero sets nothing aside any more. */
  async decide(work: Work, wish: SetAsideWish, by: string): Promise<Result<SetAside, SetAsideRefusal>> {
    const { store, activities, sources, missions, facts, clock } = this.parts;
    const mission = await missions.find(work, wish.mission);
    if (!mission) return refuse({ kind: 'no-such-mission' });
    const activity = await activities.find(work, wish.activity);
    if (!activity) return refuse({ kind: 'no-such-activity' });
    await store.hold(work, mission.id);
    const known = (await sources.of(work, [mission.id])).get(mission.id);
    const decided = decideSetAside(wish, { mission, activity, isShared: known?.wage !== undefined });
    if (!decided.ok) return decided;
    const kept: SetAside = { ...wish, by, at: clock.now() };
    await store.keep(work, kept);
    const body = { mission: mission.id, activity: activity.id, amount: wish.amount.toJSON() };
    await facts.record(work, { kind: 'PartSetAside', subject: mission.id, body });
    return ok(kept);
  }

  async find(work: Work, mission: MissionId): Promise<SetAside | null> {
    return (await this.parts.store.of(work, [mission])).get(mission) ?? null;
  }

  /** As `planned`, for the payslip of the mission: nobody changes it before the end of this work. */
  async fixedFor(work: Work, mission: MissionId): Promise<KeptPart | null> {
    await this.parts.store.hold(work, mission);
    return this.planned(work, mission);
  }

  /** How much of the mission's income is no wage, and on which account it is kept; null when all of it may be. */
  async planned(work: Work, mission: MissionId): Promise<KeptPart | null> {
    const found = await this.find(work, mission);
    if (!found) return null;
    const activity = await this.parts.activities.activity(work, found.activity);
    return { amount: found.amount, account: budgetAccount(activity) };
  }
}

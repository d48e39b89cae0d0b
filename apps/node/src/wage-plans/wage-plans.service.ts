import assert from 'node:assert/strict';
import type { Clock, Work } from '@passerelle/doors';
import { type Payslip, type RuleRefusal, countryOf } from '@passerelle/rules';
import {
  type Money,
  type Month,
  type PlainDate,
  type Result,
  addDays,
  firstDayOf,
  monthOf,
  ok,
  refuse,
} from '@passerelle/values';
import { personalActivity } from '../activities/activity.js';
import type { Budgets } from '../activities/budgets.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Facts } from '../facts/facts.service.js';
import type { Mail } from '../mail/mail.service.js';
import type { Member, MemberId } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import { freeOn, isForMonthlyWages, meansFrom } from './carrying.js';
import { type Employed, costsFrom, monthOfWage, wageFromCost } from './monthly-wage.js';
import { type Means, type WageForecast, evenCost, forecastOf, monthAfter } from './wage-forecast.js';
import { type WagePlan, grossIn, runFrom } from './wage-plan.js';
import './wage-plans.facts.js';
import type { PaidMonth, WagePlansStore } from './wage-plans.store.js';
import { warningLetter } from './wage-plans.words.js';

export type WagePlanRefusal =
  | { readonly kind: 'no-such-member' }
  | { readonly kind: 'no-law-of-wages'; readonly country: string }
  | { readonly kind: 'other-currency'; readonly expected: string }
  /** A month that has begun is planned already, or too late. */
  | { readonly kind: 'month-begun'; readonly first: Month }
  | { readonly kind: 'nothing-planned' }
  | { readonly kind: 'wage-impossible'; readonly why: RuleRefusal };

/** Which wage she thinks of: a gross a month, or as much as so many months carry evenly. */
export type WageWish = { readonly gross: Money } | { readonly months: number };

/** What a wish would mean. Nothing is kept. */
export interface WagePreview {
  readonly payslip: Payslip;
  readonly forecast: WageForecast;
}

/** What a member plans, and how long her orders carry it. */
export interface PlannedWage {
  readonly plans: readonly WagePlan[];
  readonly forecast: WageForecast | null;
  /** Why the law no longer allows what is planned; null when it does. */
  readonly impossible: RuleRefusal | null;
  /** How many days before it dries up she is warned; null when the members have not decided it. */
  readonly warningDays: number | null;
  readonly warnedOf: readonly Month[];
  /** The months that payroll paid, the oldest first. */
  readonly paid: readonly PaidMonth[];
}

export interface WagePlansParts {
  readonly store: WagePlansStore;
  readonly budgets: Budgets;
  readonly cooperative: Cooperative;
  readonly members: Members;
  readonly mail: Mail;
  readonly facts: Facts;
  readonly clock: Clock;
}

/** Months that are looked at from today on: further nobody's orders reach. */
const horizon = 36;

interface About extends Employed {
  readonly member: Member;
  readonly entity: LegalEntity;
  readonly today: PlainDate;
}

/** A member's even wage over her uneven orders: what it would be, how long it lasts, and a word before it ends. */
export class WagePlans {
  constructor(private readonly parts: WagePlansParts) {}

  async planned(work: Work, id: MemberId): Promise<Result<PlannedWage, WagePlanRefusal>> {
    const about = await this.about(work, id);
    if (!about.ok) return about;
    const plans = await this.parts.store.ofMember(work, id);
    const forecast = await this.forecast(work, about.value, plans);
    const warningDays = await this.warningDays(work, about.value);
    const warnedOf = await this.parts.store.warnings(work, id);
    const paid = await this.parts.store.months(work, id);
    return ok({
      paid,
      plans,
      forecast: forecast.ok ? forecast.value : null,
      impossible: forecast.ok ? null : forecast.refusal,
      warningDays,
      warnedOf,
    });
  }

  /** What a wage from a month on would leave her, and how long her orders would carry it. */
  async preview(
    work: Work,
    id: MemberId,
    { from, wish }: { readonly from: Month; readonly wish: WageWish },
  ): Promise<Result<WagePreview, WagePlanRefusal>> {
    const about = await this.about(work, id);
    if (!about.ok) return about;
    const { entity, today } = about.value;
    const refusal = 'gross' in wish ? grossRefusal(wish.gross, entity) : undefined;
    if (refusal) return refuse(refusal);
    const means = await this.means(work, about.value, { from, isPlanned: (month) => month >= from });
    const payslip =
      'gross' in wish
        ? monthOfWage(about.value, wish.gross, from)
        : wageFromCost(about.value, evenCost(means, wish.months), from);
    if (!payslip.ok) return refuse({ kind: 'wage-impossible', why: payslip.refusal });
    const costs = costsFrom(about.value, from, () => payslip.value.gross);
    if (!costs.ok) return refuse({ kind: 'wage-impossible', why: costs.refusal });
    const last = monthAfter(monthOf(today), horizon);
    return ok({ payslip: payslip.value, forecast: forecastOf(means, last, costs.value) });
  }

  /** She plans a wage from a coming month on, another one, or none any more. The same again changes nothing. */
  async decide(
    work: Work,
    id: MemberId,
    { from, gross }: Pick<WagePlan, 'from' | 'gross'>,
  ): Promise<Result<PlannedWage, WagePlanRefusal>> {
    const about = await this.about(work, id);
    if (!about.ok) return about;
    const { store, facts, clock } = this.parts;
    const { entity, today } = about.value;
    await store.hold(work, id);
    const plans = await store.ofMember(work, id);
    const refusal = this.refusal(about.value, plans, { from, gross });
    if (refusal) return refuse(refusal);
    const same = plans.findLast((plan) => plan.from === from);
    if (!same || !isSame(same.gross, gross)) {
      const plan = { member: id, entity: entity.id, from, gross, isPaid: true, decidedAt: clock.now() };
      await store.add(work, plan, entity.currency);
      const body = { member: id, from, gross: gross?.toJSON() ?? null };
      await facts.record(work, { kind: 'WagePlanned', subject: id, body });
      await this.warn(work, about.value, today);
    }
    return this.planned(work, id);
  }

  /** Warns whoever plans a wage that her orders stop carrying within the days that the members decided. */
  async dayBegan(work: Work, date: PlainDate): Promise<void> {
    for (const id of await this.parts.store.planners(work)) {
      const about = await this.about(work, id);
      if (about.ok) await this.warn(work, about.value, date);
    }
  }

  private async warn(work: Work, about: About, today: PlainDate): Promise<void> {
    const { store, mail, facts, clock } = this.parts;
    const days = await this.warningDays(work, about);
    if (days === null) return;
    const { member } = about;
    const plans = await store.ofMember(work, member.id);
    const told = await this.forecast(work, about, plans);
    const forecast = told.ok ? told.value : null;
    const month = forecast?.driesUpIn ?? null;
    if (!forecast || month === null || addDays(today, days) < firstDayOf(month)) return;
    if (!(await store.warn(work, member.id, month, clock.now()))) return;
    const gross = grossIn(plans, month);
    assert(gross, `a wage is planned for ${month}`);
    const lacking = forecast.months.at(-1)!.left.negated();
    const body = { member: member.id, month, lacking: lacking.toJSON() };
    await facts.record(work, { kind: 'WageDriesUp', subject: member.id, body });
    await mail.write(work, warningLetter(member, { gross, month, lacking }));
  }

  /** Null when no wage is planned; a refusal when the law no longer allows it, such as after a change of her facts. */
  private async forecast(
    work: Work,
    about: About,
    plans: readonly WagePlan[],
  ): Promise<Result<WageForecast | null, RuleRefusal>> {
    const now = monthOf(about.today);
    const run = runFrom(plans, now);
    if (!run) return ok(null);
    const costs = costsFrom(about, run.from, (month) => grossIn(plans, month)!);
    if (!costs.ok) return costs;
    const from = await this.firstUnpaid(work, about.member, run.from);
    const means = await this.means(work, about, { from, isPlanned: (month) => grossIn(plans, month) !== null });
    const last = run.until === null ? monthAfter(now, horizon) : monthAfter(run.until, -1);
    return ok(forecastOf(means, last, costs.value));
  }

  /** The money of months that are paid is spent: a plan is looked at from the first one that is not. */
  private async firstUnpaid(work: Work, { id }: Member, from: Month): Promise<Month> {
    const paid = (await this.parts.store.months(work, id)).map(({ month }) => month);
    let month = from;
    while (paid.includes(month)) month = monthAfter(month, 1);
    return month;
  }

  /** What is free beside missions, and what missions bring that monthly wages have not taken yet. */
  private async means(
    work: Work,
    { member }: About,
    { from, isPlanned }: { readonly from: Month; readonly isPlanned: (month: Month) => boolean },
  ): Promise<Means> {
    const { budgets } = this.parts;
    const activity = personalActivity(member);
    const missions = (await budgets.wageMoney(work, activity)).filter((each) => isForMonthlyWages(each, isPlanned));
    return meansFrom(from, freeOn(await budgets.budget(work, activity)), missions);
  }

  private async about(work: Work, id: MemberId): Promise<Result<About, WagePlanRefusal>> {
    const { members, cooperative } = this.parts;
    const member = await members.find(work, id);
    if (!member) return refuse({ kind: 'no-such-member' });
    const entity = await cooperative.entity(work, member.entity);
    const country = countryOf(entity.country);
    if (!country) return refuse({ kind: 'no-law-of-wages', country: entity.country });
    return ok({ member, entity, country, facts: member.facts, today: cooperative.today(entity) });
  }

  private async warningDays(work: Work, { entity, today }: About): Promise<number | null> {
    const { wageWarningDays } = await this.parts.cooperative.policies(work, entity.id);
    return wageWarningDays.hasValueOn(today) ? wageWarningDays.on(today) : null;
  }

  private refusal(
    about: About,
    plans: readonly WagePlan[],
    { from, gross }: Pick<WagePlan, 'from' | 'gross'>,
  ): WagePlanRefusal | undefined {
    const now = monthOf(about.today);
    if (from <= now) return { kind: 'month-begun', first: monthAfter(now, 1) };
    if (gross === null) return grossIn(plans, from) === null ? { kind: 'nothing-planned' } : undefined;
    const other = grossRefusal(gross, about.entity);
    if (other) return other;
    const payslip = monthOfWage(about, gross, from);
    return payslip.ok ? undefined : { kind: 'wage-impossible', why: payslip.refusal };
  }
}

const isSame = (one: Money | null, other: Money | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

const grossRefusal = (gross: Money, { currency }: LegalEntity): WagePlanRefusal | undefined =>
  gross.currency === currency ? undefined : { kind: 'other-currency', expected: currency };

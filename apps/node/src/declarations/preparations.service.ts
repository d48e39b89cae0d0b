import type { Clock, Ids, Work } from '@passerelle/doors';
import { type DeclarationForm, countryOf } from '@passerelle/rules';
import { dueOn, fill } from '@passerelle/rules/kit';
import { type PlainDate, monthOf } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Member, MemberId } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import type { MissionId } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import type { MonthlyWages } from '../payroll/monthly-wages.service.js';
import type { IssuedPayslip, PayslipId } from '../payroll/payslip.js';
import type { Payslips } from '../payroll/payslips.service.js';
import { aboutOf } from './about.js';
import { type DeclarationId, type Written, fileOf } from './declaration.js';
import type { Declarations } from './declarations.service.js';
import type { DeclarationsStore, WaitingPay } from './declarations.store.js';
import { employmentEvents, isAbout, isOfEmployment } from './employment.js';
import { type Known, paySum, saidOf } from './said.js';

export interface PreparationsParts {
  readonly store: DeclarationsStore;
  readonly declarations: Declarations;
  readonly missions: Missions;
  readonly payslips: Payslips;
  readonly monthly: MonthlyWages;
  readonly members: Members;
  readonly cooperative: Cooperative;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Prepared {
  readonly form: DeclarationForm;
  readonly entity: LegalEntity;
  readonly member: Member;
  readonly mission: MissionId | null;
  readonly about: { readonly first: PlainDate; readonly last: PlainDate };
  readonly work: Known['work'];
  readonly pay: Known['pay'];
}

/** The room itself, where no person did it. */
const who = 'declarations';

/** Makes declarations by itself, from what happened: nobody has to think of them. */
export class Preparations {
  constructor(private readonly parts: PreparationsParts) {}

  /** The work of a mission may begin. One that is agreed anew is announced anew. A monthly wage announced it before. */
  async announce(work: Work, id: MissionId): Promise<void> {
    const mission = await this.parts.missions.mission(work, id);
    if (mission.member === null) return;
    await this.withdraw(work, id);
    if (await this.parts.monthly.month(work, mission.member, monthOf(mission.terms.first))) return;
    const member = await this.parts.members.member(work, mission.member);
    const entity = await this.parts.cooperative.entity(work, mission.entity);
    const { first, last, days } = mission.terms;
    for (const form of formsOf(entity, member, 'engagement'))
      await this.prepare(work, {
        form,
        entity,
        member,
        mission: id,
        about: { first, last },
        work: { first, last, days },
        pay: null,
      });
  }

  /**
   * A wage every month is an employment without a last day: it is announced, and so is its end. What a later plan makes
   * untrue is withdrawn. Looked at twice, nothing is told twice.
   */
  async announceEmployments(work: Work, id: MemberId): Promise<void> {
    const member = await this.parts.members.member(work, id);
    const entity = await this.parts.cooperative.entity(work, member.entity);
    const wanted = (await this.parts.monthly.runs(work, id)).flatMap(employmentEvents);
    const told = (await this.parts.store.ofMember(work, id)).filter(isOfEmployment);
    for (const each of told)
      if (!wanted.some((event) => isAbout(each, event)))
        await this.parts.declarations.step(work, each.id, { kind: 'withdrawn' }, who);
    for (const event of wanted)
      for (const form of formsOf(entity, member, event.subject))
        if (!told.some((each) => each.form.id === form.id && isAbout(each, event)))
          await this.prepare(work, { form, entity, member, mission: null, ...event, pay: null });
  }

  /** What an authority was told already a person has to take back there; what it was not told is not sent any more. */
  async withdraw(work: Work, mission: MissionId): Promise<void> {
    for (const { id } of await this.parts.store.ofMission(work, mission))
      await this.parts.declarations.step(work, id, { kind: 'withdrawn' }, who);
  }

  /** A wage is owed: it waits until the period of its day of pay is over. */
  async collect(work: Work, id: PayslipId): Promise<void> {
    const issued = await this.issued(work, id);
    const member = await this.parts.members.member(work, issued.member);
    const entity = await this.parts.cooperative.entity(work, issued.entity);
    for (const form of formsOf(entity, member, 'pay'))
      await this.parts.store.addPay(work, {
        form: form.id,
        entity: entity.id,
        member: member.id,
        ...aboutOf(form.about, { work: issued.request, paidOn: issued.payOn }),
        payslips: [id],
      });
  }

  async closePeriods(work: Work, today: PlainDate): Promise<void> {
    for (const waiting of await this.parts.store.payOfPeriodsBefore(work, today)) await this.declare(work, waiting);
  }

  async noteLate(work: Work, today: PlainDate): Promise<void> {
    for (const { id } of await this.parts.store.dueBefore(work, today))
      await this.parts.declarations.step(work, id, { kind: 'late' }, who);
  }

  private async declare(work: Work, waiting: WaitingPay): Promise<void> {
    const { first, last } = waiting;
    const entity = await this.parts.cooperative.entity(work, waiting.entity);
    const member = await this.parts.members.member(work, waiting.member);
    const form = countryOf(entity.country)!.declarations.find(({ id }) => id === waiting.form)!;
    const issued: IssuedPayslip[] = [];
    for (const id of waiting.payslips) issued.push(await this.issued(work, id));
    const pay = paySum(issued.map(({ payslip }) => payslip));
    const id = await this.prepare(work, {
      form,
      entity,
      member,
      mission: null,
      about: { first, last },
      work: daysOf(issued),
      pay,
    });
    await this.parts.store.declarePay(work, waiting, id);
  }

  private async prepare(
    work: Work,
    { form, entity, member, mission, about, ...rest }: Prepared,
  ): Promise<DeclarationId> {
    const id = this.parts.ids.newId() as DeclarationId;
    const number = await this.parts.store.nextNumber(work);
    const said = Object.entries(saidOf({ number, employer: entity, worker: member, period: about, ...rest }));
    const remembered = await this.remembered(work, member.id);
    const known = writtenIn(form, { ...remembered, ...Object.fromEntries(said.filter(([, value]) => value !== null)) });
    const { id: owner, country } = entity;
    await this.parts.store.add(work, {
      id,
      number,
      form,
      country,
      entity: owner,
      member: member.id,
      mission,
      ...about,
      dueOn: dueOn(form, about),
      known,
    });
    await this.parts.store.addStep(work, id, { at: this.parts.clock.now(), who, step: { kind: 'prepared' } });
    return id;
  }

  /** What people wrote of a worker and her employer before, such as her national number, is not asked again. */
  private async remembered(work: Work, member: MemberId): Promise<Written> {
    const earlier = await this.parts.store.ofMember(work, member);
    const fields = earlier.flatMap((declaration) => fileOf(declaration).fields);
    const lasting = fields.filter(({ name, value }) => /^(worker|employer)[.]/.test(name) && value !== null);
    return Object.fromEntries(lasting.map(({ name, value }) => [name, value]));
  }

  private async issued(work: Work, id: PayslipId): Promise<IssuedPayslip> {
    const issued = await this.parts.payslips.find(work, id);
    if (!issued) throw new Error(`no payslip ${id}`);
    return issued;
  }
}

/** From the first day to the last, and how many of them were worked. */
const daysOf = (issued: readonly IssuedPayslip[]): Known['work'] => ({
  first: issued.map(({ request }) => request.first).reduce((a, b) => (a < b ? a : b)),
  last: issued.map(({ request }) => request.last).reduce((a, b) => (a > b ? a : b)),
  days: issued.reduce((sum, { request }) => sum + request.days, 0),
});

/** The forms that an entity fills in for a worker: those about one kind of event, or those that declare pay. */
const formsOf = (
  { country }: LegalEntity,
  { facts }: Member,
  of: 'engagement' | 'ending' | 'pay',
): readonly DeclarationForm[] =>
  (countryOf(country)?.declarations ?? []).filter(
    ({ about, onlyFor, notFor }) =>
      (of === 'pay' ? about !== 'engagement' && about !== 'ending' : about === of) &&
      (onlyFor === undefined || onlyFor.among.includes(String(facts[onlyFor.fact]))) &&
      (notFor === undefined || !notFor.among.includes(String(facts[notFor.fact]))),
  );

const writtenIn = (form: DeclarationForm, said: Parameters<typeof fill>[1]): Written =>
  Object.fromEntries(fill(form, said).fields.map(({ name, value }) => [name, value]));

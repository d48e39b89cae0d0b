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
import {
  type Declaration,
  type DeclarationId,
  type Written,
  awaitsAnswer,
  fileOf,
  isNotBegun,
  referenceOf,
  stateOf,
} from './declaration.js';
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
  readonly announcedAs?: string | null;
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
    const { first, last, days } = mission.terms;
    const told = (await this.announcedFor(work, id)).filter(
      (each) => each.first === first && each.last === last && isThere(each),
    );
    await this.withdraw(work, id, told);
    if (await this.parts.monthly.month(work, mission.member, monthOf(mission.terms.first))) return;
    const member = await this.parts.members.member(work, mission.member);
    const entity = await this.parts.cooperative.entity(work, mission.entity);
    const forms = formsOf(entity, member, 'engagement').filter(({ id }) => !told.some(({ form }) => form.id === id));
    for (const form of forms)
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
    for (const each of told) if (!wanted.some((event) => isAbout(each, event))) await this.takeBack(work, each);
    for (const event of wanted)
      for (const form of formsOf(entity, member, event.subject))
        if (!told.some((each) => each.form.id === form.id && isAbout(each, event)))
          await this.prepare(work, { form, entity, member, mission: null, ...event, pay: null });
  }

  /** Work is called off, or agreed anew: what was announced of it is taken back, apart from what is still true. */
  async withdraw(work: Work, mission: MissionId, except: readonly Declaration[] = []): Promise<void> {
    const kept = new Set(except.map(({ id }) => id));
    for (const each of await this.announcedFor(work, mission)) if (!kept.has(each.id)) await this.takeBack(work, each);
  }

  /** An authority answered. What it accepted of work that will not begin is cancelled there. */
  async answered(work: Work, id: DeclarationId): Promise<void> {
    const declaration = await this.parts.declarations.find(work, id);
    if (declaration && isNotBegun(declaration)) await this.undo(work, declaration);
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

  private async announcedFor(work: Work, mission: MissionId): Promise<readonly Declaration[]> {
    return (await this.parts.store.ofMission(work, mission)).filter(({ form }) => form.about === 'engagement');
  }

  /**
   * What an authority was not told is not sent any more. What it was told of work that will not begin is cancelled there,
   * where it can be; from the day after its first one, nobody but a person knows whether it had begun.
   */
  private async takeBack(work: Work, { id, form, entity, first }: Declaration): Promise<void> {
    const { declarations, cooperative } = this.parts;
    if ((await declarations.step(work, id, { kind: 'withdrawn' }, who)).ok || form.about !== 'engagement') return;
    if (cooperative.today(await cooperative.entity(work, entity)) > first) return;
    const noted = await declarations.step(work, id, { kind: 'not-begun' }, who);
    if (noted.ok) await this.undo(work, noted.value);
  }

  /** By what its authority has answered so far: nothing is taken back that it has not accepted. */
  private async undo(work: Work, announced: Declaration): Promise<void> {
    const { id, form: told, mission, first, last } = announced;
    if (stateOf(announced) === 'refused') await this.parts.declarations.step(work, id, { kind: 'withdrawn' }, who);
    if (stateOf(announced) !== 'accepted') return;
    const entity = await this.parts.cooperative.entity(work, announced.entity);
    const member = await this.parts.members.member(work, announced.member);
    const form = countryOf(entity.country)?.declarations.find(({ cancels }) => cancels === told.id);
    if (!form) return;
    await this.prepare(work, {
      form,
      entity,
      member,
      mission,
      about: { first, last },
      work: { first, last, days: null },
      pay: null,
      announcedAs: referenceOf(announced),
    });
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
      (of === 'pay' ? !isOfWork(about) : about === of) &&
      (onlyFor === undefined || onlyFor.among.includes(String(facts[onlyFor.fact]))) &&
      (notFor === undefined || !notFor.among.includes(String(facts[notFor.fact]))),
  );

/** Told before or after the work, without its pay. */
const isOfWork = (about: DeclarationForm['about']): boolean =>
  about === 'engagement' || about === 'cancellation' || about === 'ending';

/** Whether its authority has it, accepted or not answered yet, and it is still true. */
const isThere = (declaration: Declaration): boolean =>
  (stateOf(declaration) === 'accepted' || awaitsAnswer(declaration)) && !isNotBegun(declaration);

const writtenIn = (form: DeclarationForm, said: Parameters<typeof fill>[1]): Written =>
  Object.fromEntries(fill(form, said).fields.map(({ name, value }) => [name, value]));

import { type Work } from '@passerelle/doors';
import { type CurrencyCode, Money, type Rate, max, min, ratio, sum } from '@passerelle/values';
import type { Books } from '../books/books.service.js';
import type { StatementLine, StatementPage } from '../books/statement.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Policies } from '../cooperative/legal-entity.js';
import type { Invoices } from '../invoicing/invoices/invoices.service.js';
import { type Mission, type MissionState, homeIncome } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import type { MemberId } from '../members/member.js';
import { type Activity, budgetAccount } from './activity.js';
import type { BudgetSources, KnownMoney } from './budget-source.js';
import {
  type Budget,
  type Entries,
  type Income,
  type SharedMission,
  type WageMoney,
  budgetOf,
  otherPart,
  ownPart,
} from './budget.js';
import { entriesOf } from './entries.js';
import type { SetAside } from './set-aside.js';
import type { SetAsidesStore } from './set-asides.store.js';

export interface BudgetsParts {
  readonly setAsides: SetAsidesStore;
  readonly sources: BudgetSources;
  readonly books: Books;
  readonly cooperative: Cooperative;
  readonly invoices: Invoices;
  readonly missions: Missions;
}

/** Work the client has ordered, or that is done. Before that a mission is no income. */
const counted: readonly MissionState[] = ['formalities', 'active', 'completed'];

const linesAtOnce = 1000;

/** What activities have and may spend, read each time from missions, payslips, receipts and the book. */
export class Budgets {
  constructor(private readonly parts: BudgetsParts) {}

  async budget(work: Work, activity: Activity): Promise<Budget> {
    const { currency } = await this.parts.cooperative.entity(work, activity.entity);
    const incomes = await this.incomes(work, activity, currency);
    return budgetOf(incomes, await this.entries(work, activity, currency));
  }

  /** What the missions of a member bring for her monthly wages: all but those whose wage has a payslip of its own. */
  async wageMoney(work: Work, activity: Activity): Promise<readonly WageMoney[]> {
    const { currency } = await this.parts.cooperative.entity(work, activity.entity);
    const shared = await this.shared(work, activity, currency);
    return shared
      .filter(({ isShared, isDrawnOn }) => isDrawnOn || !isShared)
      .map(({ mission: { id, terms, state }, wage, waged, isShared }) => ({
        mission: id,
        first: terms.first,
        last: terms.last,
        amount: wage,
        drawn: waged,
        isKept: isShared,
        hasBegun: state !== 'formalities',
      }));
  }

  /** The lines on the account of an activity, oldest first. */
  async lines(work: Work, activity: Activity, page: StatementPage): Promise<readonly StatementLine[]> {
    const { currency } = await this.parts.cooperative.entity(work, activity.entity);
    const of = { entity: activity.entity, account: budgetAccount(activity), currency };
    return this.parts.books.statement(work, of, page);
  }

  private async entries(work: Work, activity: Activity, currency: CurrencyCode): Promise<Entries> {
    const lines: StatementLine[] = [];
    for (let after: string | undefined; ; after = lines.at(-1)!.key) {
      const page = await this.lines(work, activity, { after, limit: linesAtOnce });
      lines.push(...page);
      if (page.length < linesAtOnce) return entriesOf(lines, currency);
    }
  }

  private async incomes(work: Work, activity: Activity, currency: CurrencyCode): Promise<readonly Income[]> {
    const shared = await this.shared(work, activity, currency);
    return shared.map(activity.kind === 'personal' ? ownPart : otherPart);
  }

  private async shared(work: Work, activity: Activity, currency: CurrencyCode): Promise<readonly KnownMission[]> {
    const [missions, setAsides] =
      activity.kind === 'personal'
        ? await this.ofMember(work, activity.id as string as MemberId)
        : await this.ofOthers(work, activity);
    const usual = missions.filter(
      ({ state, terms, entity }) =>
        counted.includes(state) && terms.price.currency === currency && entity === activity.entity,
    );
    const known = await this.parts.sources.of(
      work,
      usual.map(({ id }) => id),
    );
    const policies = await this.parts.cooperative.policies(work, activity.entity);
    const shared: KnownMission[] = [];
    for (const mission of usual) {
      const facts = { known: known.get(mission.id) ?? {}, setAside: setAsides.get(mission.id) ?? null, policies };
      const collected = await this.collected(work, mission, known.get(mission.id));
      const isDrawnOn = facts.known.drawn !== undefined;
      shared.push({ mission, isDrawnOn, ...sharedMission(mission, facts, collected) });
    }
    return shared;
  }

  private async ofMember(work: Work, member: MemberId) {
    const missions = await this.parts.missions.ofMember(work, member);
    const ids = missions.map(({ id }) => id);
    return [missions, await this.parts.setAsides.of(work, ids)] as const;
  }

  private async ofOthers(work: Work, { id }: Activity) {
    const setAsides = await this.parts.setAsides.for(work, id);
    const missions: Mission[] = [];
    for (const mission of setAsides.keys()) missions.push(await this.parts.missions.mission(work, mission));
    return [missions, setAsides] as const;
  }

  /** What has come in of a mission's income: from its host, or of its own invoice, without the VAT of the State. */
  private async collected(work: Work, mission: Mission, known: KnownMoney | undefined): Promise<Money> {
    const income = homeIncome(mission.terms);
    const zero = income.minus(income);
    if (mission.role === 'home') return min(known?.fromHost ?? zero, income);
    const invoice = await this.parts.invoices.ofMission(work, mission.id);
    if (!invoice || invoice.gross.isZero()) return zero;
    return invoice.net.times(ratio(invoice.paid.minor, invoice.gross.minor), 'down');
  }
}

interface KnownMission extends SharedMission {
  readonly mission: Mission;
  readonly isDrawnOn: boolean;
}

interface AboutMission {
  readonly known: KnownMoney;
  readonly setAside: SetAside | null;
  readonly policies: Policies;
}

/** A mission as its budget sees it. Until it is shared all of it but contribution and set-aside is planned as wage. */
function sharedMission(
  { member, state, terms }: Mission,
  { known, setAside, policies }: AboutMission,
  collected: Money,
): SharedMission {
  const income = homeIncome(terms);
  const zero = income.minus(income);
  const isDone = state === 'completed';
  const isForOther = setAside !== null && (setAside.activity as string) !== (member as string);
  const forOther = isForOther ? setAside.amount : zero;
  const contribution = known.wage?.contribution ?? income.times(rateOn(policies, terms), 'halfUp');
  const planned = sum([income, contribution.negated(), (setAside?.amount ?? zero).negated()], income.currency);
  const wage = known.wage?.cost ?? max(known.drawn ?? zero, planned);
  const isShared = known.wage !== undefined;
  const waged = known.drawn ?? (isShared ? wage : zero);
  return { isDone, isShared, income, contribution, wage, waged, forOther, collected };
}

/** Members who decided no contribution for that day: then nothing can be planned for it, and payroll will ask. */
const rateOn = ({ contributionRate }: Policies, { last }: Mission['terms']): Rate =>
  contributionRate.hasValueOn(last) ? contributionRate.on(last) : ratio(0n, 1n);

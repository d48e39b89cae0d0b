import { type Work, publicId } from '@passerelle/doors';
import { currency, money } from '@passerelle/values';
import '../contracts/contracts.facts.js';
import '../expenses/expenses.facts.js';
import type { ExpenseId } from '../expenses/expense.js';
import type { Expenses } from '../expenses/expenses.service.js';
import type { Fact } from '../facts/fact.js';
import { Follower } from '../facts/follower.js';
import '../guarantee/guarantee.facts.js';
import '../invoicing/invoicing.facts.js';
import type { MissionId } from '../missions/mission.js';
import '../missions/missions.facts.js';
import type { Missions } from '../missions/missions.service.js';
import '../runs/runs.facts.js';
import '../wage-plans/wage-plans.facts.js';
import type { NotificationKind } from './notification.js';
import type { PayslipId } from '../payroll/payslip.js';
import type { Payslips } from '../payroll/payslips.service.js';
import type { Notifications } from './notifications.service.js';

const kinds = [
  'MissionSentBack',
  'MissionRefused',
  'MissionAgreed',
  'ClientConfirmed',
  'ContractOffered',
  'MissionStarted',
  'MissionCancelled',
  'ClientPaid',
  'PayslipPublished',
  'WagePaid',
  'ExpenseApproved',
  'ExpenseRefused',
  'ExpensePaid',
  'WageDriesUp',
] as const;

type Told = Fact<(typeof kinds)[number]>;

/** Tells each worker of what happened. At a host nobody is told: it does not know her. */
export class NotificationsFollower extends Follower<Told['kind']> {
  readonly name = 'notifications';
  readonly kinds = kinds;

  constructor(
    private readonly notifications: Notifications,
    private readonly missions: Missions,
    private readonly expenses: Expenses,
    private readonly payslips: Payslips,
  ) {
    super();
  }

  follow(work: Work, fact: Told): Promise<void> {
    switch (fact.kind) {
      case 'MissionSentBack':
        return this.aboutMission(work, fact.body.mission, 'changes-requested');
      case 'MissionRefused':
        return this.aboutMission(work, fact.body.mission, 'mission-refused');
      case 'MissionAgreed':
        return this.aboutMission(work, fact.body.mission, 'mission-agreed');
      case 'ClientConfirmed':
        return this.aboutMission(work, fact.body.mission, 'client-confirmed');
      case 'ContractOffered':
        return this.contractOffered(work, fact.body);
      case 'MissionStarted':
        return this.aboutMission(work, fact.body.mission, 'mission-started');
      case 'MissionCancelled':
        return this.aboutMission(work, fact.body.mission, 'mission-cancelled');
      case 'ClientPaid':
        return this.clientPaid(work, fact.body);
      case 'PayslipPublished':
        return this.payslipPublished(work, fact.body);
      case 'WagePaid':
        // Her mission, because the payslip may still wait for the second person.
        return fact.body.mission === null
          ? this.aboutPayslip(work, fact.body.payslip, { kind: 'wage-paid', path: '/budget' })
          : this.aboutMission(work, fact.body.mission, 'wage-paid');
      case 'ExpenseApproved':
        return this.aboutExpense(work, fact.body.expense, 'expense-approved');
      case 'ExpenseRefused':
        return this.aboutExpense(work, fact.body.expense, 'expense-refused');
      case 'ExpensePaid':
        return this.aboutExpense(work, fact.body.expense, 'expense-paid');
      case 'WageDriesUp': {
        const { member, month } = fact.body;
        return this.notifications.tell(work, { member, kind: 'wage-dries-up', name: month, path: '/budget' });
      }
    }
  }

  private async contractOffered(
    work: Work,
    { mission, member, month }: Fact<'ContractOffered'>['body'],
  ): Promise<void> {
    const kind = 'contract-to-sign';
    if (mission !== null) return this.aboutMission(work, mission, kind);
    await this.notifications.tell(work, { member, kind, name: month!, path: '/budget' });
  }

  private clientPaid(work: Work, { mission, open }: Fact<'ClientPaid'>['body']): Promise<void> {
    const left = money(open.amount, currency(open.currency));
    return left.isZero() ? this.aboutMission(work, mission, 'client-paid') : Promise.resolve();
  }

  private async aboutMission(work: Work, id: MissionId, kind: NotificationKind): Promise<void> {
    const { member, terms } = await this.missions.mission(work, id);
    const path = `/missions/${publicId('mis', id)}`;
    if (member) await this.notifications.tell(work, { member, kind, name: terms.work, path });
  }

  private async payslipPublished(work: Work, { payslip, mission }: Fact<'PayslipPublished'>['body']): Promise<void> {
    const path = `/payslips/${publicId('slip', payslip)}`;
    if (mission === null) return this.aboutPayslip(work, payslip, { kind: 'payslip-published', path });
    const { member, terms } = await this.missions.mission(work, mission);
    if (member) await this.notifications.tell(work, { member, kind: 'payslip-published', name: terms.work, path });
  }

  /** A monthly wage goes by its month. */
  private async aboutPayslip(
    work: Work,
    id: PayslipId,
    told: { readonly kind: NotificationKind; readonly path: string },
  ): Promise<void> {
    const issued = await this.payslips.find(work, id);
    if (!issued) throw new Error(`no payslip ${id}`);
    await this.notifications.tell(work, { ...told, member: issued.member, name: issued.reference });
  }

  private async aboutExpense(work: Work, id: ExpenseId, kind: NotificationKind): Promise<void> {
    const expense = await this.expenses.find(work, id);
    if (!expense) throw new Error(`no expense ${id}`);
    const path = `/expenses/${publicId('exp', id)}`;
    await this.notifications.tell(work, { member: expense.member, kind, name: expense.form.purpose ?? '', path });
  }
}

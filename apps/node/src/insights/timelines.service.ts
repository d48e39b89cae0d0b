import type { Work } from '@passerelle/doors';
import type { Cause, Transaction } from '@passerelle/ledger';
import { countryOf } from '@passerelle/rules';
import { type PlainDate, dayOf } from '@passerelle/values';
import type { Books } from '../books/books.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import { isAbroad } from '../formalities/case.js';
import type { Formalities } from '../formalities/formalities.service.js';
import { isThrough } from '../formalities/gate.js';
import type { Wages } from '../guarantee/wages.service.js';
import type { Bank } from '../invoicing/bank/bank.service.js';
import { type Invoice, stateOf } from '../invoicing/invoices/invoice.js';
import type { Invoices } from '../invoicing/invoices/invoices.service.js';
import type { Mission, MissionId } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import { movedDayIn } from '../missions/moved-day.js';
import type { MonthlyWages } from '../payroll/monthly-wages.service.js';
import type { Payslips } from '../payroll/payslips.service.js';
import type { Cycles } from '../settlement/cycles/cycles.service.js';
import { type KeptObligation, causeOf, missionFee } from '../settlement/obligations/obligation.js';
import type { Obligations } from '../settlement/obligations/obligations.service.js';
import type { ClientPaymentsStore } from './client-payments.store.js';
import { type Known, type TimelineStep, timelineOf } from './timeline.js';

export interface TimelinesParts {
  readonly missions: Missions;
  readonly formalities: Formalities;
  readonly cooperative: Cooperative;
  readonly invoices: Invoices;
  readonly bank: Bank;
  readonly payments: ClientPaymentsStore;
  readonly payslips: Payslips;
  readonly monthly: MonthlyWages;
  readonly wages: Wages;
  readonly obligations: Obligations;
  readonly cycles: Cycles;
  readonly books: Books;
}

/** What became of a mission, over all rooms of this node. */
export class Timelines {
  constructor(private readonly parts: TimelinesParts) {}

  find(work: Work, id: MissionId): Promise<Mission | null> {
    return this.parts.missions.find(work, id);
  }

  async of(work: Work, mission: Mission): Promise<readonly TimelineStep[]> {
    const known: Known = {
      ...(await this.workOf(work, mission)),
      ...(await this.gatesOf(work, mission)),
      ...(mission.role === 'home' ? {} : { invoice: await this.invoiceOf(work, mission) }),
      ...((await this.hasOwnPayslip(work, mission)) && { payslip: await this.payslipOf(work, mission) }),
      ...(mission.role === 'both' ? {} : { debt: await this.debtOf(work, mission) }),
    };
    return timelineOf(mission, known);
  }

  /** Everything the books of this node say because of a mission, in the order of its story. */
  async postings(work: Work, { id }: Mission): Promise<readonly Transaction[]> {
    const { invoices, payments, payslips, obligations, books } = this.parts;
    const invoice = await invoices.ofMission(work, id);
    const payslip = await payslips.ofMission(work, id);
    const causes: Cause[] = [
      ...(invoice ? [`invoice:${invoice.id}` as const] : []),
      ...(invoice ? (await payments.linesFor(work, invoice.id)).map((line) => `bank-line:${line}` as const) : []),
      payslip ? (`payslip:${payslip.id}` as const) : (`mission:${id}` as const),
      ...(await obligations.ofMission(work, id)).map((kept) => causeOf(kept.id)),
    ];
    const found: Transaction[] = [];
    for (const cause of causes) found.push(...(await books.postingsOf(work, cause)));
    return found;
  }

  private async workOf(
    work: Work,
    mission: Mission,
  ): Promise<Omit<Known, 'gates' | 'cleared' | 'invoice' | 'payslip' | 'debt'>> {
    const zone = await this.zoneOf(work, mission);
    const events = await this.parts.missions.events(work, mission.id);
    // Of a step that was taken again, the last time counts.
    const dayOfLast = (...names: readonly string[]): PlainDate | null => {
      const last = events.findLast(({ what }) => names.includes(what));
      return last ? dayOf(last.at, zone) : null;
    };
    const { clientConfirmedAt } = mission;
    return {
      registered: dayOf(mission.registeredAt, zone),
      checked: dayOfLast('offer', 'approve'),
      agreed: mission.agreement.hostSignature === null ? null : dayOfLast('accept'),
      confirmed: clientConfirmedAt === null ? null : dayOf(clientConfirmedAt, zone),
      done: mission.state === 'completed' ? dayOfLast('complete') : null,
      moved: movedDayIn(events, mission.terms.last),
    };
  }

  /** The gates where the worker is employed, and one step for all of them where she is only hosted. */
  private async gatesOf(work: Work, mission: Mission): Promise<Pick<Known, 'gates' | 'cleared'>> {
    const { formalities } = this.parts;
    const zone = await this.zoneOf(work, mission);
    const found = await formalities.of(work, mission);
    if (!found) {
      const { heardAt } = await formalities.recorded(work, mission);
      return { cleared: heardAt && dayOf(heardAt, zone) };
    }
    if (!isAbroad(found.case)) return {};
    const { gatesAt } = found.record;
    const gates = found.gates.map((gate) => {
      const at = gatesAt[gate.name];
      const { name, owner, due } = gate;
      return { name, owner, due, passed: isThrough(gate) && at ? dayOf(at, zone) : null };
    });
    return { gates };
  }

  private async invoiceOf(work: Work, { id }: Mission): Promise<Known['invoice']> {
    const invoice = await this.parts.invoices.ofMission(work, id);
    if (!invoice) return null;
    const { issuedOn: on, dueOn: due } = invoice;
    return { on, due, paid: await this.paidOn(work, invoice), isPaid: stateOf(invoice) === 'paid' };
  }

  private async paidOn(work: Work, invoice: Invoice): Promise<PlainDate | null> {
    const line = (await this.parts.payments.linesFor(work, invoice.id)).at(-1);
    return line === undefined ? null : ((await this.parts.bank.line(work, line))?.bookedOn ?? null);
  }

  /** The money of some missions goes into monthly wages: their story ends without a payslip. */
  private async hasOwnPayslip(work: Work, { id, role }: Mission): Promise<boolean> {
    return role !== 'host' && !(await this.parts.monthly.isKept(work, id));
  }

  private async payslipOf(work: Work, { id }: Mission): Promise<Known['payslip']> {
    const issued = await this.parts.payslips.ofMission(work, id);
    if (!issued) return null;
    const payment = (await this.parts.wages.wage(work, issued.id))?.payment ?? null;
    const by = payment?.advanced.isPositive() ? 'fund' : 'home';
    return { on: issued.issuedOn, payOn: issued.payOn, paid: payment && { on: payment.paidOn, by } };
  }

  private async debtOf(work: Work, { id, entity }: Mission): Promise<Known['debt']> {
    const { obligations, books } = this.parts;
    const kept = (await obligations.ofMission(work, id)).findLast(
      ({ obligation: { terms, answerSeq, cycle } }) =>
        terms.kind === missionFee && terms.reverses === undefined && answerSeq !== null && cycle !== null,
    );
    if (!kept) return null;
    const booked = await books.booked(work, { entity, cause: causeOf(kept.id), kind: 'obligation-agreed' });
    return { agreed: booked?.day ?? null, ...(await this.settledOf(work, kept)) };
  }

  private async settledOf(work: Work, { obligation, entity }: KeptObligation) {
    const { cycles, cooperative } = this.parts;
    const { cycle, settledIn } = obligation;
    const expected = cycles.datesOf((settledIn ?? cycle)!).payment;
    const record = settledIn === null ? null : await cycles.find(work, settledIn);
    const closed = record?.events.find(({ what }) => what === 'closed');
    const { country } = await cooperative.entity(work, entity);
    const zone = countryOf(country)?.timeZone ?? 'UTC';
    return { settled: closed ? dayOf(new Date(closed.at), zone) : null, expected };
  }

  private async zoneOf(work: Work, { entity }: Mission): Promise<string> {
    const { country } = await this.parts.cooperative.entity(work, entity);
    return countryOf(country)?.timeZone ?? 'UTC';
  }
}

import assert from 'node:assert/strict';
import type { Ids, Work } from '@passerelle/doors';
import { transaction, account } from '@passerelle/ledger';
import { type Money, type PlainDate, sum } from '@passerelle/values';
import type { Books } from '../books/books.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { LegalEntity, Policies } from '../cooperative/legal-entity.js';
import type { Facts } from '../facts/facts.service.js';
import type { TransferId } from '../invoicing/bank/transfer-order.js';
import { type Transfers, transit } from '../invoicing/bank/transfers.service.js';
import type { Members } from '../members/members.service.js';
import type { PayslipId } from '../payroll/payslip.js';
import { type Advance, advanceFor, fundCash } from './fund.js';
import type { Guarantee } from './guarantee.service.js';
import type { GuaranteeStore } from './guarantee.store.js';
import type { Wage, WagePart, WagePayment } from './wage.js';

export interface WagesParts {
  readonly store: GuaranteeStore;
  readonly guarantee: Guarantee;
  readonly books: Books;
  readonly transfers: Transfers;
  readonly cooperative: Cooperative;
  readonly members: Members;
  readonly facts: Facts;
  readonly ids: Ids;
}

/** Pays every wage on its day, whoever has paid by then. */
export class Wages {
  constructor(private readonly parts: WagesParts) {}

  /** A wage is owed from now on; it is paid at once when its day has come. */
  async owe(work: Work, wage: Wage): Promise<void> {
    const { store, cooperative } = this.parts;
    await store.addWage(work, wage);
    const today = cooperative.today(await cooperative.entity(work, wage.entity));
    if (wage.payOn <= today) await this.payAll(work, [wage], today);
  }

  /** Pays what is owed on or before a day. A wage is paid once, however often the day is told. */
  async payDue(work: Work, date: PlainDate): Promise<void> {
    await this.payAll(work, await this.parts.store.unpaidBy(work, date), date);
  }

  /** A wage and how it was paid; null for a payslip this room was never told of. */
  wage(work: Work, payslip: PayslipId): Promise<{ wage: Wage; payment: WagePayment | null } | null> {
    return this.parts.store.wage(work, payslip);
  }

  /** The account a wage went to; before it has left, the one it will go to as things stand. */
  async ibanOf(work: Work, { wage, payment }: { wage: Wage; payment: WagePayment | null }): Promise<string> {
    const { transfers, members } = this.parts;
    if (payment === null) return (await members.member(work, wage.member)).iban;
    const [order] = await transfers.several(work, [payment.transfer]);
    assert(order, `the transfer of ${wage.payslip} was ordered`);
    return order.to.iban;
  }

  private async payAll(work: Work, wages: readonly Wage[], on: PlainDate): Promise<void> {
    for (const id of new Set(wages.map(({ entity }) => entity))) {
      const entity = await this.parts.cooperative.entity(work, id);
      await this.parts.store.hold(work, id);
      const { posted } = await this.parts.books.balance(work, id, fundCash, entity.currency);
      const payer = new Payer(this.parts, { entity, on, policies: await this.parts.cooperative.policies(work, id) });
      let cash = posted;
      for (const wage of wages.filter((each) => each.entity === id))
        cash = cash.plus(await payer.pay(work, wage, cash));
    }
  }
}

interface PayDay {
  readonly entity: LegalEntity;
  readonly on: PlainDate;
  readonly policies: Policies;
}

/** Pays the wages of one entity on one day. */
class Payer {
  constructor(
    private readonly parts: WagesParts,
    private readonly day: PayDay,
  ) {}

  /** Pays one wage; answers by how much the fund's money changed. */
  async pay(work: Work, wage: Wage, cash: Money): Promise<Money> {
    const { store, facts } = this.parts;
    const { on } = this.day;
    const { payslip, mission } = wage;
    const funding = await this.funding(work, wage, cash);
    const { received, cash: changed, advanced, shortfall, reason } = wholeOf(wage, funding);
    const transfer = await this.order(work, wage);
    await store.addPayment(work, { payslip, paidOn: on, received, advanced, shortfall, reason, transfer });
    for (const each of funding) await this.carry(work, wage, each);
    const fundedBy = advanced.isPositive() ? 'fund' : 'received';
    await facts.record(work, { kind: 'WagePaid', subject: payslip, body: { payslip, mission, fundedBy, on } });
    return changed;
  }

  /** Which money carries each part; what the fund gives for one part it has no more for the next. */
  private async funding(work: Work, { parts }: Wage, cash: Money): Promise<readonly Funding[]> {
    const funding: Funding[] = [];
    let left = cash;
    for (const part of parts) {
      const advance = await this.advance(work, part, left);
      left = left.plus(advance.cash);
      funding.push({ part, advance });
    }
    return funding;
  }

  private async advance(work: Work, { mission, amount }: WagePart, cash: Money): Promise<Advance> {
    const open = await this.parts.store.openOf(work, mission, amount.currency);
    const limit = limitOn(this.day.policies, this.day.on);
    return advanceFor({
      wage: amount,
      available: open.available,
      fundCash: cash,
      mayAdvance: limit && limit.minus(open.advanced.minus(open.shortfall)),
    });
  }

  /** The wage leaves: it is owed no more, and on its way until our statement shows it. */
  private async order(work: Work, { payslip, member: id, amount }: Wage): Promise<TransferId> {
    const { members, transfers, ids } = this.parts;
    const { entity, on } = this.day;
    const member = await members.member(work, id);
    const cause = `payslip:${payslip}` as const;
    const booking = transaction({ id: ids.newId(), entity: entity.id, day: on, kind: 'wage-paid', cause, text: 'Wage' })
      .debit(account('wages.payable', id), amount)
      .credit(transit, amount)
      .mustBuild();
    const wanted = {
      entity: entity.id,
      reference: wageReference(payslip),
      to: { name: member.name, iban: member.iban },
      amount,
      cause,
    };
    return (await transfers.order(work, wanted, booking)).id;
  }

  /** The fund carries what the mission's money does not; what it lacks is posted in the open and raises an alarm. */
  private async carry(work: Work, { payslip, mission: whole }: Wage, { part, advance }: Funding): Promise<void> {
    const { guarantee, store, facts } = this.parts;
    const { mission } = part;
    const { received, reason, shortfall } = advance;
    if (whole === null) await store.addPartPayment(work, { payslip, mission, received });
    if (advance.advanced.isPositive())
      await guarantee.record(work, {
        entity: this.day.entity.id,
        day: this.day.on,
        kind: 'advanced',
        mission,
        change: advance,
        text: 'A wage was due before the money of its mission came',
        cause: `payslip:${payslip}`,
      });
    if (reason === null) return;
    const body = { payslip, mission, shortfall: shortfall.toJSON(), reason };
    await facts.record(work, { kind: 'FundFellShort', subject: payslip, body });
  }
}

/** A part of a wage and the money that carries it. */
interface Funding {
  readonly part: WagePart;
  readonly advance: Advance;
}

/** The funding of a wage as a whole. What no mission carries was hers already, so it has come. */
function wholeOf({ amount }: Wage, funding: readonly Funding[]): Advance {
  const total = (of: (advance: Advance) => Money): Money =>
    sum(
      funding.map(({ advance }) => of(advance)),
      amount.currency,
    );
  const advanced = total((each) => each.advanced);
  return {
    received: amount.minus(advanced),
    advanced,
    cash: total(({ cash }) => cash),
    shortfall: total(({ shortfall }) => shortfall),
    reason: funding.map(({ advance }) => advance.reason).find((reason) => reason !== null) ?? null,
  };
}

/** How a wage is found on a statement again: `W` and the payslip's id. */
export const wageReference = (payslip: PayslipId): string => `W${payslip.replaceAll('-', '').toUpperCase()}`;

/** Members who decided no limit let the fund advance every wage. */
const limitOn = ({ advanceLimit }: Policies, on: PlainDate): Money | null =>
  advanceLimit.hasValueOn(on) ? advanceLimit.on(on) : null;

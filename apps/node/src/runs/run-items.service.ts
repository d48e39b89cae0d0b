import assert from 'node:assert/strict';
import { type ProgramAddress, type Work, publicId } from '@passerelle/doors';
import type { CountryCode } from '@passerelle/values';
import { isAbroad } from '../formalities/case.js';
import type { Facts } from '../facts/facts.service.js';
import type { Formalities } from '../formalities/formalities.service.js';
import type { Transfers } from '../invoicing/bank/transfers.service.js';
import type { Mail } from '../mail/mail.service.js';
import type { Members } from '../members/members.service.js';
import type { MissionId } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import { payrollRefusalWords } from '../payroll/payroll-refusals.words.js';
import { recompute } from '../payroll/payslip-document.js';
import type { IssuedPayslip, PayslipId } from '../payroll/payslip.js';
import type { PayrollRefusal } from '../payroll/wage-deal.js';
import type { Payslips } from '../payroll/payslips.service.js';
import { type Seen, findingsOf } from './findings.js';
import type { ItemFailure, RunItem, Worked } from './run-item.js';
import './runs.facts.js';
import { payslipLetter, unprovenWords } from './runs.words.js';

export interface RunItemsParts {
  readonly payslips: Payslips;
  readonly members: Members;
  readonly missions: Missions;
  readonly formalities: Formalities;
  readonly transfers: Transfers;
  readonly mail: Mail;
  readonly facts: Facts;
  readonly address: ProgramAddress;
}

/** Works the wages of a run one by one. A payslip is made by payroll alone; here it is asked for and proven. */
export class RunItems {
  constructor(private readonly parts: RunItemsParts) {}

  /** Makes the payslip that was missing, or proves the one there is, and says what is unusual about it. */
  async compute(work: Work, item: RunItem): Promise<Worked> {
    const { payslips } = this.parts;
    if (item.payslip === null && item.problem !== null) {
      const tried = await payslips.retry(work, item.problem);
      assert(tried, `${item.problem} of a run is a problem of payroll`);
      if (tried.payslip === null) return { state: 'failed', failure: failureOf(tried.refusal) };
      return this.prove(work, tried.payslip);
    }
    return this.prove(work, item.payslip!);
  }

  /** Gives a payslip to its worker: she can read it from now on, and a letter tells her so. */
  async publish(work: Work, { payslip, mission, member: id, reference }: RunItem): Promise<void> {
    const { payslips, members, mail, facts, address } = this.parts;
    assert(payslip, `the item of ${reference} was computed`);
    await payslips.publish(work, payslip);
    await facts.record(work, { kind: 'PayslipPublished', subject: payslip, body: { payslip, mission } });
    const member = await members.member(work, id);
    const url = `${address.baseUrl}/payslips/${publicId('slip', payslip)}`;
    await mail.write(work, { to: member.email, ...payslipLetter(member, { mission, reference, url }) });
  }

  private async prove(work: Work, id: PayslipId): Promise<Worked> {
    const { payslips } = this.parts;
    const issued = await payslips.find(work, id);
    assert(issued, `payslip ${id} of a run is there`);
    const again = recompute(issued);
    if (!again.ok) return { state: 'failed', failure: unproven(again.refusal.kind, issued) };
    const before = await payslips.before(work, issued);
    const findings = findingsOf(await this.seen(work, issued), before && (await this.seen(work, before)), {
      a1Missing: await this.a1Missing(work, issued.mission),
    });
    return { state: 'done', payslip: issued.id, net: issued.payslip.net, findings };
  }

  private async seen(work: Work, { id, member, payslip, request }: IssuedPayslip): Promise<Seen> {
    const order = await this.parts.transfers.causedBy(work, `payslip:${id}`);
    const iban = order?.to.iban ?? (await this.parts.members.member(work, member)).iban;
    return { net: payslip.net, days: request.days, iban };
  }

  /** A certificate that an adviser only answered for is missing all the same. */
  private async a1Missing(work: Work, id: MissionId | null): Promise<CountryCode | null> {
    if (id === null) return null;
    const found = await this.parts.formalities.of(work, await this.parts.missions.mission(work, id));
    if (!found || !isAbroad(found.case)) return null;
    const isThere = found.gates.some(({ name, state }) => name === 'a1' && state === 'passed');
    return isThere ? null : found.case.mission.terms.place.country;
  }
}

const failureOf = (refusal: PayrollRefusal): ItemFailure => {
  const { kind, rule, date } = refusal;
  return { kind, rule, date, ...payrollRefusalWords(refusal) };
};

/** Whoever sees this has changed a rule of the past, or the release: the payslip that was issued stays as it is. */
const unproven = (kind: string, { payslip: { version }, issuedOn }: IssuedPayslip): ItemFailure => ({
  kind,
  rule: null,
  date: issuedOn,
  ...unprovenWords(version),
});

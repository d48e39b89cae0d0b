import type { Work } from '@passerelle/doors';
import { localeOf } from '@passerelle/i18n';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Members } from '../members/members.service.js';
import type { Missions } from '../missions/missions.service.js';
import { payslipPaper } from '../papers/payslip-paper.js';
import { explainPayslip } from './explanation.js';
import type { IssuedPayslip } from './payslip.js';

/** Payslips to read and keep, drawn for whoever asks: what was issued never changes, so neither does what is drawn. */
export class PayslipPapers {
  constructor(
    private readonly cooperative: Cooperative,
    private readonly members: Members,
    private readonly missions: Missions,
  ) {}

  /** The payslip as a PDF in its worker's language. */
  async draw(work: Work, issued: IssuedPayslip): Promise<Uint8Array> {
    const { request, payslip, reference } = issued;
    const employer = await this.cooperative.entity(work, issued.entity);
    const member = await this.members.member(work, issued.member);
    const worker = issued.mission ? (await this.missions.mission(work, issued.mission)).terms.worker : member;
    return payslipPaper({
      language: member.language,
      locale: localeOf(member.language, employer.country),
      made: new Date(`${issued.issuedOn}T12:00:00Z`),
      number: reference,
      employer,
      worker,
      mission: issued.mission && reference,
      work: request,
      days: request.days,
      payOn: issued.payOn,
      rules: `${payslip.country} ${payslip.version}`,
      gross: payslip.gross,
      taxable: payslip.taxable,
      net: payslip.net,
      cost: payslip.cost,
      lines: explainPayslip(issued, null),
      budget: issued.budget,
    });
  }
}

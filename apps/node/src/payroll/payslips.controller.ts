import { Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  confinedTo,
  CurrentAccount,
  Database,
  notFound,
  ownOnly,
  type Page,
  pageOf,
  PageQuery,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import { recompute } from './payslip-document.js';
import type { IssuedPayslip, PayslipId } from './payslip.js';
import { PostingsBody } from '../books/transactions.bodies.js';
import { PayslipBody, PayslipDetailBody, PayslipsPage, ProofBody } from './payslips.bodies.js';
import { PayslipPapers } from './payslip-papers.service.js';
import { Payslips } from './payslips.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('slip'));

@ApiController('payslips')
export class PayslipsController {
  constructor(
    private readonly database: Database,
    private readonly payslips: Payslips,
    private readonly papers: PayslipPapers,
  ) {}

  @Allow('worker', 'payroll', 'adviser')
  @Get()
  @ApiOperation({ summary: 'Payslips, newest first; a worker sees her own, once they are published' })
  @ApiOkResponse({ type: PayslipsPage })
  async list(@Query() query: PageQuery, @CurrentAccount() account: Account): Promise<Page<PayslipBody>> {
    const after = (query.after() as PayslipId | undefined) ?? null;
    const readBy = confinedTo(account) ?? null;
    const rows = await this.payslips.page(this.database.reading, { after, limit: query.limit + 1, readBy });
    return pageOf(rows, { limit: query.limit, keyOf: ({ id }) => id, show: (issued) => PayslipBody.of(issued) });
  }

  @Allow('worker', 'payroll', 'adviser')
  @Get(':id')
  @ApiOperation({
    summary: 'One payslip, each line explained, compared with the payslip before and summed over the year',
  })
  @ApiOkResponse({ type: PayslipDetailBody })
  async show(@Id() id: PayslipId, @CurrentAccount() account: Account): Promise<PayslipDetailBody> {
    const issued = await this.own(id, account);
    const { reading } = this.database;
    const before = await this.payslips.before(reading, issued);
    return PayslipDetailBody.explained(issued, { before, earlier: await this.payslips.earlierInYear(reading, issued) });
  }

  @Allow('worker', 'payroll', 'adviser')
  @Get(':id/pdf')
  @ApiOperation({ summary: 'The payslip to print and keep, in its worker’s language' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(@Id() id: PayslipId, @CurrentAccount() account: Account): Promise<StreamableFile> {
    const issued = await this.own(id, account);
    const content = await this.papers.draw(this.database.reading, issued);
    const disposition = `attachment; filename="payslip-${issued.reference}.pdf"`;
    return new StreamableFile(content, { type: 'application/pdf', disposition });
  }

  @Allow('worker', 'payroll', 'adviser', 'finance')
  @Get(':id/postings')
  @ApiOperation({ summary: 'What the books say because of a payslip, its payment included' })
  @ApiOkResponse({ type: PostingsBody })
  async postings(@Id() id: PayslipId, @CurrentAccount() account: Account): Promise<PostingsBody> {
    await this.own(id, account);
    return PostingsBody.of(await this.payslips.postings(this.database.reading, id));
  }

  @Allow('payroll', 'adviser')
  @Get(':id/proof')
  @ApiOperation({ summary: 'Ask the rules again what they were asked, and compare line by line' })
  @ApiOkResponse({ type: ProofBody })
  async proof(@Id() id: PayslipId, @CurrentAccount() account: Account): Promise<ProofBody> {
    const { payslip, ...issued } = await this.own(id, account);
    const again = recompute({ ...issued, payslip });
    return Object.assign(new ProofBody(), {
      outcome: again.ok ? 'same' : again.refusal.kind,
      keptVersion: payslip.version,
      askedVersion: again.ok
        ? again.value.version
        : again.refusal.kind === 'differs'
          ? again.refusal.now.version
          : null,
    });
  }

  private async own(id: PayslipId, account: Account): Promise<IssuedPayslip> {
    const issued = await this.payslips.find(this.database.reading, id);
    if (!issued) throw new Problem(notFound);
    ownOnly(account, issued.member);
    // Staff check a payslip before its worker reads it.
    const isHidden = confinedTo(account) !== undefined && !(await this.payslips.isPublished(this.database.reading, id));
    if (isHidden) throw new Problem(notFound);
    return issued;
  }
}

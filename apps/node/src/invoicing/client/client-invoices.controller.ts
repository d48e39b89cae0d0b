import { Controller, Get, Headers, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database, isLanguage, languageOf, notFound, Problem, Public, type Work } from '@passerelle/doors';
import type { Response } from 'express';
import { Cooperative } from '../../cooperative/cooperative.service.js';
import { Confirmations } from '../../missions/confirmations.service.js';
import { pageHeaders } from '../../missions/plain-page.js';
import { clientInvoicePage } from './client-invoice.page.js';
import { deadLinkPage } from './client-order.page.js';
import type { Invoice } from '../invoices/invoice.js';
import { InvoiceLinks } from '../invoices/invoice-links.service.js';
import { Invoices } from '../invoices/invoices.service.js';
import { KeptPapers } from '../papers/kept-papers.service.js';
import type { PaperForm } from '../papers/kept-paper.js';
import { paperFile } from '../papers/paper-file.js';

/** For a client without an account: the invoice that a letter told her of, or of the order that she accepted with the link. */
@ApiExcludeController()
@Controller('c')
export class ClientInvoicesController {
  constructor(
    private readonly database: Database,
    private readonly confirmations: Confirmations,
    private readonly cooperative: Cooperative,
    private readonly invoices: Invoices,
    private readonly links: InvoiceLinks,
    private readonly papers: KeptPapers,
  ) {}

  @Public()
  @Get(':token/invoice')
  async show(
    @Param('token') token: string,
    @Query('lang') asked: string | undefined,
    @Headers('accept-language') spoken: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const work = this.database.reading;
    response.type('html').set(pageHeaders);
    const invoice = await this.find(work, token);
    if (!invoice) {
      response.status(404);
      return deadLinkPage('link-unknown', { token, language: isLanguage(asked) ? asked : languageOf(spoken) });
    }
    const entity = await this.cooperative.entity(work, invoice.entity);
    const language = isLanguage(asked) ? asked : invoice.buyer.language;
    return clientInvoicePage(invoice, { entity, language, today: this.cooperative.today(entity) });
  }

  @Public()
  @Get(':token/invoice.pdf')
  pdf(@Param('token') token: string): Promise<StreamableFile> {
    return this.paper(token, 'pdf');
  }

  @Public()
  @Get(':token/invoice.xml')
  xml(@Param('token') token: string): Promise<StreamableFile> {
    return this.paper(token, 'xml');
  }

  private async paper(token: string, form: PaperForm): Promise<StreamableFile> {
    return this.database.transact(async (work) => {
      const invoice = await this.find(work, token);
      if (!invoice) throw new Problem(notFound);
      const { id, buyer, number } = invoice;
      return paperFile(await this.papers.paper(work, id, form, buyer), `invoice-${number}`);
    });
  }

  private async find(work: Work, token: string): Promise<Invoice | null> {
    const linked = await this.links.invoiceOf(work, token);
    return linked ? this.invoices.find(work, linked) : this.ofOrder(work, token);
  }

  private async ofOrder(work: Work, token: string): Promise<Invoice | null> {
    const accepted = await this.confirmations.acceptedWith(work, token);
    return accepted && this.invoices.ofMission(work, accepted.mission.id);
  }
}

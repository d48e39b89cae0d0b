import { Body, Controller, Get, Headers, Param, Post, Query, Redirect, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  Accepts,
  belongsTo,
  Database,
  isLanguage,
  languageOf,
  notFound,
  Problem,
  ProgramAddress,
  Public,
  type Work,
} from '@passerelle/doors';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Request, Response } from 'express';
import { Cooperative } from '../cooperative/cooperative.service.js';
import type { Invoice } from '../invoicing/invoices/invoice.js';
import { InvoiceLinks } from '../invoicing/invoices/invoice-links.service.js';
import { Invoices } from '../invoicing/invoices/invoices.service.js';
import type { PaperForm } from '../invoicing/papers/kept-paper.js';
import { KeptPapers } from '../invoicing/papers/kept-papers.service.js';
import { paperFile } from '../invoicing/papers/paper-file.js';
import { Confirmations } from '../missions/confirmations.service.js';
import { pageHeaders } from '../missions/plain-page.js';
import { disputedSince } from '../recovery/recovery.js';
import { Recovery } from '../recovery/recovery.service.js';
import { clientInvoicePage } from './client-invoice.page.js';
import { deadLinkPage } from './client-order.page.js';
import { keepTyped, typedIn } from './typed-cookie.js';

/** What the form sends. Without an answer it was only shown in another language. */
class ClientDisputeBody {
  @IsOptional()
  @IsIn(['dispute'])
  answer?: 'dispute';

  /** Browsers count a new line as one sign and send two. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  text?: string;
}

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
    private readonly recovery: Recovery,
    private readonly address: ProgramAddress,
  ) {}

  @Public()
  @Get(':token/invoice')
  async show(
    @Param('token') token: string,
    @Query('lang') asked: string | undefined,
    @Query('reason') reason: string | undefined,
    @Headers('accept-language') spoken: string | undefined,
    @Req() request: Request,
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
    const found = await this.recovery.find(work, invoice.id);
    return clientInvoicePage(invoice, {
      token,
      entity,
      language: isLanguage(asked) ? asked : invoice.buyer.language,
      today: this.cooperative.today(entity),
      disputedSince: disputedSince(found?.events ?? []),
      typed: typedIn(request, 'dispute'),
      isReasonMissing: reason === 'missing',
    });
  }

  /** Something is wrong with it: said once, however often it is sent. The browser is led back to the page. */
  @Public()
  @Accepts('application/x-www-form-urlencoded')
  @Post(':token/invoice/disputes')
  @Redirect()
  async dispute(
    @Param('token') token: string,
    @Query('lang') asked: string | undefined,
    @Body() { answer, text = '' }: ClientDisputeBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly url: string; readonly statusCode: number }> {
    const typed = text.replaceAll('\r\n', '\n');
    const isReasonMissing = answer !== undefined && typed.trim() === '';
    const isSaid = answer !== undefined && !isReasonMissing;
    if (isSaid)
      await this.database.transact(async (work) => {
        belongsTo(work, request.traceparent);
        const invoice = await this.find(work, token);
        // What stands against it, such as a payment meanwhile, the page says itself.
        if (invoice)
          await this.recovery.say(work, invoice.id, { kind: 'disputed', reason: typed.trim(), who: 'client' });
      });
    const path = `/c/${encodeURIComponent(token)}/invoice`;
    const isSecure = this.address.baseUrl.startsWith('https:');
    keepTyped(response, { form: 'dispute', path, text: isSaid ? '' : typed, isSecure });
    const query = new URLSearchParams({
      ...(isLanguage(asked) && { lang: asked }),
      ...(isReasonMissing && { reason: 'missing' }),
    }).toString();
    return { url: query === '' ? path : `${path}?${query}`, statusCode: 303 };
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

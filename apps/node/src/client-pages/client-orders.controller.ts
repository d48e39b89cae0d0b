import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Redirect,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  Accepts,
  belongsTo,
  Database,
  isLanguage,
  type Language,
  languageOf,
  notFound,
  Problem,
  ProgramAddress,
  Public,
} from '@passerelle/doors';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Request, Response } from 'express';
import { NODE_CONFIG, type NodeConfig, zoneOf } from '../config/node-settings.js';
import type { Answer, LinkRefusal } from '../missions/confirmation-link.js';
import { type LinkedOrder, Confirmations } from '../missions/confirmations.service.js';
import { evidenceOf } from '../missions/evidence.js';
import { missionProblems } from '../missions/missions.problems.js';
import { pageHeaders } from '../missions/plain-page.js';
import {
  type OpenOrder,
  acceptedPage,
  answeredPage,
  deadLinkPage,
  orderPage,
  renewedPage,
} from './client-order.page.js';
import { keepTyped, typedIn } from './typed-cookie.js';
import { OrderPapers } from '../invoicing/papers/order-papers.service.js';
import { paperFile } from '../invoicing/papers/paper-file.js';

/** What the form sends. Without an answer it was only shown in another language. */
class ClientAnswerBody {
  @IsOptional()
  @IsIn(['accept', 'changes', 'refuse'])
  answer?: Answer;

  /** Browsers count a new line as one sign and send two. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  text?: string;
}

interface Reader {
  readonly token: string;
  readonly language: Language;
  readonly response: Response;
}

/** Pages without script, with which a client answers an order and keeps it. */
@ApiExcludeController()
@Controller('c')
export class ClientOrdersController {
  private readonly zone: string;

  constructor(
    private readonly database: Database,
    private readonly confirmations: Confirmations,
    private readonly papers: OrderPapers,
    private readonly address: ProgramAddress,
    @Inject(NODE_CONFIG) config: NodeConfig,
  ) {
    this.zone = zoneOf(config);
  }

  @Public()
  @Get(':token')
  async show(
    @Param('token') token: string,
    @Query('lang') asked: string | undefined,
    @Query('reason') reason: string | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const language = await this.language(token, asked, request.headers['accept-language']);
    const typed = typedIn(request, 'order');
    return this.page({ token, response, language }, { typed, isReasonMissing: reason === 'missing' });
  }

  /** Whatever was sent, the browser is led back to the page, so that neither reloading nor going back sends it again. */
  @Public()
  @Accepts('application/x-www-form-urlencoded')
  @Post(':token')
  @Redirect()
  async answer(
    @Param('token') token: string,
    @Query('lang') asked: string | undefined,
    @Body() { answer, text = '' }: ClientAnswerBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly url: string; readonly statusCode: number }> {
    const language = await this.language(token, asked, request.headers['accept-language']);
    const typed = text.replaceAll('\r\n', '\n');
    const isReasonMissing = answer !== undefined && answer !== 'accept' && typed.trim() === '';
    const isAnswered = answer !== undefined && !isReasonMissing && (await this.answered(token, answer, typed, request));
    const path = `/c/${encodeURIComponent(token)}`;
    const isSecure = this.address.baseUrl.startsWith('https:');
    keepTyped(response, { form: 'order', path, text: isAnswered ? '' : typed, isSecure });
    const query = `lang=${language}${isReasonMissing ? '&reason=missing' : ''}`;
    return { url: `${path}?${query}`, statusCode: 303 };
  }

  @Public()
  @Accepts('application/x-www-form-urlencoded')
  @Post(':token/renewals')
  @HttpCode(200)
  async renew(
    @Param('token') token: string,
    @Query('lang') asked: string | undefined,
    @Headers('accept-language') spoken: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await this.database.transact((work) => this.confirmations.askAgain(work, token));
    return html(response, 200, renewedPage(await this.language(token, asked, spoken)));
  }

  @Public()
  @Get(':token/order.pdf')
  pdf(@Param('token') token: string): Promise<StreamableFile> {
    return this.database.transact(async (work) => {
      const open = await this.confirmations.order(work, token);
      if (open.ok) return paperFile(await this.papers.shown(work, open.value), nameOf(open.value));
      const accepted = await this.confirmations.acceptedWith(work, token);
      if (!accepted) throw new Problem(notFound);
      return paperFile(await this.papers.signed(work, accepted), nameOf(accepted));
    });
  }

  /** False when the link takes no answer any more: its page says why. */
  private async answered(token: string, answer: Answer, text: string, request: Request): Promise<boolean> {
    const given = { answer, text, evidence: evidenceOf(request) };
    try {
      await this.database.transact(async (work) => {
        belongsTo(work, request.traceparent);
        missionProblems.valueOf(await this.confirmations.answer(work, token, given));
      });
      return true;
    } catch (error) {
      if (error instanceof Problem) return false;
      throw error;
    }
  }

  /** The order as it stands: open with what was typed, accepted, or why the link no longer works. */
  private page(reader: Reader, form: Pick<OpenOrder, 'typed' | 'isReasonMissing'>): Promise<string> {
    const { token, response, language } = reader;
    return this.database.transact(async (work) => {
      const opened = await this.confirmations.order(work, token);
      if (opened.ok) {
        const order = await this.papers.order(work, opened.value);
        const page = orderPage(order, {
          token,
          language,
          until: opened.value.link.expiresAt,
          zone: this.zone,
          ...form,
        });
        return html(response, 200, page);
      }
      const accepted = await this.confirmations.acceptedWith(work, token);
      if (!accepted) return unanswerable(reader, opened.refusal);
      const { answeredAt, hasPaper } = accepted.link;
      const order = await this.papers.order(work, accepted);
      return html(response, 200, acceptedPage(order, { token, language, at: answeredAt!, zone: this.zone, hasPaper }));
    });
  }

  private async language(token: string, asked?: string, spoken?: string): Promise<Language> {
    if (isLanguage(asked)) return asked;
    return (await this.confirmations.languageOf(this.database.reading, token)) ?? languageOf(spoken);
  }
}

function unanswerable({ token, language, response }: Reader, refusal: LinkRefusal): string {
  if (refusal.kind === 'link-used' && refusal.answer !== 'accept')
    return html(response, 200, answeredPage(refusal.answer, language));
  const kind = refusal.kind === 'link-used' ? 'link-unknown' : refusal.kind;
  return html(response, kind === 'link-unknown' ? 404 : 410, deadLinkPage(kind, { token, language }));
}

const nameOf = ({ mission }: LinkedOrder): string => `order-${mission.terms.reference}`;

function html(response: Response, status: number, page: string): string {
  response.status(status).type('html').set(pageHeaders);
  return page;
}

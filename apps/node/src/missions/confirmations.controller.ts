import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Accepts, ApiController, Database, isLanguage, type Language, Problem, Public } from '@passerelle/doors';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Request, Response } from 'express';
import type { Answer, Evidence } from './confirmation-link.js';
import { deadLinkPage, orderPage, pageStyle, thanksPage } from './confirmation.page.js';
import { Confirmations } from './confirmations.service.js';
import type { Mission } from './mission.js';
import { missionProblems } from './missions.problems.js';

const answers = ['accept', 'changes', 'refuse'] as const;

export class AnswerBody {
  @ApiProperty({ enum: answers })
  @IsIn(answers)
  answer: Answer;

  @ApiPropertyOptional({ type: String, maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  text?: string;
}

/** What a client sees of an order: nothing of the worker but her name and what she does. */
export class OrderBody {
  @ApiProperty({ type: String })
  reference: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  order: object;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until: Date | null;

  static of({ terms, state }: Mission, until: Date | null): OrderBody {
    const { worker, client, work, place, first, last, days, price, reference } = terms;
    const order = { worker, client: client.name, work, place, first, last, days, price: price.toJSON(), state };
    return Object.assign(new OrderBody(), { reference, order, until });
  }
}

/** For programs: the same as the pages below. */
@ApiController('confirmations')
export class ConfirmationsController {
  constructor(
    private readonly database: Database,
    private readonly confirmations: Confirmations,
  ) {}

  @Public()
  @Get(':token')
  @ApiOperation({ summary: 'The order behind a link' })
  @ApiOkResponse({ type: OrderBody })
  async show(@Param('token') token: string): Promise<OrderBody> {
    const opened = await this.database.transact((work) => this.confirmations.order(work, token));
    const { mission, until } = missionProblems.valueOf(opened);
    return OrderBody.of(mission, until);
  }

  @Public()
  @Post(':token')
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept, ask for changes or refuse; a link takes one answer' })
  @ApiOkResponse({ type: OrderBody })
  async answer(@Param('token') token: string, @Body() body: AnswerBody, @Req() request: Request): Promise<OrderBody> {
    const given = { answer: body.answer, text: body.text ?? null, evidence: evidenceOf(request) };
    const mission = await this.database.transact(async (work) =>
      missionProblems.valueOf(await this.confirmations.answer(work, token, given)),
    );
    return OrderBody.of(mission, null);
  }
}

/** For people: pages without script. */
@ApiExcludeController()
@Controller('c')
export class ConfirmationPages {
  constructor(
    private readonly database: Database,
    private readonly confirmations: Confirmations,
  ) {}

  @Public()
  @Get('page.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  style(): string {
    return pageStyle;
  }

  @Public()
  @Get(':token')
  async show(
    @Param('token') token: string,
    @Query('lang') asked: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return this.database.transact(async (work) => {
      const language = await this.language(work, token, asked);
      const opened = await this.confirmations.order(work, token);
      if (!opened.ok) return dead(response, opened.refusal.kind, language);
      return html(response, 200, orderPage(opened.value.mission, { language, until: opened.value.until }));
    });
  }

  @Public()
  @Accepts('application/x-www-form-urlencoded')
  @Post(':token')
  async answer(
    @Param('token') token: string,
    @Query('lang') asked: string | undefined,
    @Body() body: AnswerBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const given = { answer: body.answer, text: body.text ?? null, evidence: evidenceOf(request) };
    const language = await this.language(this.database.reading, token, asked);
    try {
      await this.database.transact(async (work) =>
        missionProblems.valueOf(await this.confirmations.answer(work, token, given)),
      );
      return html(response, 200, thanksPage(body.answer, language));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return this.afterRefusal(token, language, response);
    }
  }

  /** The order again, with the reason that is missing; or why the link no longer works. */
  private async afterRefusal(token: string, language: Language, response: Response): Promise<string> {
    return this.database.transact(async (work) => {
      const opened = await this.confirmations.order(work, token);
      if (!opened.ok) return dead(response, opened.refusal.kind, language);
      const { mission, until } = opened.value;
      return html(response, 422, orderPage(mission, { language, until, needsReason: true }));
    });
  }

  private async language(
    work: Parameters<Confirmations['order']>[0],
    token: string,
    asked?: string,
  ): Promise<Language> {
    if (isLanguage(asked)) return asked;
    return (await this.confirmations.languageOf(work, token)) ?? 'en';
  }
}

function dead(response: Response, kind: Parameters<typeof deadLinkPage>[0], language: Language): string {
  return html(response, kind === 'link-unknown' ? 404 : 410, deadLinkPage(kind, language));
}

function html(response: Response, status: number, page: string): string {
  response.status(status).type('html').set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  return page;
}

const evidenceOf = (request: Request): Evidence => ({
  address: request.ip ?? '',
  userAgent: (request.get('user-agent') ?? '').slice(0, 300),
});

import { Body, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ApiController, belongsTo, Database, Public } from '@passerelle/doors';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Request } from 'express';
import type { Answer } from './confirmation-link.js';
import { Confirmations } from './confirmations.service.js';
import { evidenceOf } from './evidence.js';
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

/** For programs: the same as the pages of clients. */
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
    const { mission, link } = missionProblems.valueOf(opened);
    return OrderBody.of(mission, link.expiresAt);
  }

  @Public()
  @Post(':token')
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept, ask for changes or refuse; a link takes one answer' })
  @ApiOkResponse({ type: OrderBody })
  async answer(@Param('token') token: string, @Body() body: AnswerBody, @Req() request: Request): Promise<OrderBody> {
    const given = { answer: body.answer, text: body.text ?? null, evidence: evidenceOf(request) };
    const mission = await this.database.transact(async (work) => {
      belongsTo(work, request.traceparent);
      return missionProblems.valueOf(await this.confirmations.answer(work, token, given));
    });
    return OrderBody.of(mission, null);
  }
}

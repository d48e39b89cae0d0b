import { Body, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  belongsTo,
  CurrentAccount,
  Database,
  notFound,
  Problem,
} from '@passerelle/doors';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { Request } from 'express';
import { Stuck } from './stuck.service.js';
import type { StuckDecision, StuckMessage } from './stuck.js';

const shownMax = 200;
const actions = ['retry', 'pause', 'resume', 'park'] as const;

export class StuckOrderBody {
  @ApiProperty({ enum: actions, description: 'Park means: nothing follows from it any more, and its sender hears so.' })
  @IsIn(actions as readonly string[] as string[])
  action: StuckDecision['action'];

  @ApiProperty({ type: String, example: 'Its mission was cancelled by telephone.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  reason: string;
}

/** A message of another node that a room failed on. */
export class StuckBody {
  @ApiProperty({ type: String })
  peer: string;

  @ApiProperty({ type: String })
  seq: string;

  @ApiProperty({ type: String, example: 'mission.report' })
  type: string;

  @ApiProperty({ type: String, description: 'What went wrong the last time.' })
  error: string;

  @ApiProperty({ type: Number })
  attempts: number;

  @ApiProperty({ type: String, format: 'date-time' })
  since: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null while it is paused.' })
  nextTryAt: Date | null;

  static of({ seq, peer, type, error, attempts, since, nextTryAt }: StuckMessage): StuckBody {
    return Object.assign(new StuckBody(), { seq: `${seq}`, peer, type, error, attempts, since, nextTryAt });
  }
}

@ApiController('stuck')
export class StuckController {
  constructor(
    private readonly database: Database,
    private readonly stuck: Stuck,
  ) {}

  @Allow('finance', 'sysadmin')
  @Get()
  @ApiOperation({
    summary: 'Messages of other nodes that a room failed on: why, since when, and when it is tried again',
  })
  @ApiOkResponse({ type: [StuckBody] })
  async list(): Promise<readonly StuckBody[]> {
    return (await this.stuck.list(this.database.reading, shownMax)).map((each) => StuckBody.of(each));
  }

  @Allow('sysadmin')
  @Post(':node/:seq')
  @HttpCode(200)
  @ApiOperation({ summary: 'Retry now, pause, resume, or park for good, with a reason that is kept' })
  @ApiOkResponse({ type: StuckBody })
  async decide(
    @Param('node') node: string,
    @Param('seq') seq: string,
    @Body() { action, reason }: StuckOrderBody,
    @CurrentAccount() account: Account,
    @Req() { traceparent }: Request,
  ): Promise<StuckBody> {
    if (!/^[1-9]\d{0,17}$/.test(seq)) throw new Problem(notFound);
    const order = { action, reason: reason.normalize('NFC'), by: account.id };
    const decided = await this.database.transact((work) => {
      belongsTo(work, traceparent);
      return this.stuck.order(work, node, BigInt(seq), order);
    });
    if (!decided.ok) throw new Problem(notFound);
    return StuckBody.of(decided.value);
  }
}

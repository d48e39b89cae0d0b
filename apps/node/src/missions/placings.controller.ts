import { Body, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  type Answer,
  ApiController,
  CurrentAccount,
  Database,
  Idempotency,
  MovesMoney,
  PublicIdPipe,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { EntityId } from '../cooperative/legal-entity.js';
import { ReasonBody } from './missions.bodies.js';
import type { OpeningId } from './placing.js';
import { NewOpeningBody, OpeningBody, OpeningsBody } from './placings.bodies.js';
import { placingProblems } from './placings.problems.js';
import { Placings } from './placings.service.js';

@ApiController('placing-openings')
export class PlacingsController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly placings: Placings,
  ) {}

  @Allow('adviser', 'payroll', 'finance', 'sysadmin')
  @Get()
  @ApiOperation({
    summary: 'Between which countries hosts may direct our workers, or we theirs, and who answers for it',
  })
  @ApiOkResponse({ type: OpeningsBody })
  async list(): Promise<OpeningsBody> {
    return OpeningsBody.of(await this.placings.all(this.database.reading));
  }

  @Allow('adviser', 'sysadmin')
  @MovesMoney()
  @Post()
  @ApiOperation({ summary: 'Allow placing between two countries, with the reason' })
  @ApiCreatedResponse({ type: OpeningBody })
  open(@Body() body: NewOpeningBody, @CurrentAccount() account: Account, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const { home, host, reason } = body;
      const wish = { entity: body.entity as EntityId, home, host, reason };
      const opened = placingProblems.valueOf(await this.placings.open(work, wish, account.id));
      return { status: 201, body: OpeningBody.of(opened) };
    });
  }

  @Allow('adviser', 'sysadmin')
  @MovesMoney()
  @Post(':id/close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse placing between the two countries again; missions agreed meanwhile stay agreed' })
  @ApiOkResponse({ type: OpeningBody })
  close(
    @Param('id', new PublicIdPipe('opn')) id: OpeningId,
    @Body() { reason }: ReasonBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const closed = placingProblems.valueOf(await this.placings.close(work, id, reason, account.id));
      return { status: 200, body: OpeningBody.of(closed) };
    });
  }
}

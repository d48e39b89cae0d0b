import { Body, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  Allow,
  type Answer,
  ApiController,
  AsSeen,
  Database,
  Idempotency,
  MovesMoney,
  notFound,
  type Page,
  pageOf,
  Problem,
  PublicIdPipe,
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Result } from '@passerelle/values';
import type { Request } from 'express';
import { Peers } from '../../peers/peers.service.js';
import type { KeptObligation, ObligationId } from './obligation.js';
import {
  BlockedBody,
  RejectionBody,
  CorrectionBody,
  DisputeBody,
  ObligationBody,
  ObligationFormBody,
  ObligationFormsBody,
  ObligationsPageBody,
  ObligationsQuery,
  OutcomeBody,
  ProposedBody,
} from './obligations.bodies.js';
import { PairSettlements } from '../partners/pair-settlements.service.js';
import { type ObligationRefused, Obligations } from './obligations.service.js';
import { listProblem, obligationFields, obligationProblems } from '../settlement.problems.js';

type Decide = (work: Work) => Promise<Result<KeptObligation, ObligationRefused>>;

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('obl'));

@ApiController('obligations')
export class ObligationsController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly obligations: Obligations,
    private readonly pairSettlements: PairSettlements,
    private readonly peers: Peers,
    private readonly versions: Versions,
  ) {}

  @Allow('finance', 'adviser')
  @Get()
  @ApiOperation({ summary: 'Debts between this branch and others, newest first' })
  @ApiOkResponse({ type: ObligationsPageBody })
  async list(@Query() query: ObligationsQuery): Promise<Page<ObligationBody>> {
    const { limit, peer = null, state = null } = query;
    const after = (query.after() as ObligationId | undefined) ?? null;
    const rows = await this.obligations.page(this.database.reading, { after, limit: limit + 1, peer, state });
    return pageOf(rows, { limit, keyOf: ({ id }) => id, show: (kept) => ObligationBody.of(kept) });
  }

  @Allow('finance', 'adviser')
  @Get('blocked')
  @ApiOperation({ summary: 'What is owed for missions and cannot be proposed yet, with the reason' })
  @ApiOkResponse({ type: [BlockedBody] })
  async blocked(): Promise<readonly BlockedBody[]> {
    return (await this.obligations.blocked(this.database.reading)).map((each) => BlockedBody.of(each));
  }

  @Allow('finance', 'adviser')
  @Versioned()
  @Get(':id')
  @ApiOperation({ summary: 'One debt' })
  @ApiOkResponse({ type: ObligationBody })
  async show(@Id() id: ObligationId): Promise<ObligationBody> {
    const kept = await this.obligations.find(this.database.reading, id);
    if (!kept) throw new Problem(notFound);
    return ObligationBody.of(kept);
  }

  @Allow('finance')
  @MovesMoney()
  @Post()
  @ApiOperation({ summary: 'Propose a debt that no mission makes, such as a shared cost' })
  @ApiCreatedResponse({ type: ObligationBody })
  propose(@Body() body: ObligationFormBody, @Req() request: Request): Promise<Answer> {
    return this.once(request, 201, (work) => this.obligations.proposeByHand(work, body.toForm(this.peers.me)));
  }

  @Allow('finance')
  @MovesMoney()
  @Post('list')
  @ApiOperation({ summary: 'Propose a list of debts, as from a table of shared costs: all of them or none' })
  @ApiCreatedResponse({ type: ProposedBody })
  proposeList(@Body() { obligations }: ObligationFormsBody, @Req() request: Request): Promise<Answer> {
    const forms = obligations.map((each) => each.toForm(this.peers.me));
    return this.idempotency.once(request, async (work) => {
      const proposed = await this.obligations.proposeAll(work, forms);
      if (!proposed.ok) throw listProblem(proposed.refusal);
      return { status: 201, body: { items: proposed.value.map((each) => ObligationBody.of(each)) } };
    });
  }

  @Allow('finance')
  @MovesMoney()
  @AsSeen()
  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Agree that this branch owes it: both are bound' })
  @ApiOkResponse({ type: ObligationBody })
  accept(@Id() id: ObligationId, @Req() request: Request): Promise<Answer> {
    return this.on(request, id, (work) => this.obligations.accept(work, id));
  }

  @Allow('finance')
  @MovesMoney()
  @AsSeen()
  @Post(':id/reject')
  @HttpCode(200)
  @ApiOperation({ summary: 'Reject a proposal of the other branch, with a code that it reads' })
  @ApiOkResponse({ type: ObligationBody })
  reject(@Id() id: ObligationId, @Body() { code }: RejectionBody, @Req() request: Request): Promise<Answer> {
    return this.on(request, id, (work) => this.obligations.reject(work, id, code));
  }

  @Allow('finance')
  @MovesMoney()
  @AsSeen()
  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take an own proposal back, unless it was accepted meanwhile' })
  @ApiOkResponse({ type: ObligationBody })
  withdraw(@Id() id: ObligationId, @Req() request: Request): Promise<Answer> {
    return this.on(request, id, (work) => this.obligations.withdraw(work, id));
  }

  @Allow('finance')
  @MovesMoney()
  @AsSeen()
  @Post(':id/dispute')
  @HttpCode(200)
  @ApiOperation({ summary: 'Hold an agreed debt back from the cycles' })
  @ApiOkResponse({ type: ObligationBody })
  dispute(@Id() id: ObligationId, @Body() body: DisputeBody, @Req() request: Request): Promise<Answer> {
    const { code, evidence } = body;
    return this.on(request, id, (work) => this.obligations.dispute(work, id, { code, evidence }));
  }

  @Allow('finance')
  @MovesMoney()
  @AsSeen()
  @Post(':id/close-dispute')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say how the dispute ends; it ends when both branches say the same' })
  @ApiOkResponse({ type: ObligationBody })
  closeDispute(@Id() id: ObligationId, @Body() { outcome }: OutcomeBody, @Req() request: Request): Promise<Answer> {
    return this.on(request, id, async (work) => {
      const kept = await this.obligations.find(work, id);
      const closed = kept && (await this.pairSettlements.closedFor(work, kept.peer));
      return this.obligations.closeDispute(work, id, outcome, closed);
    });
  }

  @Allow('finance')
  @MovesMoney()
  @AsSeen()
  @Post(':id/correct')
  @ApiOperation({ summary: 'Propose a correction: a debt the other way, for at most the same amount' })
  @ApiCreatedResponse({ type: ObligationBody })
  correct(@Id() id: ObligationId, @Body() { amount, text }: CorrectionBody, @Req() request: Request): Promise<Answer> {
    const correction = { amount: amount.toMoney(), text: text.normalize('NFC') };
    return this.once(request, 201, async (work) => {
      await this.asSeen(work, request, id);
      return this.obligations.correct(work, id, correction);
    });
  }

  private on(request: Request, id: ObligationId, decide: Decide): Promise<Answer> {
    return this.once(request, 200, async (work) => {
      await this.asSeen(work, request, id);
      return decide(work);
    });
  }

  private asSeen(work: Work, request: Request, id: ObligationId): Promise<void> {
    const show = async (): Promise<ObligationBody> => {
      const kept = await this.obligations.find(work, id);
      if (!kept) throw new Problem(notFound);
      return ObligationBody.of(kept);
    };
    return this.versions.unchanged(work, request, { thing: id, show, of: obligationFields });
  }

  private once(request: Request, status: number, decide: Decide): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const decided = obligationProblems.valueOf(await decide(work));
      return { status, body: ObligationBody.of(decided) };
    });
  }
}

import { Body, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  type Answer,
  ApiController,
  ByAPerson,
  confinedTo,
  CurrentAccount,
  Database,
  Idempotency,
  MovesMoney,
  notFound,
  ownOnly,
  type Page,
  pageOf,
  Problem,
  PublicIdPipe,
  type Work,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { MemberId } from '../members/member.js';
import { evidenceOf } from '../missions/evidence.js';
import type { MissionId } from '../missions/mission.js';
import type { Contract, ContractId } from './contract.js';
import { ContractBody, ContractsPage, ContractsQuery, MonthlyContractsBody, SignBody } from './contracts.bodies.js';
import { contractProblems } from './contracts.problems.js';
import { Contracts } from './contracts.service.js';
import { MonthlyContracts } from './monthly-contracts.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('ctr'));

const shown = (contracts: Contracts, contract: Contract): ContractBody =>
  ContractBody.of(contract, contracts.isLate(contract));

@ApiController('contracts')
export class ContractsController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly contracts: Contracts,
  ) {}

  @Allow('worker', 'adviser', 'payroll')
  @Get()
  @ApiOperation({ summary: 'Contracts of workers for missions and by the month, newest first; a worker sees her own' })
  @ApiOkResponse({ type: ContractsPage })
  async list(@Query() query: ContractsQuery, @CurrentAccount() account: Account): Promise<Page<ContractBody>> {
    const { limit, state = null } = query;
    const after = (query.after() as ContractId | undefined) ?? null;
    const member = (confinedTo(account) as MemberId | undefined) ?? null;
    const rows = await this.contracts.page(this.database.reading, { after, limit: limit + 1, member, state });
    return pageOf(rows, { limit, keyOf: ({ id }) => id, show: (contract) => shown(this.contracts, contract) });
  }

  @Allow('worker', 'adviser', 'payroll')
  @Get(':id/pdf')
  @ApiOperation({ summary: 'The contract, with the proof once it is signed: both sides get the same bytes' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(@Id() id: ContractId, @CurrentAccount() account: Account): Promise<StreamableFile> {
    const { reference, version } = await this.own(this.database.reading, id, account);
    const file = await this.contracts.file(this.database.reading, id);
    if (!file) throw new Problem(notFound);
    const disposition = `attachment; filename="contract-${reference}-${version}.pdf"`;
    return new StreamableFile(file, { type: 'application/pdf', disposition });
  }

  @Allow('worker')
  @ByAPerson()
  @MovesMoney()
  @Post(':id/sign')
  @HttpCode(200)
  @ApiOperation({ summary: 'The worker signs what she has read; the place and the moment become part of the contract' })
  @ApiOkResponse({ type: ContractBody })
  sign(
    @Id() id: ContractId,
    @Body() { sha256 }: SignBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      await this.own(work, id, account);
      const signed = await this.contracts.sign(work, id, { account, sha256, evidence: evidenceOf(request) });
      return { status: 200, body: shown(this.contracts, contractProblems.valueOf(signed)) };
    });
  }

  private async own(work: Work, id: ContractId, account: Account): Promise<Contract> {
    const contract = await this.contracts.find(work, id);
    if (!contract) throw new Problem(notFound);
    ownOnly(account, contract.member);
    return contract;
  }
}

@ApiController('missions')
export class MissionContractsController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly contracts: Contracts,
  ) {}

  @Allow('adviser', 'payroll')
  @MovesMoney()
  @Post(':id/contract')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Write the contract where it could not be written by itself; the one there is, is answered',
  })
  @ApiOkResponse({ type: ContractBody })
  offer(@Param('id', new PublicIdPipe('mis')) id: MissionId, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const offered = contractProblems.valueOf(await this.contracts.offer(work, id));
      return { status: 200, body: shown(this.contracts, offered) };
    });
  }
}

@ApiController('members')
export class MonthlyContractsController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly contracts: Contracts,
    private readonly monthly: MonthlyContracts,
  ) {}

  @Allow('adviser', 'payroll')
  @MovesMoney()
  @Post(':id/wage-plan/contract')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Write the contract of a monthly wage where it could not be written by itself; those there are, are answered',
  })
  @ApiOkResponse({ type: MonthlyContractsBody })
  offer(@Param('id', new PublicIdPipe('mem')) id: MemberId, @Req() request: Request): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const offered = contractProblems.valueOf(await this.monthly.offer(work, id));
      return { status: 200, body: { items: offered.map((contract) => shown(this.contracts, contract)) } };
    });
  }
}

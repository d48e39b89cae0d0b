import { Body, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  CurrentAccount,
  Database,
  notFound,
  Problem,
  PublicIdPipe,
  type Work,
} from '@passerelle/doors';
import {
  EntityAccountsBody,
  EntitiesBody,
  EntityBody,
  NewEntityAccountBody,
  NewEntityBody,
  NewPolicyBody,
  PoliciesBody,
  PolicyBody,
} from './cooperative.bodies.js';
import { cooperativeProblems } from './cooperative.problems.js';
import { Cooperative } from './cooperative.service.js';
import type { EntityId } from './legal-entity.js';

@ApiController('entities')
export class CooperativeController {
  constructor(
    private readonly database: Database,
    private readonly cooperative: Cooperative,
  ) {}

  @Allow('adviser', 'payroll', 'finance', 'sysadmin')
  @Get()
  @ApiOperation({ summary: 'The legal entities of this branch' })
  @ApiOkResponse({ type: EntitiesBody })
  async list(): Promise<EntitiesBody> {
    const entities = await this.cooperative.entities(this.database.reading);
    return EntitiesBody.of(entities);
  }

  @Allow('sysadmin')
  @Post()
  @ApiOperation({ summary: 'Add a legal entity; the same VAT number again answers with the one there is' })
  @ApiCreatedResponse({ type: EntityBody })
  async add(@Body() body: NewEntityBody): Promise<EntityBody> {
    return this.database.transact(async (work) => EntityBody.of(await this.cooperative.add(work, body)));
  }

  @Allow('adviser', 'payroll', 'finance', 'sysadmin')
  @Get(':id/accounts')
  @ApiOperation({ summary: 'The bank accounts of an entity, one in each currency' })
  @ApiOkResponse({ type: EntityAccountsBody })
  accounts(@Param('id', new PublicIdPipe('ent')) id: EntityId): Promise<EntityAccountsBody> {
    return this.accountsOf(this.database.reading, id);
  }

  @Allow('sysadmin')
  @Post(':id/accounts')
  @ApiOperation({ summary: 'Add a bank account in a further currency; the same again changes nothing' })
  @ApiCreatedResponse({ type: EntityAccountsBody })
  addAccount(
    @Param('id', new PublicIdPipe('ent')) entity: EntityId,
    @Body() { currency, iban, bic }: NewEntityAccountBody,
  ): Promise<EntityAccountsBody> {
    return this.database.transact(async (work) => {
      cooperativeProblems.valueOf(await this.cooperative.addAccount(work, { entity, currency, iban, bic }));
      return this.accountsOf(work, entity);
    });
  }

  @Allow('adviser', 'payroll', 'finance', 'sysadmin')
  @Get(':id/policies')
  @ApiOperation({ summary: 'What the members of an entity decided, each value from its day on' })
  @ApiOkResponse({ type: PoliciesBody })
  async policies(@Param('id', new PublicIdPipe('ent')) id: EntityId): Promise<PoliciesBody> {
    const entity = await this.cooperative.find(this.database.reading, id);
    if (!entity) throw new Problem(notFound);
    const decisions = await this.cooperative.decisions(this.database.reading, id);
    return PoliciesBody.of(decisions, this.cooperative.today(entity));
  }

  @Allow('finance', 'sysadmin')
  @Post(':id/policies')
  @ApiOperation({ summary: 'Record a decision of the members; nothing is ever edited' })
  @ApiCreatedResponse({ type: PolicyBody })
  async decide(
    @Param('id', new PublicIdPipe('ent')) entity: EntityId,
    @Body() { policy, from, value, decision }: NewPolicyBody,
    @CurrentAccount() account: Account,
  ): Promise<PolicyBody> {
    const decided = await this.database.transact((work) =>
      this.cooperative.decide(work, { entity, policy, from, value, decision }, account.id),
    );
    return PolicyBody.of(cooperativeProblems.valueOf(decided));
  }

  private async accountsOf(work: Work, id: EntityId): Promise<EntityAccountsBody> {
    const accounts = await this.cooperative.accounts(work);
    return EntityAccountsBody.of(accounts.filter(({ entity }) => entity === id));
  }
}

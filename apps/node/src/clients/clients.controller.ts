import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  confinedTo,
  CurrentAccount,
  Database,
  notFound,
  ownOnly,
  type Page,
  pageOf,
  PageQuery,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { ClientId } from './client.js';
import { ClientBody, ClientsPage, NewClientBody } from './clients.bodies.js';
import { clientProblems } from './clients.problems.js';
import { Clients } from './clients.service.js';

@ApiController('clients')
export class ClientsController {
  constructor(
    private readonly database: Database,
    private readonly clients: Clients,
  ) {}

  @Allow('worker', 'adviser', 'finance')
  @Get()
  @ApiOperation({ summary: 'Clients; a worker sees those she brought' })
  @ApiOkResponse({ type: ClientsPage })
  async list(@Query() query: PageQuery, @CurrentAccount() account: Account): Promise<Page<ClientBody>> {
    const after = (query.after() as ClientId | undefined) ?? null;
    const broughtBy = confinedTo(account) ?? null;
    const rows = await this.clients.page(this.database.reading, { after, limit: query.limit + 1, broughtBy });
    return pageOf(rows, { limit: query.limit, keyOf: ({ id }) => id, show: (client) => ClientBody.of(client) });
  }

  @Allow('worker', 'adviser', 'finance')
  @Get(':id')
  @ApiOperation({ summary: 'One client' })
  @ApiOkResponse({ type: ClientBody })
  async show(
    @Param('id', new PublicIdPipe('cli')) id: ClientId,
    @CurrentAccount() account: Account,
  ): Promise<ClientBody> {
    const found = await this.clients.find(this.database.reading, id);
    if (!found) throw new Problem(notFound);
    ownOnly(account, found.broughtBy ?? '');
    return ClientBody.of(found.client);
  }

  @Allow('worker', 'adviser')
  @Post()
  @ApiOperation({ summary: 'Add a client; the same VAT number again answers with the one there is' })
  @ApiCreatedResponse({ type: ClientBody })
  async add(
    @Body() { entity, vatNumber, ...body }: NewClientBody,
    @CurrentAccount() account: Account,
  ): Promise<ClientBody> {
    const broughtBy = confinedTo(account) ?? null;
    const given = { ...body, entity: entity as EntityId, vatNumber: vatNumber ?? null };
    const added = await this.database.transact((work) => this.clients.add(work, given, broughtBy));
    return ClientBody.of(clientProblems.valueOf(added));
  }
}

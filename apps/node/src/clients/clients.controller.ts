import { Body, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  AsSeen,
  Clock,
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
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { Client, ClientId } from './client.js';
import { ClientBody, ClientsPage, ClientTaxBody, NewClientBody, NewViesAnswerBody } from './clients.bodies.js';
import { answerProblems, clientProblems, taxFields, taxProblems } from './clients.problems.js';
import { Clients } from './clients.service.js';

@ApiController('clients')
export class ClientsController {
  constructor(
    private readonly database: Database,
    private readonly clients: Clients,
    private readonly clock: Clock,
    private readonly versions: Versions,
  ) {}

  @Allow('worker', 'adviser', 'finance')
  @Get()
  @ApiOperation({ summary: 'Clients; a worker sees those she brought' })
  @ApiOkResponse({ type: ClientsPage })
  async list(@Query() query: PageQuery, @CurrentAccount() account: Account): Promise<Page<ClientBody>> {
    const after = (query.after() as ClientId | undefined) ?? null;
    const broughtBy = confinedTo(account) ?? null;
    const work = this.database.reading;
    const rows = await this.clients.page(work, { after, limit: query.limit + 1, broughtBy });
    const taxes = await this.clients.taxes(
      work,
      rows.map(({ id }) => id),
    );
    const show = (client: Client): ClientBody => ClientBody.of(client, taxes.get(client.id)!);
    return pageOf(rows, { limit: query.limit, keyOf: ({ id }) => id, show });
  }

  @Allow('worker', 'adviser', 'finance')
  @Versioned()
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
    return this.shown(this.database.reading, found.client);
  }

  @Allow('worker', 'adviser')
  @Post()
  @ApiOperation({ summary: 'Add a client; the same VAT number again answers with the one there is' })
  @ApiCreatedResponse({ type: ClientBody })
  async add(
    @Body() { entity, vatNumber, status, ...body }: NewClientBody,
    @CurrentAccount() account: Account,
  ): Promise<ClientBody> {
    const broughtBy = confinedTo(account) ?? null;
    const given = { ...body, entity: entity as EntityId, vatNumber: vatNumber ?? null };
    return this.database.transact(async (work) => {
      const added = await this.clients.add(work, given, broughtBy, status ?? null);
      return this.shown(work, clientProblems.valueOf(added));
    });
  }

  /** The same words again change nothing, so that it needs no key. */
  @Allow('adviser', 'finance')
  @AsSeen()
  @Put(':id/tax')
  @ApiOperation({ summary: 'Say as what the client buys and under which VAT number' })
  @ApiOkResponse({ type: ClientBody })
  sayTax(
    @Param('id', new PublicIdPipe('cli')) id: ClientId,
    @Body() { status, vatNumber = null }: ClientTaxBody,
    @Req() request: Request,
  ): Promise<ClientBody> {
    return this.database.transact(async (work) => {
      const show = async (): Promise<ClientBody> => {
        const found = await this.clients.find(work, id);
        if (!found) throw new Problem(notFound);
        return this.shown(work, found.client);
      };
      await this.versions.unchanged(work, request, { thing: id, show, of: taxFields });
      const said = await this.clients.sayTax(work, id, { status, vatNumber });
      return this.shown(work, taxProblems.valueOf(said));
    });
  }

  /** An answer is known by its number and time, so that it needs no key. */
  @Allow('finance')
  @Post(':id/vies-answers')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record what VIES said of the VAT number; the same answer again changes nothing' })
  @ApiOkResponse({ type: ClientBody })
  recordAnswer(
    @Param('id', new PublicIdPipe('cli')) id: ClientId,
    @Body() { at, valid, consultationNumber = null }: NewViesAnswerBody,
    @CurrentAccount() account: Account,
  ): Promise<ClientBody> {
    const answer = { at: new Date(at), valid, consultationNumber };
    return this.database.transact(async (work) => {
      const recorded = await this.clients.recordAnswer(work, id, answer, { by: account.id, now: this.clock.now() });
      return this.shown(work, answerProblems.valueOf(recorded));
    });
  }

  private async shown(work: Work, client: Client): Promise<ClientBody> {
    const taxes = await this.clients.taxes(work, [client.id]);
    return ClientBody.of(client, taxes.get(client.id)!);
  }
}

import { Body, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  type Answer,
  ApiController,
  AsSeen,
  CurrentAccount,
  Database,
  Idempotency,
  MovesMoney,
  notFound,
  type Page,
  pageOf,
  Problem,
  PublicIdPipe,
  type Shown,
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Request } from 'express';
import { type Declaration, type DeclarationId, fileOf } from './declaration.js';
import {
  AcceptedBody,
  DeclarationBody,
  DeclarationDetailBody,
  DeclarationsPage,
  DeclarationsQuery,
  declarationVersion,
  RefusedBody,
  SaidBody,
} from './declarations.bodies.js';
import { declarationText } from './declaration-text.js';
import { declarationFields, declarationProblems, fieldOf, notOfRubrics } from './declarations.problems.js';
import { Declarations } from './declarations.service.js';

type Step = Parameters<Declarations['step']>[2];
type Stepped = Awaited<ReturnType<Declarations['step']>>;
/** What of a declaration the step rests on. */
type Seen = Pick<Shown, 'of' | 'changedAt'>;

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('decl'));

@ApiController('declarations')
export class DeclarationsController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly declarations: Declarations,
    private readonly versions: Versions,
  ) {}

  @Allow('payroll')
  @Get()
  @ApiOperation({ summary: 'What authorities are to be told about work and pay, that due first before the rest' })
  @ApiOkResponse({ type: DeclarationsPage })
  async list(@Query() query: DeclarationsQuery, @CurrentAccount() account: Account): Promise<Page<DeclarationBody>> {
    const after = (query.after() as DeclarationId | undefined) ?? null;
    const page = { after, limit: query.limit + 1, states: query.states() };
    const rows = await this.declarations.page(this.database.reading, page);
    const show = (row: (typeof rows)[number]): DeclarationBody => DeclarationBody.of(row, account.language);
    return pageOf(rows, { limit: query.limit, keyOf: ({ id }) => id, show });
  }

  @Allow('payroll')
  @Versioned(declarationVersion)
  @Get(':id')
  @ApiOperation({ summary: 'One declaration: every field with its source, and what became of it' })
  @ApiOkResponse({ type: DeclarationDetailBody })
  async show(@Id() id: DeclarationId, @CurrentAccount() account: Account): Promise<DeclarationDetailBody> {
    return this.whole(await this.found(id), account);
  }

  @Allow('payroll')
  @Get(':id/xml')
  @ApiOperation({ summary: 'The declaration as a file, by the authority’s own names' })
  @ApiProduces('application/xml')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async xml(@Id() id: DeclarationId): Promise<StreamableFile> {
    const declaration = await this.found(id);
    const { xml } = await this.declarations.check(declaration);
    const disposition = `attachment; filename="${declaration.form.id}-${declaration.number}.xml"`;
    return new StreamableFile(Buffer.from(xml), { type: 'application/xml', disposition });
  }

  @Allow('payroll')
  @Get(':id/text')
  @ApiOperation({ summary: 'The declaration as the lines of rubrics that the French norm asks for' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async text(@Id() id: DeclarationId): Promise<StreamableFile> {
    const declaration = await this.found(id);
    const text = declarationText(declaration.form, fileOf(declaration).fields);
    if (text === null) throw new Problem(notOfRubrics);
    const disposition = `attachment; filename="${declaration.form.id}-${declaration.number}.txt"`;
    return new StreamableFile(Buffer.from(text), { type: 'text/plain; charset=utf-8', disposition });
  }

  @Allow('payroll')
  @MovesMoney()
  @AsSeen()
  @Post(':id/fields')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say what the node does not know of one field, or correct it, after a refusal too' })
  @ApiOkResponse({ type: DeclarationDetailBody })
  say(
    @Id() id: DeclarationId,
    @Body() { name, value }: SaidBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    const step: Step = { kind: 'said', fields: { [name]: value ?? null } };
    return this.step(request, account, id, step, { of: fieldOf('fields', name), changedAt: ['/fields'] });
  }

  @Allow('payroll')
  @MovesMoney()
  @AsSeen()
  @Post(':id/stated')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Record what the authority states that it has of one field, to see where it differs from ours',
  })
  @ApiOkResponse({ type: DeclarationDetailBody })
  state(
    @Id() id: DeclarationId,
    @Body() { name, value }: SaidBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    const step: Step = { kind: 'stated', fields: { [name]: value ?? null } };
    return this.step(request, account, id, step, { of: fieldOf('stated', name), changedAt: ['/stated'] });
  }

  @Allow('payroll')
  @MovesMoney()
  @AsSeen()
  @Post(':id/sent')
  @HttpCode(200)
  @ApiOperation({ summary: 'It was handed in to the authority' })
  @ApiOkResponse({ type: DeclarationDetailBody })
  send(@Id() id: DeclarationId, @CurrentAccount() account: Account, @Req() request: Request): Promise<Answer> {
    const send = (work: Work): Promise<Stepped> => this.declarations.send(work, id, account.id);
    return this.once(request, account, id, send, { of: declarationFields });
  }

  @Allow('payroll')
  @MovesMoney()
  @AsSeen()
  @Post(':id/accepted')
  @HttpCode(200)
  @ApiOperation({ summary: 'The authority accepted it' })
  @ApiOkResponse({ type: DeclarationDetailBody })
  accept(
    @Id() id: DeclarationId,
    @Body() { reference }: AcceptedBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.step(request, account, id, { kind: 'accepted', reference });
  }

  @Allow('payroll')
  @MovesMoney()
  @AsSeen()
  @Post(':id/refused')
  @HttpCode(200)
  @ApiOperation({ summary: 'The authority refused it, and said why' })
  @ApiOkResponse({ type: DeclarationDetailBody })
  refuse(
    @Id() id: DeclarationId,
    @Body() { field, reason }: RefusedBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.step(request, account, id, { kind: 'refused', field: field ?? null, reason });
  }

  private step(
    request: Request,
    account: Account,
    id: DeclarationId,
    step: Step,
    seen: Seen = { of: { state: declarationFields.state } },
  ): Promise<Answer> {
    return this.once(request, account, id, (work) => this.declarations.step(work, id, step, account.id), seen);
  }

  private once(
    request: Request,
    account: Account,
    id: DeclarationId,
    take: (work: Work) => Promise<Stepped>,
    seen: Seen,
  ): Promise<Answer> {
    return this.idempotency.once(request, async (work) => {
      const show = async (): Promise<object> =>
        declarationVersion(await this.whole(await this.found(id, work), account));
      await this.versions.unchanged(work, request, { thing: id, show, ...seen });
      const stepped = declarationProblems.valueOf(await take(work));
      return { status: 200, body: await this.whole(stepped, account) };
    });
  }

  private async whole(declaration: Declaration, { language }: Account): Promise<DeclarationDetailBody> {
    return DeclarationDetailBody.whole(declaration, await this.declarations.check(declaration), language);
  }

  private async found(id: DeclarationId, work: Work = this.database.reading): Promise<Declaration> {
    const found = await this.declarations.find(work, id);
    if (!found) throw new Problem(notFound);
    return found;
  }
}

import { Get, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
} from '@nestjs/swagger';
import {
  Accepts,
  type Account,
  Allow,
  ApiController,
  confinedTo,
  CurrentAccount,
  Database,
  type LargeBody,
  notFound,
  ownOnly,
  type Page,
  pageOf,
  PageQuery,
  Problem,
  PublicId,
  PublicIdPipe,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import { Missions } from '../missions/missions.service.js';
import { type A1DocumentId, a1MediaTypes } from './a1-document.js';
import { A1DocumentBody, A1DocumentsPage } from './a1-documents.bodies.js';
import { documentProblems } from './a1-documents.problems.js';
import { A1Documents } from './a1-documents.service.js';

/** A scanned letter is larger than the usual JSON. */
export const a1Files: LargeBody = { path: '/api/v1/a1-documents', types: a1MediaTypes, limitMb: 10 };

export class AboutQuery {
  @ApiProperty({ type: String, example: 'mis_019a0000000070008000000000000001', description: 'About whose mission.' })
  @PublicId('mis')
  mission: MissionId;
}

@ApiController('a1-documents')
export class A1DocumentsController {
  constructor(
    private readonly database: Database,
    private readonly missions: Missions,
    private readonly documents: A1Documents,
  ) {}

  /** Known by its content, so that the same file again changes nothing; it needs no key. */
  @Allow('worker', 'adviser', 'payroll')
  @Accepts(...a1MediaTypes)
  @Post()
  @ApiOperation({ summary: 'Send the certificate or the answer of the institution; the same file is recognised' })
  @ApiConsumes(...a1MediaTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: A1DocumentBody })
  async keep(
    @Query() { mission: id }: AboutQuery,
    @Req() { body }: Request,
    @CurrentAccount() account: Account,
  ): Promise<A1DocumentBody> {
    const mission = await this.missions.find(this.database.reading, id);
    if (!mission) throw new Problem(notFound);
    ownOnly(account, mission.member ?? '');
    const file = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const kept = await this.database.transact((work) => this.documents.keep(work, id, file, account.id));
    return A1DocumentBody.of(documentProblems.valueOf(kept));
  }

  @Allow('worker', 'adviser', 'payroll')
  @Get()
  @ApiOperation({ summary: 'Letters about certificates, newest first, without what is in them; a worker sees her own' })
  @ApiOkResponse({ type: A1DocumentsPage })
  async list(@Query() query: PageQuery, @CurrentAccount() account: Account): Promise<Page<A1DocumentBody>> {
    const { limit } = query;
    const after = (query.after() as A1DocumentId | undefined) ?? null;
    const page = { after, limit: limit + 1, member: (confinedTo(account) as MemberId | undefined) ?? null };
    const rows = await this.documents.page(this.database.reading, page);
    return pageOf(rows, { limit, keyOf: ({ id }) => id, show: (document) => A1DocumentBody.of(document) });
  }

  /** For her and her adviser only. Given out to be saved, never to be shown by our own pages: it comes from outside. */
  @Allow('worker', 'adviser')
  @Get(':id/file')
  @ApiOperation({ summary: 'The letter as it came' })
  @ApiProduces(...a1MediaTypes)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Param('id', new PublicIdPipe('doc')) id: A1DocumentId,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    const document = await this.documents.find(this.database.reading, id);
    if (!document) throw new Problem(notFound);
    ownOnly(account, document.member);
    const name = `a1-${id}.${document.media.split('/')[1]!}`;
    const bytes = await this.documents.bytes(this.database.reading, id);
    return new StreamableFile(bytes, { type: document.media, disposition: `attachment; filename="${name}"` });
  }
}

import { Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import {
  type Account,
  Accounts,
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
import type { RefusedFileId } from './refused-file.js';
import { RefusedUploadBody, RefusedUploadsPage } from './refused-files.bodies.js';
import { RefusedFiles } from './refused-files.service.js';

/** A letter about a certificate may be among them, so that only her adviser sees them, besides herself. */
@ApiController('refused-files')
export class RefusedFilesController {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly files: RefusedFiles,
  ) {}

  @Allow('worker', 'adviser')
  @Get()
  @ApiOperation({ summary: 'Receipts and letters that could not be read, newest first; a worker sees her own' })
  @ApiOkResponse({ type: RefusedUploadsPage })
  async list(@Query() query: PageQuery, @CurrentAccount() account: Account): Promise<Page<RefusedUploadBody>> {
    const { limit } = query;
    const after = (query.after() as RefusedFileId | undefined) ?? null;
    const page = { after, limit: limit + 1, member: confinedTo(account) ?? null };
    const rows = await this.files.page(this.database.reading, page);
    const emails = await this.accounts.emails(rows.map(({ by }) => by));
    return pageOf(rows, { limit, keyOf: ({ id }) => id, show: (file) => RefusedUploadBody.of(file, emails) });
  }

  /** As bytes to be saved: nobody knows what it is. */
  @Allow('worker', 'adviser')
  @Get(':id/file')
  @ApiOperation({ summary: 'The file as it came' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Param('id', new PublicIdPipe('ref')) id: RefusedFileId,
    @CurrentAccount() account: Account,
  ): Promise<StreamableFile> {
    const file = await this.files.find(this.database.reading, id);
    if (!file) throw new Problem(notFound);
    ownOnly(account, file.member);
    const bytes = await this.files.bytes(this.database.reading, id);
    const disposition = `attachment; filename="refused-${id}.bin"`;
    return new StreamableFile(bytes, { type: 'application/octet-stream', disposition });
  }
}

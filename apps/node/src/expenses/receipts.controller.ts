import { Get, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
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
  PublicIdPipe,
} from '@passerelle/doors';
import type { Request } from 'express';
import { mediaTypes } from '../files/file.js';
import type { MemberId } from '../members/member.js';
import { ReceiptBody, ReceiptsPage } from './expenses.bodies.js';
import { noMember, receiptProblems } from './expenses.problems.js';
import type { ReceiptId } from './receipt.js';
import type { UsedReceipt } from './receipts.store.js';
import { Receipts } from './receipts.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('rec'));

/** A photo of a receipt is larger than the usual JSON. */
export const receiptFiles: LargeBody = { path: '/api/v1/receipts', types: mediaTypes, limitMb: 10 };

@ApiController('receipts')
export class ReceiptsController {
  constructor(
    private readonly database: Database,
    private readonly receipts: Receipts,
  ) {}

  /** Known by its content, so that the same file again changes nothing; it needs no key. */
  @Allow('worker')
  @Accepts(...mediaTypes)
  @Post()
  @ApiOperation({ summary: 'Send a photo or a PDF of a receipt; the same file twice is refused' })
  @ApiConsumes(...mediaTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: ReceiptBody })
  async upload(@Req() { body }: Request, @CurrentAccount() { id, subject }: Account): Promise<ReceiptBody> {
    if (subject === undefined) throw new Problem(noMember);
    const file = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const kept = await this.database.transact((work) => this.receipts.upload(work, subject as MemberId, file, id));
    return ReceiptBody.of(receiptProblems.valueOf(kept));
  }

  @Allow('worker', 'adviser', 'finance')
  @Get()
  @ApiOperation({ summary: 'Receipts, newest first, with what they stand for; a worker sees her own' })
  @ApiOkResponse({ type: ReceiptsPage })
  async list(@Query() query: PageQuery, @CurrentAccount() account: Account): Promise<Page<ReceiptBody>> {
    const { limit } = query;
    const after = (query.after() as ReceiptId | undefined) ?? null;
    const page = { after, limit: limit + 1, member: confinedTo(account) ?? null };
    const rows = await this.receipts.page(this.database.reading, page);
    return pageOf(rows, { limit, keyOf: ({ id }) => id, show: (receipt) => ReceiptBody.of(receipt) });
  }

  @Allow('worker', 'adviser', 'finance')
  @Get(':id')
  @ApiOperation({ summary: 'One receipt' })
  @ApiOkResponse({ type: ReceiptBody })
  async show(@Id() id: ReceiptId, @CurrentAccount() account: Account): Promise<ReceiptBody> {
    return ReceiptBody.of(await this.own(id, account));
  }

  /** Given out to be saved, never to be shown by our own pages: what is in it comes from outside. */
  @Allow('worker', 'adviser', 'finance')
  @Get(':id/file')
  @ApiOperation({ summary: 'The file as it came' })
  @ApiProduces(...mediaTypes)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@Id() id: ReceiptId, @CurrentAccount() account: Account): Promise<StreamableFile> {
    const { media } = await this.own(id, account);
    const name = `receipt-${id}.${media.split('/')[1]!}`;
    const bytes = await this.receipts.bytes(this.database.reading, id);
    return new StreamableFile(bytes, { type: media, disposition: `attachment; filename="${name}"` });
  }

  private async own(id: ReceiptId, account: Account): Promise<UsedReceipt> {
    const receipt = await this.receipts.find(this.database.reading, id);
    if (!receipt) throw new Problem(notFound);
    ownOnly(account, receipt.member);
    return receipt;
  }
}

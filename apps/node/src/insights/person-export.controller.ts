import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  CurrentAccount,
  Database,
  notFound,
  ownOnly,
  Problem,
  PublicIdPipe,
} from '@passerelle/doors';
import type { Response } from 'express';
import type { MemberId } from '../members/member.js';
import { Members } from '../members/members.service.js';
import { PersonExport } from './person-export.service.js';

@ApiController('members')
export class PersonExportController {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
    private readonly exported: PersonExport,
  ) {}

  @Allow('worker', 'adviser')
  @Get(':id/export')
  @ApiOperation({
    summary: 'Everything this node keeps of a member, for herself or whom she gives it to',
    description:
      'One JSON document: `records` has the rows of each table that tell of her, amounts in minor units as text, files ' +
      'as base64. What proves who somebody is (passwords, sessions, links) is left out.',
  })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Param('id', new PublicIdPipe('mem')) id: MemberId,
    @CurrentAccount() account: Account,
    @Res() response: Response,
  ): Promise<void> {
    ownOnly(account, id);
    if (!(await this.members.find(this.database.reading, id))) throw new Problem(notFound);
    response.type('application/json').attachment('passerelle-person.json');
    await this.database.transact((work) => pipeline(Readable.from(this.exported.texts(work, id)), response));
  }
}

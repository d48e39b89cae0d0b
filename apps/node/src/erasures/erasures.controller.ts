import { Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Account, Allow, ApiController, CurrentAccount, Database, ownOnly, PublicIdPipe } from '@passerelle/doors';
import type { MemberId } from '../members/member.js';
import { ErasureBody } from './erasures.bodies.js';
import { erasureProblems } from './erasures.problems.js';
import { Erasures } from './erasures.service.js';

@Allow('worker', 'adviser')
@ApiController('members')
export class ErasuresController {
  constructor(
    private readonly database: Database,
    private readonly erasures: Erasures,
  ) {}

  @Get(':id/erasure')
  @ApiOperation({ summary: 'What would be erased at once, and what stays until when by which law; nothing is erased' })
  @ApiOkResponse({ type: ErasureBody })
  async ask(
    @Param('id', new PublicIdPipe('mem')) id: MemberId,
    @CurrentAccount() account: Account,
  ): Promise<ErasureBody> {
    ownOnly(account, id);
    const asked = await this.database.transact((work) => this.erasures.ask(work, id));
    return ErasureBody.of(erasureProblems.valueOf(asked), account.language);
  }

  @Post(':id/erasure')
  @HttpCode(200)
  @ApiOperation({ summary: 'Erase of a member whatever no law asks to keep; it does not come back' })
  @ApiOkResponse({ type: ErasureBody })
  async erase(
    @Param('id', new PublicIdPipe('mem')) id: MemberId,
    @CurrentAccount() account: Account,
  ): Promise<ErasureBody> {
    ownOnly(account, id);
    const erased = await this.database.transact((work) => this.erasures.erase(work, id, account.id));
    return ErasureBody.of(erasureProblems.valueOf(erased), account.language);
  }
}

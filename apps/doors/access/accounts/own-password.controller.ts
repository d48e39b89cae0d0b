import { Body, HttpCode, Ip, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import type { Request } from 'express';
import { Database } from '../../database/database.js';
import { ApiController } from '../../http/api-controller.js';
import { Problem } from '../../problems/problem.js';
import { CurrentAccount, SignedIn } from '../allow.js';
import { wrongPassword } from '../passkeys/passkey-problems.js';
import { sessionTokenOf } from '../session/session-cookie.js';
import { hashOf } from '../session/sessions.service.js';
import { SignInLimits } from '../session/sign-in-limits.service.js';
import type { Account } from './account.js';
import { OwnPasswordBody } from './accounts.body.js';
import { Accounts } from './accounts.service.js';

/** One's own password, changed by whoever knows it. */
@SignedIn()
@ApiController('session/password')
export class OwnPasswordController {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly limits: SignInLimits,
  ) {}

  @Put()
  @HttpCode(204)
  @ApiOperation({ summary: 'Choose another password; every other device is signed out, this one stays' })
  @ApiNoContentResponse()
  async change(
    @CurrentAccount() account: Account,
    @Body() { current, password }: OwnPasswordBody,
    @Ip() from: string,
    @Req() request: Request,
  ): Promise<void> {
    const attempt = { email: account.email, from };
    await this.limits.attempt(attempt);
    if (!(await this.accounts.verify(account.email, current))) throw new Problem(wrongPassword);
    await this.limits.succeeded(attempt);
    const token = sessionTokenOf(request);
    const session = token === undefined ? undefined : hashOf(token);
    await this.database.transact((work) => this.accounts.choosePassword(work, account.id, { password, session }));
  }
}

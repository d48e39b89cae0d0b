import { Body, Ip, Put, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Database } from '../../database/database.js';
import { ApiController } from '../../http/api-controller.js';
import { Problem } from '../../problems/problem.js';
import { CurrentAccount, SignedIn } from '../allow.js';
import { wrongPassword } from '../passkeys/passkey-problems.js';
import { Entrance } from '../session/entrance.service.js';
import { SessionBody } from '../session/session.body.js';
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
    private readonly entrance: Entrance,
  ) {}

  @Put()
  @ApiOperation({ summary: 'Choose another password; every other device is signed out, this one stays' })
  @ApiOkResponse({ type: SessionBody })
  async change(
    @CurrentAccount() account: Account,
    @Body() { current, password }: OwnPasswordBody,
    @Ip() from: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionBody> {
    const attempt = { email: account.email, from };
    await this.limits.attempt(attempt);
    if (!(await this.accounts.verify(account.email, current))) throw new Problem(wrongPassword);
    await this.limits.succeeded(attempt);
    await this.database.transact((work) => this.accounts.choosePassword(work, account.id, password));
    return this.entrance.letIn(account, request, response);
  }
}

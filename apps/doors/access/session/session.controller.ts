import { Body, Delete, Get, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ApiController } from '../../http/api-controller.js';
import { Problem } from '../../problems/problem.js';
import { wrongSignIn } from '../access-problems.js';
import { type Account, normalEmail } from '../accounts/account.js';
import { Accounts } from '../accounts/accounts.service.js';
import { CurrentAccount, Public, SignedIn } from '../allow.js';
import { ProgramAddress } from '../program-address.js';
import { ProviderSignIn } from '../provider/provider-sign-in.service.js';
import { Entrance } from './entrance.service.js';
import { cookieOptions, sessionCookie, sessionTokenOf } from './session-cookie.js';
import { refusedFactors } from '../second-factor/second-factor-problems.js';
import { SecondFactors } from '../second-factor/second-factors.service.js';
import { SessionBody, SignInBody } from './session.body.js';
import { Sessions, type SignedInAccount } from './sessions.service.js';
import { SignInLimits } from './sign-in-limits.service.js';

@ApiController('session')
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly limits: SignInLimits,
    private readonly factors: SecondFactors,
    private readonly provider: ProviderSignIn,
    private readonly address: ProgramAddress,
    private readonly entrance: Entrance,
  ) {}

  @Public()
  @Post()
  @ApiOperation({ summary: 'Sign in: the session is kept in a cookie' })
  @ApiCreatedResponse({ type: SessionBody })
  async signIn(
    @Body() { email, password, ...proof }: SignInBody,
    @Ip() from: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionBody> {
    const attempt = { email: normalEmail(email), from };
    await this.limits.attempt(attempt);
    const account = await this.accounts.verify(email, password);
    if (!account) throw new Problem(wrongSignIn);
    refusedFactors.valueOf(await this.factors.check(account, proof));
    await this.limits.succeeded(attempt);
    return this.entrance.letIn(account, request, response);
  }

  @SignedIn()
  @Get()
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiOkResponse({ type: SessionBody })
  async show(@CurrentAccount() account: Account & Partial<SignedInAccount>): Promise<SessionBody> {
    const signOutAt = (account.byProvider ?? 'no') === 'no' ? null : await this.provider.leaving();
    return SessionBody.of(account, { secondFactor: await this.factors.stateOf(account), signOutAt });
  }

  /** Public, because signing out twice, or after the session has ended, is no mistake. */
  @Public()
  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = sessionTokenOf(request);
    if (token !== undefined) await this.sessions.end(token);
    response.clearCookie(sessionCookie, cookieOptions(this.address.baseUrl));
  }
}

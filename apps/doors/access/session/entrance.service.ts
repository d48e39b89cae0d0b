import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Account } from '../accounts/account.js';
import { ProgramAddress } from '../program-address.js';
import { SecondFactors } from '../second-factor/second-factors.service.js';
import { SessionBody } from './session.body.js';
import { cookieOptions, sessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.service.js';

/** Lets somebody in who has proven who she is: the browser keeps her session in a cookie. */
@Injectable()
export class Entrance {
  constructor(
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
    private readonly address: ProgramAddress,
  ) {}

  async letIn(account: Account, request: Request, response: Response): Promise<SessionBody> {
    request.account = account;
    response.cookie(sessionCookie, await this.sessions.begin(account), cookieOptions(this.address.baseUrl));
    return SessionBody.of(account, { secondFactor: await this.factors.stateOf(account) });
  }
}

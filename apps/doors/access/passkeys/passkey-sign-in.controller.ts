import { Body, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ApiController } from '../../http/api-controller.js';
import { Public } from '../allow.js';
import { Accounts } from '../accounts/accounts.service.js';
import { refusedPasskeys } from './passkey-problems.js';
import { PasskeyQuestionBody, UsedPasskeyBody } from './passkey.body.js';
import { Passkeys } from './passkeys.service.js';
import { SessionBody } from '../session/session.body.js';
import { Entrance } from '../session/entrance.service.js';

/** Signing in with a passkey alone: something she has, and the device asks for her finger, face or PIN. */
@Public()
@ApiController('session/passkey')
export class PasskeySignInController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly accounts: Accounts,
    private readonly entrance: Entrance,
  ) {}

  @Post('begin')
  @ApiOperation({ summary: 'Begin to sign in with a passkey: what to ask the browser' })
  @ApiCreatedResponse({ type: PasskeyQuestionBody })
  async begin(): Promise<PasskeyQuestionBody> {
    return PasskeyQuestionBody.of(refusedPasskeys.valueOf(await this.passkeys.ask()));
  }

  @Post()
  @ApiOperation({ summary: 'Sign in with the browser’s answer: the session is kept in a cookie' })
  @ApiCreatedResponse({ type: SessionBody })
  async signIn(
    @Body() answer: UsedPasskeyBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionBody> {
    const account = await this.accounts.known(refusedPasskeys.valueOf(await this.passkeys.use(answer)));
    return this.entrance.letIn(account, request, response);
  }
}

import { Body, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import { PublicIdPipe } from '../../bodies/public-id.pipe.js';
import { ApiController } from '../../http/api-controller.js';
import { Problem } from '../../problems/problem.js';
import type { Account } from '../accounts/account.js';
import { Accounts } from '../accounts/accounts.service.js';
import { CurrentAccount, SignedIn } from '../allow.js';
import { refusedPasskeys, wrongPassword } from './passkey-problems.js';
import { NewPasskeyBody, PasskeyBody, PasskeyQuestionBody, PasswordBody } from './passkey.body.js';
import { Passkeys } from './passkeys.service.js';
import { SignInLimits } from '../session/sign-in-limits.service.js';

/** One's own passkeys. They open the account without a password, so that the password opens the way to them. */
@SignedIn()
@ApiController('session/passkeys')
export class PasskeysController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly accounts: Accounts,
    private readonly limits: SignInLimits,
  ) {}

  @Post('begin')
  @ApiOperation({ summary: 'Begin to make a passkey: what to ask the browser' })
  @ApiCreatedResponse({ type: PasskeyQuestionBody })
  async begin(
    @CurrentAccount() account: Account,
    @Body() { password }: PasswordBody,
    @Ip() from: string,
  ): Promise<PasskeyQuestionBody> {
    await this.mustKnow(account, password, from);
    return PasskeyQuestionBody.of(refusedPasskeys.valueOf(await this.passkeys.begin(account)));
  }

  @Post()
  @ApiOperation({ summary: 'Finish it with the browser’s answer, and name it' })
  @ApiCreatedResponse({ type: PasskeyBody })
  async add(@CurrentAccount() account: Account, @Body() { name, ...made }: NewPasskeyBody): Promise<PasskeyBody> {
    return PasskeyBody.of(refusedPasskeys.valueOf(await this.passkeys.add(account, name, made)));
  }

  @Post(':id/remove')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove one' })
  @ApiNoContentResponse()
  async remove(
    @Param('id', new PublicIdPipe('pky')) id: string,
    @CurrentAccount() account: Account,
    @Body() { password }: PasswordBody,
    @Ip() from: string,
  ): Promise<void> {
    await this.mustKnow(account, password, from);
    refusedPasskeys.valueOf(await this.passkeys.remove(account, id));
  }

  private async mustKnow({ email }: Account, password: string, from: string): Promise<void> {
    await this.limits.attempt({ email, from });
    if (!(await this.accounts.verify(email, password))) throw new Problem(wrongPassword);
    await this.limits.succeeded({ email, from });
  }
}

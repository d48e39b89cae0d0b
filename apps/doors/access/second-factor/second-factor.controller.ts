import { Body, Get, HttpCode, Ip, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Result } from '@passerelle/values';
import { ApiController } from '../../http/api-controller.js';
import type { Account } from '../accounts/account.js';
import { CurrentAccount, SignedIn } from '../allow.js';
import { PasskeyBody } from '../passkeys/passkey.body.js';
import { Passkeys } from '../passkeys/passkeys.service.js';
import { refusedFactors } from './second-factor-problems.js';
import { CodeBody, FactorsBody, NewFactorBody } from './second-factor.body.js';
import type { SecondFactorRefusal } from './second-factor.js';
import { SecondFactors } from './second-factors.service.js';
import { type Attempt, SignInLimits } from '../session/sign-in-limits.service.js';

@SignedIn()
@ApiController('session/second-factor')
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly limits: SignInLimits,
  ) {}

  @Get()
  @ApiOperation({ summary: 'How somebody proves that it is her: an authenticator app, passkeys' })
  @ApiOkResponse({ type: FactorsBody })
  async show(@CurrentAccount() account: Account): Promise<FactorsBody> {
    const passkeys = (await this.passkeys.of(account)).map(PasskeyBody.of);
    return FactorsBody.of({ hasApp: await this.factors.hasApp(account), passkeys, passkeysAt: this.passkeys.origin });
  }

  @Post()
  @ApiOperation({ summary: 'Begin to set up an authenticator app: a new secret, shown this once' })
  @ApiCreatedResponse({ type: NewFactorBody })
  async begin(@CurrentAccount() account: Account): Promise<NewFactorBody> {
    return NewFactorBody.of(refusedFactors.valueOf(await this.factors.begin(account)));
  }

  @Put()
  @HttpCode(204)
  @ApiOperation({ summary: 'Finish it with a code of the app, which is asked for at every sign-in from now on' })
  @ApiNoContentResponse()
  async confirm(@CurrentAccount() account: Account, @Body() { code }: CodeBody, @Ip() from: string): Promise<void> {
    await this.guessed({ email: account.email, from }, () => this.factors.confirm(account, code));
  }

  @Post('remove')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove the app, with a code of it' })
  @ApiNoContentResponse()
  async remove(@CurrentAccount() account: Account, @Body() { code }: CodeBody, @Ip() from: string): Promise<void> {
    await this.guessed({ email: account.email, from }, () => this.factors.remove(account, code));
  }

  /** Six digits are quickly guessed by whoever may guess for ever. */
  private async guessed(attempt: Attempt, use: () => Promise<Result<null, SecondFactorRefusal>>): Promise<void> {
    await this.limits.attempt(attempt);
    refusedFactors.valueOf(await use());
    await this.limits.succeeded(attempt);
  }
}

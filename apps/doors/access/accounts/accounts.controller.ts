import { Body, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../../http/api-controller.js';
import { refusedAccounts } from './account-problems.js';
import { Accounts } from './accounts.service.js';
import { AccountBody, NewAccountBody, NewPasswordBody } from './accounts.body.js';
import { Allow, ByAPerson } from '../allow.js';

@ByAPerson()
@Allow('sysadmin', 'fedadmin')
@ApiController('accounts')
export class AccountsController {
  constructor(private readonly accounts: Accounts) {}

  @Post()
  @ApiOperation({ summary: 'Let somebody sign in' })
  @ApiCreatedResponse({ type: AccountBody })
  async create(@Body() body: NewAccountBody): Promise<AccountBody> {
    return AccountBody.of(refusedAccounts.valueOf(await this.accounts.create(body)));
  }

  @Put('password')
  @HttpCode(204)
  @ApiOperation({
    summary:
      'Give an account another password; its authenticator app and passkeys are removed and it is signed out everywhere',
  })
  @ApiNoContentResponse()
  async reset(@Body() { email, password }: NewPasswordBody): Promise<void> {
    refusedAccounts.valueOf(await this.accounts.reset(email, password));
  }
}

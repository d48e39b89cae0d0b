import { Body, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../../http/api-controller.js';
import type { Account } from '../accounts/account.js';
import { Allow, ByAPerson, CurrentAccount } from '../allow.js';
import { refusedKeys } from './api-key-problems.js';
import { ApiKeyBody, ApiKeysBody, MadeApiKeyBody, NewApiKeyBody } from './api-keys.body.js';
import { ApiKeys } from './api-keys.service.js';

/** Only people give programs a way in: a key that could make keys would never end. */
@ByAPerson()
@Allow('sysadmin', 'fedadmin')
@ApiController('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Get()
  @ApiOperation({
    summary: 'The keys of programs, ended and revoked ones included, and what a key may be allowed to do',
  })
  @ApiOkResponse({ type: ApiKeysBody })
  async list(): Promise<ApiKeysBody> {
    const items = (await this.keys.list()).map(ApiKeyBody.of);
    return Object.assign(new ApiKeysBody(), { items, scopes: this.keys.scopes });
  }

  @Post()
  @ApiOperation({ summary: 'Make a key, which is told this once; sent again, the name is in use' })
  @ApiCreatedResponse({ type: MadeApiKeyBody })
  async create(@Body() body: NewApiKeyBody, @CurrentAccount() { email }: Account): Promise<MadeApiKeyBody> {
    const { key, secret } = refusedKeys.valueOf(await this.keys.create(body, email));
    return MadeApiKeyBody.withSecret(key, secret);
  }

  @Delete(':name')
  @ApiOperation({ summary: 'Revoke a key at once' })
  @ApiOkResponse({ type: ApiKeyBody })
  async revoke(@Param('name') name: string, @CurrentAccount() { email }: Account): Promise<ApiKeyBody> {
    return ApiKeyBody.of(refusedKeys.valueOf(await this.keys.revoke(name, email)));
  }
}

import { Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController, Database, languageOf } from '@passerelle/doors';
import { countryOf } from '@passerelle/rules';
import type { Request } from 'express';
import { Cooperative } from './cooperative.service.js';
import { LawBody } from './law.bodies.js';

@ApiController('law')
export class LawController {
  constructor(
    private readonly database: Database,
    private readonly cooperative: Cooperative,
  ) {}

  @Allow('adviser', 'payroll', 'finance', 'sysadmin')
  @Get()
  @ApiOperation({
    summary: 'Every figure of law in the countries of our entities: from when, by which source, how sure',
  })
  @ApiOkResponse({ type: LawBody })
  async show(@Req() { headers }: Request): Promise<LawBody> {
    const entities = await this.cooperative.entities(this.database.reading);
    const known = new Map(
      entities.flatMap((entity) => {
        const country = countryOf(entity.country);
        return country ? [[country, this.cooperative.today(entity)] as const] : [];
      }),
    );
    return LawBody.of(known, languageOf(headers['accept-language']));
  }
}

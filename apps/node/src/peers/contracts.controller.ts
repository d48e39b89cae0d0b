import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@passerelle/doors';
import { asyncApi } from '@passerelle/protocol';

/** What nodes say to each other, for whoever writes another one. */
@ApiExcludeController()
@Controller('api')
export class ContractsController {
  private readonly document = asyncApi();

  @Public()
  @Get('asyncapi.json')
  @Header('Cache-Control', 'public, max-age=300')
  show(): typeof this.document {
    return this.document;
  }
}

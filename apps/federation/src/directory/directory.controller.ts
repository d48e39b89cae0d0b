import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController } from '@passerelle/doors';
import { RosterBody } from './directory.bodies.js';
import { Directory } from './directory.service.js';

@ApiController('roster')
@Allow('fedadmin')
export class RosterController {
  constructor(private readonly directory: Directory) {}

  @Get()
  @ApiOperation({ summary: 'The members, their public keys and the clearing calendar, as the members signed them' })
  @ApiOkResponse({ type: RosterBody })
  show(): RosterBody {
    return RosterBody.of(this.directory);
  }
}

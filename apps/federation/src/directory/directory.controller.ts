import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController } from '@passerelle/doors';
import { RosterBody, RosterChainBody } from './directory.bodies.js';
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

  @Get('chain')
  @ApiOperation({ summary: 'All versions since the first one, as a roster file that any node can follow' })
  @ApiOkResponse({ type: RosterChainBody })
  chain(): RosterChainBody {
    return { versions: this.directory.versions };
  }
}

import { Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController, Public } from '@passerelle/doors';
import { NODE_CONFIG, type NodeConfig } from '../config/node-settings.js';
import { letterAddress } from '../mail/letter-address.js';
import { StatusBody } from './status.bodies.js';
import { StatusWatch } from './status-watch.service.js';

@ApiController('status')
export class StatusController {
  constructor(
    private readonly watch: StatusWatch,
    @Inject(NODE_CONFIG) private readonly config: NodeConfig,
  ) {}

  @Public()
  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'How the node serves people, and its last incident; nothing of what is inside' })
  @ApiOkResponse({ type: StatusBody })
  async show(): Promise<StatusBody> {
    return StatusBody.of(await this.watch.status(), new Date(), letterAddress(this.config));
  }
}

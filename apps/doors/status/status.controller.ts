import { Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Public } from '../access/allow.js';
import { ApiController } from '../http/api-controller.js';
import { STATUS_OPTIONS, type StatusOptions } from './status-options.js';
import { StatusBody } from './status.bodies.js';
import { StatusWatch } from './status-watch.service.js';

@ApiController('status')
export class StatusController {
  constructor(
    private readonly watch: StatusWatch,
    @Inject(STATUS_OPTIONS) private readonly options: StatusOptions,
  ) {}

  @Public()
  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'How the program serves people, and its last incident; nothing of what is inside' })
  @ApiOkResponse({ type: StatusBody })
  async show(): Promise<StatusBody> {
    return StatusBody.of(await this.watch.status(), new Date(), this.options.contact);
  }
}

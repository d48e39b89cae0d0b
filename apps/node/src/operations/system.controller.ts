import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController } from '@passerelle/doors';
import { SystemBody } from './system.bodies.js';
import { SystemReadings } from './system-reading.service.js';

@ApiController('system')
export class SystemController {
  constructor(private readonly readings: SystemReadings) {}

  @Allow('sysadmin')
  @Get()
  @ApiOperation({ summary: 'Version, backups, and the settings in force; secrets are only said to be there' })
  @ApiOkResponse({ type: SystemBody })
  async show(): Promise<SystemBody> {
    return Object.assign(new SystemBody(), await this.readings.read());
  }
}

import { Body, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { Allow, Public } from '../access/allow.js';
import { IsInstant } from '../bodies/day-rules.js';
import { ApiController } from '../http/api-controller.js';
import { SandboxClock } from './sandbox-clock.store.js';

export class ClockBody {
  @ApiProperty({ type: String, format: 'date-time', example: '2026-04-08T08:00:00Z' })
  @IsInstant()
  now: string;
}

/** The clock of a demonstration. These routes exist only when the program runs on such a clock. */
@ApiController('sandbox/clock')
export class SandboxClockController {
  constructor(private readonly clock: SandboxClock) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'What time it is in the demonstration' })
  @ApiOkResponse({ type: ClockBody })
  show(): ClockBody {
    return Object.assign(new ClockBody(), { now: this.clock.now().toISOString() });
  }

  @Allow('sysadmin', 'fedadmin')
  @Put()
  @ApiOperation({ summary: 'Move the clock, forwards or backwards; all that falls due is done before the answer' })
  @ApiOkResponse({ type: ClockBody })
  async move(@Body() { now }: ClockBody): Promise<ClockBody> {
    await this.clock.moveTo(new Date(now));
    return this.show();
  }
}

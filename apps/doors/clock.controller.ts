import { Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { Public } from './access/allow.js';
import { Clock } from './clock.js';
import { ApiController } from './http/api-controller.js';

/** Where the days of whoever runs the program begin; null where it serves several countries. */
export class ProgramZone {
  constructor(readonly name: string | null) {}
}

export class TimeBody {
  @ApiProperty({ type: String, format: 'date-time', example: '2026-04-08T08:00:00Z' })
  now: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Europe/Brussels',
    description: 'The time zone in which its days begin and its deadlines end; null where it serves several countries',
  })
  zone: string | null;
}

/** The time by which pay dates and deadlines are reckoned here; in a demonstration it is not the one on the wall. */
@ApiController('clock')
export class ClockController {
  constructor(
    private readonly clock: Clock,
    private readonly zone: ProgramZone,
  ) {}

  @Public()
  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'What time it is for the program, and in which time zone its days begin' })
  @ApiOkResponse({ type: TimeBody })
  show(): TimeBody {
    return Object.assign(new TimeBody(), { now: this.clock.now().toISOString(), zone: this.zone.name });
  }
}

import { Get, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController, Live } from '@passerelle/doors';
import type { Request, Response } from 'express';
import { ChangesBody } from './live.bodies.js';

@ApiController('events')
@Allow('adviser', 'payroll', 'finance', 'sysadmin')
export class EventsController {
  constructor(private readonly live: Live) {}

  @Get()
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id of the last answer or event.' })
  @ApiOperation({
    summary:
      'Which parts of the desk have changed, by name; as a stream of events to whoever accepts text/event-stream',
  })
  @ApiOkResponse({ type: ChangesBody })
  follow(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.live.answer(request, response);
  }
}

import { Get, Headers, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController } from '@passerelle/doors';
import type { Request, Response } from 'express';
import { EventStream } from './event-stream.js';
import { ChangesBody } from './live.bodies.js';
import { Live } from './live.service.js';

@ApiController('events')
@Allow('fedadmin')
export class EventsController {
  constructor(private readonly live: Live) {}

  @Get()
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id of the last answer or event.' })
  @ApiOperation({
    summary:
      'Which parts of the picture have changed, by name; as a stream of events to whoever accepts text/event-stream',
  })
  @ApiOkResponse({ type: ChangesBody })
  async follow(
    @Req() request: Request,
    @Res() response: Response,
    @Headers('last-event-id') id?: string,
  ): Promise<void> {
    if (request.headers.accept?.includes('text/event-stream') !== true) {
      response.json(ChangesBody.since(id, await this.live.seen()));
      return;
    }
    const stream = new EventStream(response, id);
    response.once('close', this.live.listen(stream));
  }
}

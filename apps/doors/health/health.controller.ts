import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/allow.js';
import { Answer } from '../http/answer.js';
import { Readiness, type ReadinessReport } from './readiness.js';

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers; nothing else is asked. */
  @Public()
  @Get('livez')
  @Header('Cache-Control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** A degraded program still answers 200: people must read their payslips while the message bus is down. */
  @Public()
  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  async ready(): Promise<Answer<ReadinessReport>> {
    const report = await this.readiness.report();
    return new Answer(report.status === 'unavailable' ? 503 : 200, report);
  }
}

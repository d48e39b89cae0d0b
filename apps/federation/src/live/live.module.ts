import { Logger, Module, type OnModuleDestroy } from '@nestjs/common';
import { MonitoringModule } from '../monitoring/monitoring.module.js';
import { Monitoring } from '../monitoring/monitoring.service.js';
import { EventsController } from './live.controller.js';
import { Live } from './live.service.js';

const log = new Logger('Live');

/** Tells staff of the federation what is new as soon as it is. */
@Module({
  imports: [MonitoringModule],
  controllers: [EventsController],
  providers: [
    {
      provide: Live,
      useFactory: (monitoring: Monitoring) =>
        new Live({ look: () => monitoring.picture(), onFailure: (error) => log.error(error) }),
      inject: [Monitoring],
    },
  ],
})
export class LiveModule implements OnModuleDestroy {
  constructor(private readonly live: Live) {}

  /** Before the door is shut, which waits for every answer that is still being given. */
  async onModuleDestroy(): Promise<void> {
    await this.live.stop();
  }
}

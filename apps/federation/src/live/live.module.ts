import { Logger, Module, type OnModuleDestroy } from '@nestjs/common';
import { Live } from '@passerelle/doors';
import { MonitoringModule } from '../monitoring/monitoring.module.js';
import { Monitoring } from '../monitoring/monitoring.service.js';
import { EventsController } from './live.controller.js';
import { partNames } from './parts.js';

const log = new Logger('Live');

/** Tells staff of the federation what is new as soon as it is. */
@Module({
  imports: [MonitoringModule],
  controllers: [EventsController],
  providers: [
    {
      provide: Live,
      useFactory: (monitoring: Monitoring) =>
        new Live({
          names: partNames,
          look: async () => {
            const { positions, differences, limits, ...picture } = await monitoring.picture();
            return { ...picture, positions: [positions, differences, limits] };
          },
          onFailure: (error) => log.error(error),
        }),
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

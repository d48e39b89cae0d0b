import { Logger, Module, type OnModuleDestroy } from '@nestjs/common';
import { Database, Live } from '@passerelle/doors';
import { EventsController } from './live.controller.js';
import { partNames } from './parts.js';
import { WrittenStore } from './written.store.js';

const log = new Logger('Live');

/** Tells the desk what is new as soon as it is. */
@Module({
  controllers: [EventsController],
  providers: [
    WrittenStore,
    {
      provide: Live,
      useFactory: (database: Database, store: WrittenStore) =>
        new Live({
          names: partNames,
          look: () => store.counts(database.reading),
          onFailure: (error) => log.error(error),
        }),
      inject: [Database, WrittenStore],
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

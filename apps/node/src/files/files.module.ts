import { Module } from '@nestjs/common';
import { Clock, Ids, Sealing } from '@passerelle/doors';
import { RefusedFilesController } from './refused-files.controller.js';
import { RefusedFiles } from './refused-files.service.js';
import { RefusedFilesStore } from './refused-files.store.js';

@Module({
  controllers: [RefusedFilesController],
  providers: [
    {
      provide: RefusedFiles,
      useFactory: (sealing: Sealing, clock: Clock, ids: Ids) =>
        new RefusedFiles(new RefusedFilesStore(sealing), clock, ids),
      inject: [Sealing, Clock, Ids],
    },
  ],
  exports: [RefusedFiles],
})
export class FilesModule {}

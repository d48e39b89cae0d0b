import { Module } from '@nestjs/common';
import { Clock, Database } from '@passerelle/doors';
import { DirectoryModule } from '../directory/directory.module.js';
import { Directory } from '../directory/directory.service.js';
import { ReportsModule } from '../reports/reports.module.js';
import { ReportsStore } from '../reports/reports.store.js';
import { AcknowledgementsStore } from './acknowledgements.store.js';
import { CyclesController, LinksController, NodesController, PositionsController } from './monitoring.controller.js';
import { MonitoringMetrics } from './monitoring.metrics.js';
import { Monitoring } from './monitoring.service.js';
import {
  AgeingController,
  AlarmsController,
  DisputesController,
  FundController,
  StuckController,
} from './watching.controller.js';

/** What the newest reports mean, put side by side. */
@Module({
  imports: [DirectoryModule, ReportsModule],
  controllers: [
    NodesController,
    LinksController,
    PositionsController,
    CyclesController,
    AlarmsController,
    AgeingController,
    DisputesController,
    StuckController,
    FundController,
  ],
  providers: [
    MonitoringMetrics,
    AcknowledgementsStore,
    {
      provide: Monitoring,
      // How old a report is, is a matter of real time, also where the business clock stands still.
      useFactory: (
        database: Database,
        store: ReportsStore,
        acknowledgements: AcknowledgementsStore,
        directory: Directory,
        clock: Clock,
      ) => new Monitoring({ database, store, acknowledgements, directory, clock, now: () => new Date() }),
      inject: [Database, ReportsStore, AcknowledgementsStore, Directory, Clock],
    },
  ],
  exports: [Monitoring],
})
export class MonitoringModule {}

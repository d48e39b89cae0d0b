import { Module } from '@nestjs/common';
import { MonitoringModule } from '../monitoring/monitoring.module.js';
import { OverviewController } from './overview.controller.js';

@Module({ imports: [MonitoringModule], controllers: [OverviewController] })
export class OverviewModule {}

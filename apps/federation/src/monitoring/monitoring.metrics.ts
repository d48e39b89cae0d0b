import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Metrics } from '@passerelle/doors';
import { Gauge } from 'prom-client';
import { alarmKinds } from './alarms.js';
import { Monitoring } from './monitoring.service.js';

/** How many alarms of each kind there are, zero included, so that a rule can wait for one. */
@Injectable()
export class MonitoringMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly monitoring: Monitoring,
  ) {}

  onModuleInit(): void {
    const { monitoring } = this;
    new Gauge({
      name: 'passerelle_federation_alarms',
      help: 'Alarms that stand now, by kind.',
      labelNames: ['kind'],
      registers: [this.metrics.registry],
      async collect(): Promise<void> {
        const { alarms } = await monitoring.picture();
        for (const kind of alarmKinds) this.set({ kind }, alarms.filter((alarm) => alarm.kind === kind).length);
      },
    });
  }
}

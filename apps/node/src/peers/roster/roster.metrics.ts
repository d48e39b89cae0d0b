import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Metrics } from '@passerelle/doors';
import { calendarEnd } from '@passerelle/protocol';
import { daysBetween } from '@passerelle/values';
import { Gauge } from 'prom-client';
import { NODE_CONFIG, type NodeConfig, zoneOf } from '../../config/node-settings.js';
import { Peers } from '../peers.service.js';

const secondsOfDay = 24 * 60 * 60;

/** What of the roster ends by itself. */
@Injectable()
export class RosterMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly peers: Peers,
    private readonly clock: Clock,
    @Inject(NODE_CONFIG) private readonly config: NodeConfig,
  ) {}

  onModuleInit(): void {
    const { peers, clock, config } = this;
    new Gauge({
      name: 'passerelle_roster_calendar_seconds',
      help: 'For how long the roster names the days of cycles; below 0: its last one is over. Nothing where a node works alone.',
      registers: [this.metrics.registry],
      collect(): void {
        const today = clock.today(zoneOf(config));
        const end = peers.roster && calendarEnd(peers.roster.calendar, today);
        if (end) this.set(daysBetween(today, end.cutOff) * secondsOfDay);
        else this.remove();
      },
    });
  }
}

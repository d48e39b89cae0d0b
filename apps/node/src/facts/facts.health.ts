import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Metrics, Readiness } from '@passerelle/doors';
import { Gauge } from 'prom-client';
import { FactsRunner } from './facts.runner.js';

/** Shows how the followers are doing. A node whose follower fails serves people, but something waits to be done. */
@Injectable()
export class FactsHealth implements OnModuleInit {
  constructor(
    private readonly runner: FactsRunner,
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.readiness.add({ name: 'followers', without: 'degraded', run: () => this.failing() });
    this.measure('behind', 'Facts that a follower has not followed yet.');
    this.measure('failures', 'How often in a row a follower failed.');
  }

  private async failing(): Promise<string | undefined> {
    const names = (await this.runner.state()).filter(({ failures }) => failures > 0).map(({ name }) => name);
    return names.length === 0 ? undefined : `failing: ${names.join(', ')}`;
  }

  private measure(what: 'behind' | 'failures', help: string): void {
    const { runner } = this;
    new Gauge({
      name: `passerelle_follower_${what}`,
      help,
      labelNames: ['follower'],
      registers: [this.metrics.registry],
      async collect() {
        for (const state of await runner.state()) this.set({ follower: state.name }, state[what]);
      },
    });
  }
}

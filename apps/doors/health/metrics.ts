import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What runs: shown as labels of `passerelle_build_info`. */
export class Build {
  constructor(
    readonly program: string,
    readonly version: string,
  ) {}
}

/** The numbers Prometheus asks for. Rooms register theirs in `registry`, with names that begin with `passerelle_`. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly durations: Histogram<'method' | 'route' | 'status'>;

  constructor({ program, version }: Build) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry, prefix: 'passerelle_' });
    new Gauge({
      name: 'passerelle_build_info',
      help: 'Always 1; its labels say what runs.',
      labelNames: ['program', 'version'],
      registers,
    }).set({ program, version }, 1);
    this.durations = new Histogram({
      name: 'passerelle_http_request_duration_seconds',
      help: 'How long requests took, by route template and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10],
      registers,
    });
  }

  /**
   * Measures each request under its route's template, never under its address, which may hold ids and tokens. A stream of
   * events lasts as long as somebody listens, which says nothing about how fast we are.
   */
  readonly timeEachRequest = (request: Request, response: Response, next: NextFunction): void => {
    const end = this.durations.startTimer({ method: request.method });
    response.once('finish', () => {
      if (response.getHeader('content-type') === 'text/event-stream') return;
      const route = request.route as { readonly path?: unknown } | undefined;
      end({ route: typeof route?.path === 'string' ? route.path : 'none', status: String(response.statusCode) });
    });
    next();
  };
}

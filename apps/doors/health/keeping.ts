import { Injectable, type OnModuleInit } from '@nestjs/common';
import { keepsNothing } from '../database/keeps-nothing.js';
import { Readiness } from './readiness.js';

/** Whoever could not keep something tries again within minutes; when nobody has failed for so long, it is over. */
const rememberedMs = 5 * 60_000;

/** Whether what people send can be kept: a database with a full disk still answers, and shows what it has. */
@Injectable()
export class Keeping implements OnModuleInit {
  private failedAtMs = -Infinity;

  constructor(private readonly readiness: Readiness) {}

  onModuleInit(): void {
    this.readiness.add({
      name: 'keeping',
      without: 'degraded',
      run: async () => (performance.now() - this.failedAtMs < rememberedMs ? 'nothing could be kept' : undefined),
    });
  }

  /** Hears of each error that a request ended with. */
  heard(error: unknown): void {
    if (keepsNothing(error)) this.failedAtMs = performance.now();
  }
}

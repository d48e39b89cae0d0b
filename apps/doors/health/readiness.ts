import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';

/** One thing the program depends on. */
export interface HealthCheck {
  readonly name: string;
  /** Whether people cannot be served at all without it, or only wait longer for some things. */
  readonly without: 'unavailable' | 'degraded';
  /** Undefined when all is well, else a short reason without internals; rejecting counts as no answer. */
  readonly run: () => Promise<string | undefined>;
}

export interface CheckResult {
  readonly status: 'ok' | 'failed' | 'unknown';
  readonly ms: number;
  readonly reason?: string;
}

export interface ReadinessReport {
  readonly status: 'ok' | 'degraded' | 'unavailable';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

/** A check that has not answered by then is reported as unknown, never as ok. In milliseconds. */
const patienceMs = 2_000;

/** Whether the program can serve. Rooms add what they depend on when they start. */
@Injectable()
export class Readiness {
  private readonly checks: HealthCheck[] = [];

  add(check: HealthCheck): void {
    if (this.checks.some(({ name }) => name === check.name))
      throw new Error(`two health checks are named ${check.name}`);
    this.checks.push(check);
  }

  async report(): Promise<ReadinessReport> {
    const results = await Promise.all(this.checks.map(async (check) => ({ check, result: await resultOf(check) })));
    const failing = results.filter(({ result }) => result.status !== 'ok').map(({ check }) => check.without);
    return {
      status: failing.includes('unavailable') ? 'unavailable' : failing.length > 0 ? 'degraded' : 'ok',
      checks: Object.fromEntries(results.map(({ check, result }) => [check.name, result])),
    };
  }
}

async function resultOf(check: HealthCheck): Promise<CheckResult> {
  const start = performance.now();
  const outcome = await Promise.race([outcomeOf(check), silence()]);
  return { ...outcome, ms: Math.round(performance.now() - start) };
}

type Outcome = Omit<CheckResult, 'ms'>;

/** The error itself may name hosts and users, so the page tells only that the check failed. */
async function outcomeOf(check: HealthCheck): Promise<Outcome> {
  try {
    const reason = await check.run();
    return reason ? { status: 'failed', reason } : { status: 'ok' };
  } catch {
    return { status: 'failed', reason: 'no answer' };
  }
}

const silence = (): Promise<Outcome> =>
  new Promise((resolve) => {
    setTimeout(() => resolve({ status: 'unknown', reason: `no answer within ${patienceMs} ms` }), patienceMs).unref();
  });

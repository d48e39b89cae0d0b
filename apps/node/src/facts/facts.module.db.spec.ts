import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Build, Clock, Database, Metrics, Readiness, RealClock, type Work } from '@passerelle/doors';
import { type FreshDatabase, freshDatabase } from '../../../doors/testing/database.js';
import { NODE_CONFIG } from '../config/node-settings.js';
import type { Fact } from './fact.js';
import { Facts1767225600100 } from './facts.migration.js';
import { FactTraces1767225604020 } from './fact-traces.migration.js';
import { FactsPlacing1767225600110 } from './placing.migration.js';
import { FactsRecording1767225604030 } from './recording.migration.js';
import { FactsModule } from './facts.module.js';
import { FactsRunner } from './facts.runner.js';
import { Follower } from './follower.js';

jest.setTimeout(60_000);

/** What the doors give to every room, as far as facts need it. */
@Global()
@Module({})
class Ground {
  static on({ database, url }: FreshDatabase): DynamicModule {
    const given = [
      { provide: Database, useValue: database },
      { provide: Clock, useValue: new RealClock() },
      { provide: Build, useValue: new Build('node', '0.0.0') },
      { provide: NODE_CONFIG, useValue: { databaseUrl: url, country: 'BE', role: 'all', timeZone: 'Europe/Brussels' } },
    ];
    return { module: Ground, providers: [...given, Metrics, Readiness], exports: [...given, Metrics, Readiness] };
  }
}

class Diary extends Follower<'DayBegan'> {
  readonly name = 'diary';
  readonly kinds = ['DayBegan'] as const;
  readonly days: string[] = [];
  isTorn = false;

  async follow(_work: Work, { body }: Fact<'DayBegan'>): Promise<void> {
    if (this.isTorn) throw new Error('no page left');
    this.days.push(body.date);
  }
}

const diary = new Diary();

@Module({ imports: [FactsModule] })
class DiaryModule {
  constructor(runner: FactsRunner) {
    runner.add(diary);
  }
}

describe('the room of facts', () => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await freshDatabase({
      entities: [],
      migrations: [Facts1767225600100, FactsPlacing1767225600110, FactsRecording1767225604030, FactTraces1767225604020],
    });
    diary.days.length = 0;
    diary.isTorn = false;
  });
  afterEach(() => fresh.drop());

  const start = async () => {
    const app = await Test.createTestingModule({ imports: [Ground.on(fresh), DiaryModule] }).compile();
    app.useLogger(false);
    return app.init();
  };
  const until = async (isSo: () => Promise<boolean>) => {
    for (let tries = 0; tries < 1000; tries += 1) {
      if (await isSo()) return;
      await pause(20);
    }
    throw new Error('it never became so');
  };

  it('tells the day when the node starts, wakes those who follow, and stops before the database is closed', async () => {
    const app = await start();
    await until(async () => diary.days.length > 0);
    await app.close();
    expect(diary.days).toEqual([new RealClock().today('Europe/Brussels')]);
  });

  it('shows a follower that fails in the readiness answer and in the metrics', async () => {
    diary.isTorn = true;
    const app = await start();
    try {
      const report = () => app.get(Readiness).report();
      expect((await report()).checks['followers']).toBeDefined();
      await until(async () => (await report()).status === 'degraded');
      expect((await report()).checks['followers']).toMatchObject({ status: 'failed', reason: 'failing: diary' });
      const metrics = await app.get(Metrics).registry.metrics();
      expect(metrics).toContain('passerelle_follower_behind{follower="diary"} 1');
      expect(metrics).toMatch(/passerelle_follower_failures\{follower="diary"\} [1-9]/);
    } finally {
      await app.close();
    }
  });
});

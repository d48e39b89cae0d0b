import { setTimeout as pause } from 'node:timers/promises';
import type { Work } from '@passerelle/doors';
import {
  keyringOf,
  openReport,
  type Report,
  type ReportPage,
  reportFrameSchema,
  type RosterContent,
  signingKey,
} from '@passerelle/protocol';
import { country, day } from '@passerelle/values';
import { type FreshDatabase, freshDatabase } from '../../../doors/testing/database.js';
import { ChannelNotes1767225600480 } from '../peers/channel/channel-notes.migration.js';
import { MessageTraces1767225604120 } from '../peers/channel/message-traces.migration.js';
import { Peers1767225600450 } from '../peers/peers.migration.js';
import { PeersStore } from '../peers/peers.store.js';
import { StuckStore } from '../peers/stuck/stuck.store.js';
import { SettlementReport } from '../settlement/settlement-report.js';
import { RefusalCounter } from './refusal-counter.service.js';
import { NodeReports, type ReportParts } from './report.service.js';
import { ReportStore } from './report.store.js';

const keyOf = (node: string, byte: number) =>
  signingKey({ node, kid: `${node}-1`, seed: new Uint8Array(32).fill(byte) });
const keys = [keyOf('be', 1), keyOf('fr', 2)] as const;

const roster: RosterContent = {
  kind: 'roster',
  net: 'example-federation',
  version: 4,
  prev: '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U',
  from: day('2026-01-01'),
  members: keys.map(({ node, kid, publicKey }) => ({
    id: node,
    name: node,
    country: country(node.toUpperCase()),
    currency: 'EUR',
    natsUrl: `tls://nats.${node}.example:4222`,
    status: 'member',
    signingKeys: [{ kid, publicKey, from: day('2026-01-01') }],
    transportKey: `U${node.toUpperCase().padEnd(55, 'A')}`,
  })),
  coordinators: ['be'],
  currencies: { EUR: 2 },
  quorum: { lock: 2, skip: 2 },
  computations: [{ from: '2026-01', netting: 1, rounding: 1, waterfall: 1, mode: 'per-currency' }],
  calendar: [],
  caps: [{ creditor: 'be', debtor: 'fr', currency: 'EUR', max: '5000000' }],
  lateInterestPercent: '8',
};

const obligation: Report['obligations'][number] = {
  id: '0198f5c1-8f2a-7c3b-9a41-000000000001',
  debtor: 'fr',
  creditor: 'be',
  currency: 'EUR',
  amount: '98000',
  due: day('2026-04-23'),
  state: 'agreed',
};

/** A node with one debt to collect. */
class OneObligation extends SettlementReport {
  obligations(): Promise<Pick<Report, 'obligations' | 'unlisted'>> {
    return Promise.resolve({ obligations: [obligation], unlisted: 2 });
  }

  cycles(): Promise<Report['cycles']> {
    return Promise.resolve([]);
  }

  exposures(): Promise<Report['exposures']> {
    return Promise.resolve([{ peer: 'fr', currency: 'EUR', owes: '98000', cap: '5000000' }]);
  }

  fund(): Promise<Report['fund']> {
    return Promise.resolve([{ currency: 'EUR', stake: '2000000', used: '0' }]);
  }
}

describe('what a node tells the federation', () => {
  let fresh: FreshDatabase;
  const store = new PeersStore();
  beforeEach(async () => {
    fresh = await freshDatabase({
      entities: [],
      migrations: [Peers1767225600450, ChannelNotes1767225600480, MessageTraces1767225604120],
    });
  });
  afterEach(() => fresh.drop());

  function reporting(change: Partial<ReportParts> = {}) {
    const carried: Uint8Array[] = [];
    const failures: unknown[] = [];
    const reports = new NodeReports({
      database: fresh.database,
      store: new ReportStore(),
      channels: store,
      settlement: new OneObligation(),
      refusals: new RefusalCounter(store),
      stuck: new StuckStore(),
      roster,
      key: keys[0],
      software: '0.1.0',
      rules: '2026.1',
      heardAt: () => new Date('2026-04-08T07:59:00Z'),
      now: () => new Date('2026-04-08T08:00:00Z'),
      carry: async (bytes) => void carried.push(bytes),
      isActive: () => true,
      onFailure: (error) => failures.push(error),
      ...change,
    });
    return { reports, carried, failures, pages: () => carried.map(pageOf) };
  }

  const transact = <T>(act: (work: Work) => Promise<T>): Promise<T> => fresh.database.transact(act);

  it('is signed, and says how its channels and debts are', async () => {
    await transact((work) =>
      store.addIntent(work, 'fr', {
        id: '0198f5c1-8f2a-7c3b-9a41-000000000009',
        type: 'mission.cancel',
        body: {},
        ack: 0n,
      }),
    );
    const { reports, pages } = reporting();
    await reports.report();
    expect(pages()).toMatchObject([
      {
        net: 'example-federation',
        node: 'be',
        number: '1775635200000',
        rosterVersion: 4,
        software: '0.1.0',
        rules: '2026.1',
        channels: [
          {
            peer: 'fr',
            status: 'waiting',
            delivered: '0',
            waiting: 1,
            oldestAt: expect.any(String),
            heardAt: '2026-04-08T07:59:00.000Z',
          },
        ],
        obligations: [obligation],
        unlisted: 2,
        stuck: [],
        fund: [{ currency: 'EUR', stake: '2000000', used: '0' }],
        exposures: [{ peer: 'fr', currency: 'EUR', owes: '98000', cap: '5000000' }],
        refusals: [],
      },
    ]);
    await reports.report();
    expect(pages()[1]!.number).toBe('1775635200001');
  });

  it('counts each refusal once, and again only when the report that told it was lost', async () => {
    let isLost = false;
    const told: Uint8Array[] = [];
    const carry = async (bytes: Uint8Array): Promise<void> => {
      if (isLost) throw new Error('the federation is away');
      told.push(bytes);
    };
    const { reports } = reporting({ carry });
    const refuse = (reason: string) =>
      transact((work) => store.refuse(work, { peer: 'fr', reason, detail: '', start: '' }));
    await refuse('not-a-frame');
    await reports.report();
    await refuse('bad-signature');
    isLost = true;
    await expect(reports.report()).rejects.toThrow('away');
    isLost = false;
    await reports.report();
    await reports.report();
    expect(told.map((bytes) => pageOf(bytes).refusals)).toEqual([
      [],
      [{ peer: 'fr', code: 'bad-signature', count: 1 }],
      [],
    ]);
  });

  it('goes out at the start and soon after a change, and once for many changes', async () => {
    const { reports, carried } = reporting();
    reports.start();
    try {
      await until(() => carried.length === 1);
      for (let change = 0; change < 20; change += 1) reports.ring();
      await until(() => carried.length === 2);
      await pause(700);
      expect(carried).toHaveLength(2);
    } finally {
      await reports.stop();
    }
  });

  it('goes on after a failure, of which it complains once', async () => {
    let tries = 0;
    const carried: Uint8Array[] = [];
    const carry = async (bytes: Uint8Array): Promise<void> => {
      tries += 1;
      if (tries < 3) throw new Error('the federation is away');
      carried.push(bytes);
    };
    const { reports, failures } = reporting({ carry });
    reports.start();
    try {
      for (let more = 1; more <= 3; more += 1) {
        await until(() => tries >= more);
        reports.ring();
      }
      await until(() => carried.length > 0);
      expect(failures.map(String)).toEqual(['Error: the federation is away']);
    } finally {
      await reports.stop();
    }
  });

  it('is left to the replica that runs the channels', async () => {
    const { reports, carried } = reporting({ isActive: () => false });
    reports.start();
    reports.ring();
    await pause(700);
    await reports.stop();
    expect(carried).toEqual([]);
  });
});

function pageOf(bytes: Uint8Array): ReportPage {
  const { report } = reportFrameSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  const opened = openReport(report, keyringOf(roster, 'be'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value.content;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (isSo()) return;
    await pause(25);
  }
  throw new Error('it never became so');
}

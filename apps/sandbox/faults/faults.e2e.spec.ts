import { jest } from '@jest/globals';
import { startFederation } from '../federation.js';
import { sow } from '../seeds.js';
import { throwawayFolder } from '../testing/throwaway.js';
import { badDays } from './bad-days.js';

jest.setTimeout(900_000);

describe('three nodes on bad days', () => {
  const databaseServer = process.env['PASSERELLE_TEST_DATABASE_URL'];
  const folder = throwawayFolder();
  let federation: Awaited<ReturnType<typeof startFederation>>;
  beforeAll(async () => {
    if (databaseServer === undefined) throw new Error('set PASSERELLE_TEST_DATABASE_URL to a server to test with');
    federation = await startFederation({
      dir: folder.dir,
      addresses: 'any',
      clock: '2026-03-16T08:00:00Z',
      databaseUrl: databaseServer,
    });
    await sow({ federation, note: () => undefined });
  });
  afterAll(async () => {
    await federation?.stop();
    folder.remove();
  });

  it('lose nothing and do nothing twice, killed, cut off, robbed of streams and restored from a backup', async () => {
    const told: string[] = [];
    const outcome = await badDays({
      federation,
      dir: folder.dir,
      databaseServer: databaseServer!,
      seconds: 40,
      note: (text) => told.push(text),
      chance: (below) => Math.floor(Math.random() * below),
    });
    expect({ findings: outcome.findings, told: outcome.findings.length > 0 ? told : [] }).toEqual({
      findings: [],
      told: [],
    });
    expect(outcome.promised).toBeGreaterThan(10);
  });
});

import {
  hashText,
  type RosterContent,
  rosterFile,
  rosterText,
  type SignedRoster,
  signText,
} from '@passerelle/protocol';
import { type FreshDatabase, freshDatabase } from '../../../../doors/testing/database.js';
import { Peers1767225600450 } from '../peers.migration.js';
import { RosterRefused, rosterInForce } from './roster.service.js';
import { RosterStore } from './roster.store.js';
import { be, fr, roster, se } from '../testing/federation.js';

function signed(content: RosterContent): SignedRoster {
  const m = rosterText(content);
  return { m, sigs: [be, fr, se].map((key) => signText(m, key)) };
}

const first = signed({ ...roster, version: 1, prev: '' });
const next = (before: SignedRoster, version: number): SignedRoster =>
  signed({ ...roster, version, prev: hashText(before.m), lateInterestPercent: `${version}` });
const second = next(first, 2);
const third = next(second, 3);

describe('the roster in force at a node', () => {
  let fresh: FreshDatabase;
  const store = new RosterStore();
  beforeEach(async () => {
    fresh = await freshDatabase({ entities: [], migrations: [Peers1767225600450] });
  });
  afterEach(() => fresh.drop());

  const inForce = async (file: string): Promise<number> => {
    const { content } = await fresh.database.transact((work) => rosterInForce(work, store, file));
    return content.version;
  };

  it('is followed version by version, also by a node that has missed some', async () => {
    expect(await inForce(JSON.stringify(first))).toBe(1);
    expect(await inForce(rosterFile([first, second, third]))).toBe(3);
    expect(await store.versions(fresh.database.reading)).toHaveLength(3);
    expect(await inForce(rosterFile([first]))).toBe(3);
  });

  it('stays as it was when the file skips a version or tells another past', async () => {
    await inForce(rosterFile([first]));
    await expect(inForce(JSON.stringify(third))).rejects.toThrow(RosterRefused);
    const other = signed({ ...roster, version: 1, prev: '', lateInterestPercent: '99' });
    await expect(inForce(rosterFile([other, second]))).rejects.toThrow('another-history');
    await expect(inForce('nothing')).rejects.toThrow('not-json');
    expect(await store.versions(fresh.database.reading)).toHaveLength(1);
  });
});

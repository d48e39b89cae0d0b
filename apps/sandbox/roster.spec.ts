import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type SignedRoster, followRoster, verifyFirstRoster, verifyNextRoster } from '@passerelle/protocol';
import { keysIn } from './keys.js';
import { cooperatives } from './places.js';
import type { Plan } from './plan.js';
import { keepRoster, versionsIn } from './roster.js';
import { throwawayFolder } from './testing/throwaway.js';

const folder = throwawayFolder();
const file = join(folder.dir, 'roster.json');
beforeEach(() => rmSync(file, { force: true }));
afterAll(() => folder.remove());

const listed = (firstPort = 4201) =>
  cooperatives.map((place, index) => {
    const port = firstPort + index;
    const keys = keysIn(join(folder.dir, place.id), place.id);
    const natsUrl = `nats://127.0.0.1:${port}`;
    const plan: Plan = { id: place.id, keys, natsUrl, natsPort: port, port: 0, url: '', databaseUrl: '', mailDir: '' };
    return { place, plan };
  });

const kept = (): SignedRoster => versionsIn(file).at(-1)!;

describe('the roster of the sandbox', () => {
  it('names the three cooperatives and is signed by enough of them', () => {
    keepRoster(file, listed());
    const read = verifyFirstRoster(kept());
    expect(read.ok && read.value.content.members.map(({ id, currency }) => `${id} ${currency}`)).toEqual([
      'be EUR',
      'fr EUR',
      'se SEK',
    ]);
  });

  it('pays a month on the 8th of the next', () => {
    keepRoster(file, listed());
    const read = verifyFirstRoster(kept());
    expect(read.ok && read.value.content.calendar.find(({ cycle }) => cycle === '2026-03')).toEqual({
      cycle: '2026-03',
      cutOff: '2026-03-31',
      statements: '2026-04-02',
      proposal: '2026-04-03',
      payment: '2026-04-08',
      graceEnd: '2026-04-15',
    });
  });

  it('stays the same from start to start', () => {
    keepRoster(file, listed());
    const before = kept();
    keepRoster(file, listed());
    expect(kept()).toEqual(before);
  });

  it('gets a next version, chained to the last, when an address changes', () => {
    keepRoster(file, listed());
    const first = verifyFirstRoster(kept());
    keepRoster(file, listed(4301));
    const second = first.ok && verifyNextRoster(first.value, kept());
    expect(second && second.ok && second.value.content).toMatchObject({ version: 2 });
  });

  it('keeps all versions, so that a node that was away can follow each', () => {
    for (const port of [4201, 4301, 4401]) keepRoster(file, listed(port));
    const followed = followRoster([], versionsIn(file));
    expect(followed.ok && followed.value.added.map(({ content }) => content.version)).toEqual([1, 2, 3]);
  });
});

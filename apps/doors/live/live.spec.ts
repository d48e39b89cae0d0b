import { setTimeout as pause } from 'node:timers/promises';
import { Live } from './live.js';
import { type Seen, changedSince, idOf } from './parts.js';

const names = ['nodes', 'alarms'] as const;
type Name = (typeof names)[number];

describe('looking for those who listen', () => {
  let looks: number;
  let alarms: readonly string[];
  let failures: unknown[];
  let live: Live<Name>;
  beforeEach(() => {
    [looks, alarms, failures] = [0, [], []];
    const look = async () => {
      looks += 1;
      if (alarms.includes('fire')) throw new Error('no database');
      return { nodes: [], alarms };
    };
    live = new Live({ names, look, onFailure: (error) => failures.push(error), everyMs: 5 });
  });
  afterEach(() => live.stop());

  const ear = () => {
    const heard: Seen<Name>[] = [];
    const state = { ended: false };
    return {
      heard,
      state,
      looked: (seen: Seen<Name>) => void heard.push(seen),
      ended: () => void (state.ended = true),
    };
  };
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let wait = 0; wait < 200 && !isSo(); wait += 1) await pause(5);
    expect(isSo()).toBe(true);
  };

  it('is done once for two listeners, and not at all when the last has gone', async () => {
    const [one, other] = [ear(), ear()];
    const leave = [live.listen(one), live.listen(other)];
    await until(() => other.heard.length >= 2);
    expect(Math.abs(one.heard.length - looks)).toBeLessThanOrEqual(1);
    for (const go of leave) go();
    await pause(20);
    const before = looks;
    await pause(30);
    expect(looks).toBe(before);
  });

  it('tells what is new, also to somebody who comes back', async () => {
    const one = ear();
    const leave = live.listen(one);
    await until(() => one.heard.length > 0);
    const id = idOf(names, one.heard.at(-1)!);
    leave();
    alarms = ['a node is silent'];
    const again = ear();
    live.listen(again);
    await until(() => again.heard.length > 0);
    expect(changedSince(names, id, again.heard.at(-1)!)).toEqual(['alarms']);
  });

  it('goes on after a look that failed', async () => {
    alarms = ['fire'];
    const one = ear();
    live.listen(one);
    await until(() => failures.length > 0);
    alarms = [];
    await until(() => one.heard.length > 0);
  });

  it('lets everybody go at the end, and whoever comes later', async () => {
    const [one, late] = [ear(), ear()];
    live.listen(one);
    await live.stop();
    live.listen(late);
    expect([one.state.ended, late.state.ended]).toEqual([true, true]);
  });
});

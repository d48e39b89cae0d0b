import { Bell } from './bell.js';

const longMs = 60_000;

describe('a bell', () => {
  it('wakes whoever waits', async () => {
    const bell = new Bell();
    const waiting = bell.wait(longMs);
    bell.ring();
    await expect(waiting).resolves.toBeUndefined();
  });

  it('keeps a ring for the next wait, and only for that one', async () => {
    const bell = new Bell();
    bell.ring();
    bell.ring();
    await bell.wait(longMs);
    const second = bell.wait(longMs).then(() => 'woken');
    expect(await Promise.race([second, Promise.resolve('asleep')])).toBe('asleep');
    bell.ring();
    expect(await second).toBe('woken');
  });

  it('lets the sleeper go after a while although nobody rings', async () => {
    await expect(new Bell().wait(1)).resolves.toBeUndefined();
  });
});

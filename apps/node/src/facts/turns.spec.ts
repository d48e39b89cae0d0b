import { Turns } from './turns.js';

const moment = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('let so many act at the same time and no more', async () => {
    const turns = new Turns(2);
    let acting = 0;
    let most = 0;
    const act = async () => {
      most = Math.max(most, (acting += 1));
      await moment();
      acting -= 1;
    };
    await Promise.all(Array.from({ length: 7 }, () => turns.take(act)));
    expect(most).toBe(2);
    expect(acting).toBe(0);
  });

  it('go on to the next one after a failure', async () => {
    const turns = new Turns(1);
    const failing = turns.take(() => Promise.reject(new Error('stumbled')));
    const next = turns.take(async () => 'arrived');
    await expect(failing).rejects.toThrow('stumbled');
    expect(await next).toBe('arrived');
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { keep } from './kept.js';
import { Register, type Started, startOf } from './left-over.js';
import { throwawayFolder } from './testing/throwaway.js';

// Processes start slowly on a machine that is busy with other specs.
jest.setTimeout(120_000);

const folder = throwawayFolder();
afterAll(() => folder.remove());

const idle = (script = 'setInterval(() => undefined, 1000)') => spawn(process.execPath, ['-e', script]);

const started = (name: string, pid: number, startedAt = startOf(pid)): Started => ({
  name,
  pid,
  startedAt: startedAt ?? '',
  stopSignal: 'SIGTERM',
});

describe('what an earlier start has left running', () => {
  const file = join(folder.dir, 'children.json');

  it('is stopped, the last started first', async () => {
    const [first, second] = [idle(), idle()];
    const ends: string[] = [];
    const ended = [
      once(first, 'exit').then(() => ends.push('first')),
      once(second, 'exit').then(() => ends.push('second')),
    ];
    keep(file, [started('first', first.pid!), started('second', second.pid!)]);
    expect(await new Register(file).stopLeftOver()).toEqual(['second', 'first']);
    await Promise.all(ended);
    expect(ends).toEqual(['second', 'first']);
  });

  it('is not what has its process number by now', async () => {
    const stranger = idle();
    keep(file, [started('node be', stranger.pid!, 'long before')]);
    expect(await new Register(file).stopLeftOver()).toEqual([]);
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
  });

  it('is forgotten when it has ended by itself', async () => {
    const child = idle('0');
    const record = started('node fr', child.pid!);
    await once(child, 'exit');
    keep(file, [record]);
    expect(await new Register(file).stopLeftOver()).toEqual([]);
    expect(await new Register(file).stopLeftOver()).toEqual([]);
  });
});

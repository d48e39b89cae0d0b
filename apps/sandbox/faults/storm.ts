import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Federation, Running } from '../federation.js';

export interface StormOptions {
  readonly federation: Federation;
  /** The folder of the federation. */
  readonly dir: string;
  readonly seconds: number;
  /** Tells what happens and when. */
  readonly note: (text: string) => void;
  /** A number from 0 up to `below`, not included. */
  readonly chance: (below: number) => number;
}

type Mishap = (node: Running, options: StormOptions) => Promise<void>;

/** What can happen to a node from one moment to the next. */
const mishaps: Readonly<Record<string, Mishap>> = {
  'is killed': async ({ app }) => {
    await app.kill();
    await app.start();
  },
  'is killed again while it starts': async ({ app }, { chance }) => {
    await app.kill();
    const starting = app.start().catch(() => undefined);
    await pause(chance(3000));
    await app.kill();
    await starting;
    await app.start();
  },
  'loses its broker': async ({ nats }) => {
    await nats.kill();
    await nats.start();
  },
  'loses the folder of its streams': async ({ id, nats }, { dir }) => {
    await nats.kill();
    lose(join(dir, 'nats', id, 'jetstream'));
    await nats.start();
  },
  'loses the folder of its streams while its broker runs': async ({ id, nats }, { dir }) => {
    lose(join(dir, 'nats', id, 'jetstream'));
    await pause(1000);
    await nats.kill();
    await nats.start();
  },
  'speaks and does not hear': async ({ nats }, { chance }) => {
    nats.pause();
    await pause(2000 + chance(4000));
    nats.resume();
  },
  'stands still': async ({ app }, { chance }) => {
    app.pause();
    await pause(1000 + chance(4000));
    app.resume();
  },
};

/** A server that runs may go on writing into the folder, so that it is out of its reach before it is deleted. */
function lose(folder: string): void {
  if (!existsSync(folder)) return;
  const lost = `${folder}-lost`;
  renameSync(folder, lost);
  rmSync(lost, { recursive: true, force: true });
}

/** One mishap after the other at random moments, each over before the next begins. Answers how many there were. */
export async function storm(options: StormOptions): Promise<Readonly<Record<string, number>>> {
  const { federation, seconds, note, chance } = options;
  const end = Date.now() + seconds * 1000;
  const count: Record<string, number> = {};
  while (Date.now() < end) {
    await pause(chance(1500));
    const node = federation.nodes[chance(federation.nodes.length)]!;
    const [what, happens] = Object.entries(mishaps)[chance(Object.keys(mishaps).length)]!;
    note(`${node.id} ${what}`);
    await happens(node, options);
    count[what] = (count[what] ?? 0) + 1;
  }
  return count;
}

import { once } from 'node:events';
import type { Died } from './child.js';
import { startFederation, type FederationOptions } from './federation.js';
import { welcome } from './print.js';
import { sow } from './seeds.js';

/** The morning on which the seeded story begins, so that it reads the same whenever it is told. */
const storyBegins = '2026-03-02T08:00:00Z';

export interface RunOptions {
  readonly stateDir: string;
  /** Told what a second start should say about this one. */
  readonly announce: (text: string) => void;
}

/** `npm start`: runs the federation until somebody stops it or a program of it dies. Answers the exit code. */
export async function run({ stateDir, announce }: RunOptions): Promise<number> {
  const stop = new AbortController();
  const deaths: Died[] = [];
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stop.abort());
  const options: FederationOptions = {
    dir: stateDir,
    addresses: 'usual',
    clock: chosenClock(),
    databaseUrl: process.env.DATABASE_URL || undefined,
    note,
    signal: stop.signal,
    onDeath: (death) => {
      deaths.push(death);
      stop.abort();
    },
  };
  try {
    await liveUntil(stop.signal, options, announce);
  } catch (error) {
    // Whoever is stopped while starting has nothing to report.
    if (!stop.signal.aborted) throw error;
  }
  for (const { message } of deaths) console.error(`\n${message}\n`);
  note('stopped');
  return deaths.length === 0 ? 0 : 1;
}

async function liveUntil(signal: AbortSignal, options: FederationOptions, announce: RunOptions['announce']) {
  note('starting the database, the mailboxes and the programs');
  const federation = await startFederation(options);
  try {
    await sow({ federation, note });
    const text = welcome({ federation, stateDir: options.dir, clock: options.clock });
    announce(text);
    console.log(`\nPasserelle is running. Ctrl-C stops it.\n\n${text}\n`);
    if (!signal.aborted) await once(signal, 'abort');
    note('stopping');
  } finally {
    await federation.stop();
  }
}

/** `PASSERELLE_CLOCK` may name another instant, or be `real` for the machine's own time. */
function chosenClock(): string | undefined {
  const chosen = process.env.PASSERELLE_CLOCK || storyBegins;
  return chosen === 'real' ? undefined : chosen;
}

const note = (text: string): void => console.error(`passerelle: ${text}`);

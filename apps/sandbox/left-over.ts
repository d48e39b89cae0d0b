import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { keep, readKept } from './kept.js';

/** A process that was started here. Its number alone could by now belong to a stranger, so its start is noted too. */
export interface Started {
  readonly name: string;
  readonly pid: number;
  readonly startedAt: string;
  readonly stopSignal: 'SIGTERM' | 'SIGINT';
}

/** Who is running, written down as it changes, so that a start after `kill -9` finds what the killed one left. */
export class Register {
  private running: readonly Started[] = [];

  constructor(private readonly file: string) {}

  add(name: string, pid: number, stopSignal: Started['stopSignal']): void {
    const startedAt = startOf(pid);
    // Gone already: there is nothing to stop later.
    if (startedAt !== undefined) this.write([...this.running, { name, pid, startedAt, stopSignal }]);
  }

  remove(pid: number): void {
    this.write(this.running.filter((one) => one.pid !== pid));
  }

  /** Stops what an earlier start left running, last started first, and answers the names of those stopped. */
  async stopLeftOver(): Promise<string[]> {
    const left = (readKept<Started[]>(this.file) ?? []).filter(isAlive).reverse();
    for (const one of left) await end(one);
    this.write([]);
    return left.map(({ name }) => name);
  }

  private write(running: readonly Started[]): void {
    this.running = running;
    keep(this.file, running);
  }
}

const isAlive = ({ pid, startedAt }: Started): boolean => startOf(pid) === startedAt;

/** Stops a process that is not our child; after eight seconds it is killed. */
export async function end(one: Started): Promise<void> {
  for (const signal of [one.stopSignal, 'SIGKILL'] as const) {
    signalTo(one.pid, signal);
    for (let waited = 0; waited < 8000; waited += 50) {
      if (!isAlive(one)) return;
      await wait(50);
    }
  }
  throw new Error(`${one.name} (process ${one.pid}), left by an earlier start, cannot be stopped`);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** When the process began, in the words of the operating system; undefined when it is gone or only waits to be reaped. */
export function startOf(pid: number): string | undefined {
  if (!existsSync('/proc/self/stat')) return askPs('lstart', pid) || undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold spaces. After it come the state and, 19 fields on, the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** The command line of a living process, empty when it is gone. */
export function commandOf(pid: number): string {
  if (!existsSync('/proc/self/stat')) return askPs('command', pid);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

const askPs = (column: string, pid: number): string =>
  spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();

import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Register } from './left-over.js';

export interface Program {
  /** As people call it: "node be". */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Whom it runs as, when not as ourselves. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  readonly stopSignal: 'SIGTERM' | 'SIGINT';
  readonly logFile: string;
  /** Asked again and again after the start until it says yes. A throw means no. */
  readonly isReady: () => Promise<boolean>;
  readonly readyWithinSeconds: number;
  /** Asked when it ended before it was ready; true, after having mended something, to try once more. */
  readonly mend?: (death: Died, tries: number) => Promise<boolean>;
}

/** A program that ended without being asked to. */
export class Died extends Error {
  constructor(
    readonly program: Program,
    why: string,
  ) {
    super(`${program.name} ${why}. Its last words (${program.logFile}):\n${lastLines(program.logFile)}`);
  }
}

/** A program that can be started, stopped, killed and started again. */
export class Child {
  private process: ChildProcess | undefined;
  private ended: Promise<string> = Promise.resolve('has not started');
  private isWanted = false;

  /** `onDeath` hears of an end that nobody asked for, after the program was ready. */
  constructor(
    readonly program: Program,
    private readonly register: Register,
    private readonly onDeath: (death: Died) => void = () => undefined,
  ) {}

  get isRunning(): boolean {
    return this.process !== undefined;
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** Starts it and waits until it is ready. @throws Died when it ends before that, with its last words */
  async start(): Promise<void> {
    if (this.process) throw new Error(`${this.program.name} is running already`);
    this.isWanted = true;
    for (let tries = 1; ; tries += 1) {
      const death = await this.startOnce();
      if (!death) return;
      const isMended = this.isWanted && (await this.program.mend?.(death, tries));
      if (!isMended) throw death;
    }
  }

  /** Asks it to stop; after ten seconds it is killed. */
  async stop(): Promise<void> {
    this.isWanted = false;
    this.process?.kill(this.program.stopSignal);
    // A paused program hears nothing until it goes on.
    this.process?.kill('SIGCONT');
    const giveUp = setTimeout(() => this.process?.kill('SIGKILL'), 10_000);
    await this.ended;
    clearTimeout(giveUp);
  }

  /** Ends it at once, as a power cut does: it can finish nothing. */
  async kill(): Promise<void> {
    this.isWanted = false;
    this.process?.kill('SIGKILL');
    await this.ended;
  }

  /** Freezes it: it keeps its connections and answers nobody. */
  pause(): void {
    this.process?.kill('SIGSTOP');
  }

  resume(): void {
    this.process?.kill('SIGCONT');
  }

  /** Undefined when it is ready, or how it ended before that. */
  private async startOnce(): Promise<Died | undefined> {
    const { program } = this;
    this.ended = this.spawn();
    const outcome = await Promise.race([this.ended, this.untilReady()]);
    if (outcome === 'slow') {
      await this.kill();
      return new Died(program, `was not ready after ${program.readyWithinSeconds} seconds`);
    }
    if (outcome !== 'ready') return new Died(program, await this.ended);
    void this.ended.then((how) => {
      if (this.isWanted) this.onDeath(new Died(program, how));
    });
    return undefined;
  }

  /** Resolves with how it ended, in words. */
  private spawn(): Promise<string> {
    const { command, args, env, cwd, user, logFile, name, stopSignal } = this.program;
    const log = openLog(logFile);
    // A session of its own: Ctrl-C reaches us alone, and we stop the programs in the right order.
    const child = spawn(command, args, { env, cwd, ...user, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    this.process = child;
    children.set(child, stopSignal);
    if (child.pid !== undefined) this.register.add(name, child.pid, stopSignal);
    return new Promise((resolve) => {
      const end = (how: string): void => {
        this.process = undefined;
        children.delete(child);
        if (child.pid !== undefined) this.register.remove(child.pid);
        resolve(how);
      };
      child.once('error', (error) => end(`could not be started: ${error.message}`));
      child.once('exit', (code, signal) => end(signal ? `was ended by ${signal}` : `ended with exit code ${code}`));
    });
  }

  private async untilReady(): Promise<'ready' | 'slow' | 'ended'> {
    const { isReady, readyWithinSeconds } = this.program;
    const deadline = Date.now() + readyWithinSeconds * 1000;
    while (this.process && Date.now() < deadline) {
      if (await isReady().catch(() => false)) return 'ready';
      await wait(100);
    }
    return this.process ? 'slow' : 'ended';
  }
}

/** Whatever happens to us, nothing we started outlives us: at the very end each is told to stop. */
const children = new Map<ChildProcess, NodeJS.Signals>();
process.on('exit', () => {
  for (const [child, signal] of children) child.kill(signal);
});

/** A new log for each start; the one before it is kept beside it, since the reason is often in there. */
function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file)) renameSync(file, `${file}.before`);
  return openSync(file, 'a', 0o600);
}

function lastLines(file: string, count = 15): string {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count) : [];
  const text = lines.map((line) => `  ${line}`).join('\n');
  return text.trim() === '' ? '  (it said nothing)' : text;
}

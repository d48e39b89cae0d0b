import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../node/src/commands/all.commands.js';
import { type Ran, runCommand } from '../../node/src/commands/run-command.js';
import { runRosterCommand } from '../../node/src/peers/roster/roster-command.js';
import { built } from '../checkout.js';
import { Child, type Program } from '../child.js';
import { ensureDatabase } from '../databases.js';
import { Door } from '../door.js';
import { Register } from '../left-over.js';
import { natsServer } from '../nats-server.js';
import { Ports } from '../ports.js';

const password = 'a sentence to remember';

interface Laid {
  readonly id: string;
  readonly dir: string;
  readonly port: number;
  readonly natsPort: number;
  readonly monitorPort: number;
}

/** A branch as its sysadmin builds it on an empty machine: a folder, a database, and the commands of docs/operating.md. */
export class HostedBranch {
  readonly env: Record<string, string> = {};
  /** What serves: the program as it was built, or a copy of another release. */
  program = built('node/src/passerelle');
  /** The first words of each command that ended well. */
  readonly done = new Set<string>();
  private readonly register: Register;
  private app: Child | null = null;
  private nats: Child | null = null;

  private constructor(readonly laid: Laid) {
    this.register = new Register(join(laid.dir, 'children.json'));
  }

  static async on(dir: string, id: string): Promise<HostedBranch> {
    mkdirSync(dir, { recursive: true });
    const ports = new Ports(join(dir, 'ports.json'));
    const [port, natsPort, monitorPort] = [await ports.take('web'), await ports.take('nats'), await ports.take('mon')];
    return new HostedBranch({ id, dir, port, natsPort, monitorPort });
  }

  get url(): string {
    return `http://127.0.0.1:${this.laid.port}`;
  }

  get natsUrl(): string {
    return `nats://127.0.0.1:${this.laid.natsPort}`;
  }

  /** What its database server's administrator does once. The address lies in a file that only its owner reads. */
  async database(server: string, name: string): Promise<string> {
    const file = this.path('database-url');
    writeFileSync(file, `${await ensureDatabase(server, { name, password: 'kept in a file' })}\n`);
    chmodSync(file, 0o600);
    return file;
  }

  readonly path = (file: string): string => join(this.laid.dir, file);

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  /**
   * Runs a command as it is typed in the branch's folder, in this process: forty programs that start one after the
   * other would take a minute to do nothing but start. What serves is a program of its own.
   */
  async ask(line: string, typed = '', env = this.env): Promise<Ran> {
    const before = process.cwd();
    process.chdir(this.laid.dir);
    try {
      const args = words(line);
      if (args[0] === 'join' || args[0] === 'roster') return runRosterCommand(args, env);
      return await runCommand(commands, args, { env, note: () => undefined, input: async () => typed });
    } finally {
      process.chdir(before);
    }
  }

  /** The same where only a good end will do. What it prints can be kept in a file, as with ">". */
  async must(line: string, { typed = '', into, ends = [0] }: Redirected = {}): Promise<string> {
    const { code, out, err } = await this.ask(line, typed);
    if (!ends.includes(code)) throw new Error(`passerelle ${line} ended with ${code}: ${err}${out}`);
    this.done.add(words(line).slice(0, 2).join(' '));
    if (into !== undefined) this.keep(into, out);
    return out;
  }

  async user(role: string): Promise<void> {
    await this.must(`user add --email ${role}@${this.laid.id}.example --role ${role}`, { typed: password });
  }

  signIn(role: string): Promise<Door> {
    return Door.signIn(this.url, { email: `${role}@${this.laid.id}.example`, password });
  }

  /** The NATS server with the configuration that the node has written, checked first. */
  async startMailbox(): Promise<void> {
    await this.writeMailbox();
    const args = ['-c', 'nats.conf'];
    const checked = spawnSync(
      natsServer(() => undefined),
      ['-t', ...args],
      { cwd: this.laid.dir, encoding: 'utf8' },
    );
    if (checked.status !== 0) throw new Error(checked.stderr);
    const health = `http://127.0.0.1:${this.laid.monitorPort}/healthz`;
    this.nats = this.child('nats', { command: natsServer(() => undefined), args, env: {} }, health);
    await this.nats.start();
  }

  /** Whenever the roster has changed. */
  async reloadMailbox(): Promise<void> {
    await this.writeMailbox();
    process.kill(this.nats!.pid!, 'SIGHUP');
  }

  private async writeMailbox(): Promise<void> {
    const { natsPort, monitorPort } = this.laid;
    const where = `--listen 127.0.0.1:${natsPort} --monitor 127.0.0.1:${monitorPort} --store ${this.path('nats')}`;
    await this.must(`nats config ${where}`, { into: 'nats.conf' });
  }

  /** Starts the node, or starts it again, with "upgrade" as after a new release. */
  async serve(verb: 'serve' | 'upgrade' = 'serve'): Promise<void> {
    await this.app?.stop();
    const env = { PATH: process.env['PATH'], ...this.env };
    this.app = this.child('node', { command: process.execPath, args: [this.program, verb], env }, `${this.url}/readyz`);
    await this.app.start();
    this.done.add(verb);
  }

  async stop(): Promise<void> {
    await this.app?.stop();
    await this.nats?.stop();
  }

  private child(name: string, what: Pick<Program, 'command' | 'args' | 'env'>, health: string): Child {
    const { id, dir } = this.laid;
    const isReady = async (): Promise<boolean> => (await fetch(health)).ok;
    const logFile = this.path(`${name}.log`);
    return new Child(
      { ...what, name: `${name} ${id}`, cwd: dir, stopSignal: 'SIGTERM', logFile, isReady, readyWithinSeconds: 60 },
      this.register,
    );
  }

  /** Lays what was printed, or what another branch has sent, into the folder. */
  keep(file: string, text: string): void {
    writeFileSync(this.path(file), text);
  }
}

interface Redirected {
  readonly typed?: string;
  readonly into?: string;
  /** Exit codes that are as good. */
  readonly ends?: readonly number[];
}

/** As a shell takes them apart: what stands in double quotes is one word. */
const words = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

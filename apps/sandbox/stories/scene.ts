import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { staffOf } from '../branches.js';
import { Door } from '../door.js';
import type { Person } from '../people.js';

/** Where the programs of a running federation are, and who can sign in. */
export interface Whereabouts {
  readonly nodes: readonly { readonly id: string; readonly url: string }[];
  readonly centreUrl: string;
  readonly people: readonly Person[];
}

/** The people of one branch, each at her door. */
export interface Branch {
  readonly id: string;
  readonly worker: Door;
  readonly adviser: Door;
  readonly payroll: Door;
  readonly finance: Door;
  readonly sysadmin: Door;
  /** Somebody without an account, such as a client. */
  readonly stranger: Door;
}

export interface Scene {
  readonly branches: readonly Branch[];
  readonly federation: Door;
  branch(id: string): Branch;
  /** Sets the business clock of every node. */
  clock(now: string): Promise<void>;
  /** Lets time pass until then; when it is later already nothing happens. */
  passes(until: string): Promise<void>;
  /** Says what happens, to whoever listens to the story. */
  readonly say: (text: string) => void;
}

/** Everybody signs in. */
export async function enter(where: Whereabouts, say: (text: string) => void): Promise<Scene> {
  const branches = await Promise.all(where.nodes.map((node) => branchAt(node, where.people)));
  const fedadmin = staffOf(where.people, 'federation', 'fedadmin');
  const federation = await Door.signIn(where.centreUrl, fedadmin);
  const branch = (id: string): Branch => {
    const found = branches.find((each) => each.id === id);
    if (!found) throw new Error(`the story needs a branch ${id}`);
    return found;
  };
  let time = '';
  const clock = async (now: string): Promise<void> => {
    time = now;
    await Promise.all(branches.map(({ sysadmin }) => sysadmin.must('PUT', '/sandbox/clock', { now })));
  };
  const passes = async (until: string): Promise<void> => {
    if (time < until) await clock(until);
  };
  return { branches, federation, branch, clock, passes, say };
}

async function branchAt(node: { id: string; url: string }, people: readonly Person[]): Promise<Branch> {
  const signIn = (role: Person['role']): Promise<Door> => Door.signIn(node.url, staffOf(people, node.id, role));
  const [worker, adviser, payroll, finance, sysadmin] = await Promise.all([
    signIn('worker'),
    signIn('adviser'),
    signIn('payroll'),
    signIn('finance'),
    signIn('sysadmin'),
  ]);
  return { id: node.id, worker, adviser, payroll, finance, sysadmin, stranger: Door.of(node.url) };
}

/** Acts where money or signatures move: a new key for each intent. */
export const act = (door: Door, path: string, body: object = {}): Promise<unknown> =>
  door.must('POST', path, body, randomUUID());

/** Asks until the answer is what the story waits for. Throws, saying what never came, when it takes too long. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, withinMs = 30_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask().catch(unlessAway);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`it never came about that ${what}`);
    await pause(50);
  }
}

/** A program that is down for a while gives no answer yet; everything else it could say is no reason to wait. */
function unlessAway(error: unknown): undefined {
  const name = error instanceof Error ? error.name : String((error as { name?: unknown } | null)?.name);
  if (name !== 'TypeError' && name !== 'TimeoutError') throw error;
}

/** The story fails loudly when something is not as it must be. */
export function check(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Error(`not true: ${what}`);
}

/** Compares what the story expects with what it found, and says both when they differ. */
export function same<T>(what: string, found: T, expected: T): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: found ${one}, expected ${other}`);
}

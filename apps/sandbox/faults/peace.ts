import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { staffOf } from '../branches.js';
import { Door } from '../door.js';
import type { Federation } from '../federation.js';
import type { Promised } from './traffic.js';

interface Link {
  readonly peer: string;
  readonly status: string;
  readonly out: { readonly seq: string; readonly head: string };
  readonly in: { readonly seq: string; readonly head: string };
  readonly queue: number;
  readonly failed: number;
}

/** Waits until both ends of every channel hold the same and nothing is on its way. Throws, saying what is not so. */
export async function quiet(federation: Federation, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const unrest = await unrestIn(federation).catch((error: unknown) => [String(error)]);
    if (unrest.length === 0) return;
    if (Date.now() > end) throw new Error(`no peace after ${seconds} s: ${unrest.join('; ')}`);
    await pause(500);
  }
}

async function unrestIn({ nodes, people }: Federation): Promise<readonly string[]> {
  const links = new Map<string, Link>();
  for (const { id, url } of nodes) {
    const sysadmin = await Door.signIn(url, staffOf(people, id, 'sysadmin'));
    const { items } = (await sysadmin.must('GET', '/peers')) as { readonly items: readonly Link[] };
    for (const link of items) links.set(`${id}-${link.peer}`, link);
  }
  return [...links].flatMap(([pair, link]) => {
    const [me, peer] = pair.split('-');
    const back = links.get(`${peer}-${me}`)!;
    const isSame = link.out.head === back.in.head && link.out.seq === back.in.seq;
    const isDone = link.status === 'open' && link.queue === 0 && link.failed === 0;
    return isSame && isDone ? [] : [`${me} to ${peer}: ${link.status}, ${link.queue} waiting, ${link.failed} failed`];
  });
}

/** What is wrong in the records of the nodes: nothing, or the storm has broken something. */
export async function findings({ nodes }: Federation, promised: readonly Promised[]): Promise<readonly string[]> {
  const found: string[] = [];
  const held = new Map<string, readonly Held[]>();
  for (const { id, databaseUrl } of nodes) {
    held.set(id, await ask<Held>(databaseUrl, heldSql));
    const sums = await ask<{ currency: string }>(databaseUrl, unbalancedSql);
    found.push(...sums.map(({ currency }) => `the books of ${id} do not sum to zero in ${currency}`));
    const twice = await ask<{ cause: string }>(databaseUrl, bookedTwiceSql);
    found.push(...twice.map(({ cause }) => `${id} has booked ${cause} twice`));
    const proofs = await ask<{ kind: string; peer: string }>(databaseUrl, 'select kind, peer from evidence');
    found.push(...proofs.map(({ kind, peer }) => `${id} accuses ${peer} of ${kind}`));
    const orders = await ask<{ leg: string }>(databaseUrl, paidTwiceSql);
    found.push(...orders.map(({ leg }) => `${id} has ordered ${leg} twice`));
  }
  for (const { from, to, text } of promised)
    for (const [at, peer] of [
      [from, to],
      [to, from],
    ] as const) {
      const times = held.get(at)!.filter((each) => each.peer === peer && each.text === text).length;
      if (times !== 1) found.push(`${at} has "${text}" ${times} times`);
    }
  return [...found, ...differences(held)];
}

/** The same debts in the same state on both sides of each pair. */
function differences(held: ReadonlyMap<string, readonly Held[]>): readonly string[] {
  const found: string[] = [];
  for (const [one, debts] of held)
    for (const [other, theirs] of held) {
      if (one >= other) continue;
      const text = (all: readonly Held[], peer: string): string =>
        JSON.stringify(all.filter((each) => each.peer === peer).map(({ peer: _peer, ...debt }) => debt));
      if (text(debts, other) !== text(theirs, one)) found.push(`${one} and ${other} do not hold the same debts`);
    }
  return found;
}

interface Held {
  readonly id: string;
  readonly peer: string;
  readonly text: string;
}

const heldSql = `select id, peer, record -> 'terms' ->> 'text' as text, record -> 'terms' as terms, state, cycle,
  settled_in from obligation order by id`;
const unbalancedSql = 'select currency from posting group by currency having sum(amount) <> 0';
const bookedTwiceSql = 'select cause from ledger_transaction group by cause, kind having count(*) > 1';
/** An order is booked against the clearing account of its cycle, once for each leg. */
const paidTwiceSql = `select cause as leg from ledger_transaction where kind = 'leg-ordered' group by cause
  having count(*) > 1`;

async function ask<T extends object>(connectionString: string, sql: string): Promise<readonly T[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

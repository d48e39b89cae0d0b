import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { staffOf } from '../branches.js';
import { Door } from '../door.js';
import type { Federation } from '../federation.js';

/** One ordered pair of nodes: `from` proposes what it owes, `to` accepts it. */
export interface Way {
  readonly from: string;
  readonly to: string;
}

/** How debts are handed in at the proposing node, and how many. */
export interface Load {
  /** Debts on each way. */
  readonly each: number;
  /** Debts in one request: 1 uses `POST /obligations`, more use `POST /obligations/list`. */
  readonly together: number;
  /** Requests on their way at the same time on each way. */
  readonly clients: number;
}

const patienceMs = 300_000;

/** Counting costs the database something: it is asked less often while much is left. In ms, and ms for each debt left. */
const pollMs = { least: 100, each: 1 };

/**
 * Proposes debts on all ways at once and waits until each is agreed and booked at both of its nodes. In debts a second,
 * from the first request to the last booking.
 */
export async function agree(federation: Federation, ways: readonly Way[], load: Load): Promise<number> {
  const watched = await Promise.all(
    ways.flatMap(({ from, to }) => [watch(federation, from, to), watch(federation, to, from)]),
  );
  try {
    const goals = await Promise.all(watched.map(async ({ agreed }) => (await agreed()) + load.each));
    const doors = await Promise.all(
      ways.map(({ from }) => Door.signIn(federation.node(from).url, staffOf(federation.people, from, 'finance'))),
    );
    const began = performance.now();
    await Promise.all(ways.map(({ to }, at) => propose(doors[at]!, to, load)));
    await Promise.all(watched.map(({ agreed }, at) => reached(agreed, goals[at]!)));
    return (ways.length * load.each * 1000) / (performance.now() - began);
  } finally {
    await Promise.all(watched.map(({ close }) => close()));
  }
}

async function propose(finance: Door, peer: string, { each, together, clients }: Load): Promise<void> {
  const starts = Array.from({ length: Math.ceil(each / together) }, (_, at) => at * together).values();
  const client = async (): Promise<void> => {
    for (const start of starts) {
      const count = Math.min(together, each - start);
      const debts = Array.from({ length: count }, (_, at) => debtOf(peer, start + at));
      if (together === 1) await finance.must('POST', '/obligations', debts[0], randomUUID());
      else await finance.must('POST', '/obligations/list', { obligations: debts }, randomUUID());
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
}

const debtOf = (peer: string, at: number) => ({
  peer,
  debtor: 'us',
  amount: { amount: '1.00', currency: 'EUR' },
  due: '2026-04-30',
  text: `A share of the rent, number ${at}`,
});

/** Sees at one node how many debts that it owes `peer`, or the other way round, are agreed. */
async function watch(federation: Federation, node: string, peer: string) {
  const client = new Client({ connectionString: federation.node(node).databaseUrl });
  await client.connect();
  const agreed = async (): Promise<number> => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from obligation where peer = $1 and state = 'agreed'`,
      [peer],
    );
    return rows[0]!.count;
  };
  return { agreed, close: () => client.end() };
}

async function reached(agreed: () => Promise<number>, goal: number): Promise<void> {
  const end = performance.now() + patienceMs;
  for (let now = await agreed(); now < goal; now = await agreed()) {
    if (performance.now() > end)
      throw new Error(`${now} of ${goal} obligations were agreed after ${patienceMs / 1000} s`);
    await pause(Math.max(pollMs.least, (goal - now) * pollMs.each));
  }
}

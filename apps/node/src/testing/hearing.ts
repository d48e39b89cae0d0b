import { type Database, managerOf, type Work, writeHeld } from '@passerelle/doors';
import { hashOf, type JsonObject, messageTypes } from '@passerelle/protocol';
import { lastValueFrom } from 'rxjs';
import type { MailboxStrategy } from '../peers/channel/mailbox.strategy.js';
import type { Verdict } from '../peers/received.js';

/** A message of another node. */
export interface Heard {
  readonly from: string;
  readonly type: string;
  readonly body: JsonObject;
}

/** What became of messages that were heard one after the other in one transaction. */
export interface Outcome {
  /** One for each message; a bug is what a room threw. */
  readonly verdicts: readonly (Verdict | { readonly verdict: 'bug'; readonly detail: string })[];
  /** The tables in which each message inserted, changed or removed rows. */
  readonly touched: readonly (readonly string[])[];
}

/** Hands messages in as the channel does, looks at what they do, and takes all of it back. */
export async function hear(
  node: { database: Database; mailbox: MailboxStrategy },
  ...messages: readonly Heard[]
): Promise<Outcome> {
  const verdicts: Outcome['verdicts'][number][] = [];
  const touched: string[][] = [];
  const undone = new Error('undone');
  await node.database
    .transact(async (work) => {
      for (const [at, message] of messages.entries()) {
        const before = await changesIn(work);
        verdicts.push(await verdictOn(node.mailbox, work, message, at));
        await writeHeld(work);
        if (verdicts.at(-1)!.verdict === 'bug') break;
        touched.push(tablesIn(before, await changesIn(work)));
      }
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return { verdicts, touched };
}

async function verdictOn(
  mailbox: MailboxStrategy,
  work: Work,
  { from, type, body }: Heard,
  at: number,
): Promise<Outcome['verdicts'][number]> {
  const fault = faultOf({ from, type, body });
  if (fault !== undefined) return { verdict: 'refused', code: 'malformed', detail: fault };
  const received = { work, from, seq: BigInt(at + 1), ack: 0n, hash: hashOf({ from, type, body, at: String(at) }) };
  try {
    const answer = await mailbox.getHandlerByPattern(type)!(body, received);
    return (await lastValueFrom(mailbox.transformToObservable(answer))) as Verdict;
  } catch (error) {
    return { verdict: 'bug', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

/** What the channel refuses before any room hears of it. */
function faultOf({ from, type, body }: Heard): string | undefined {
  const known = messageTypes.find((each) => each.type === type)!;
  const read = known.schema.safeParse(body);
  return read.success
    ? known.parties?.(read.data as never, { from, to: 'be', net: 'example-federation' })
    : 'malformed';
}

/** PostgreSQL's own count of what this transaction has done so far, table by table. */
async function changesIn(work: Work): Promise<ReadonlyMap<string, number>> {
  const rows = await managerOf(work).query<{ name: string; changes: number }[]>(
    'select relname as name, (n_tup_ins + n_tup_upd + n_tup_del)::int as changes from pg_stat_xact_user_tables',
  );
  return new Map(rows.map(({ name, changes }) => [name, changes]));
}

const tablesIn = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] =>
  [...after.keys()].filter((name) => after.get(name) !== (before.get(name) ?? 0)).sort();

import { type Database } from '@passerelle/doors/at-rest';
import {
  type Announced,
  type RosterContent,
  followRoster,
  newChannel,
  readRosterFile,
  wordsOfRefusal,
} from '@passerelle/protocol';
import type { NodeConfig } from '../config/node-settings.js';
import { PausesStore } from '../peers/stuck/pauses.store.js';
import { PeersStore } from '../peers/peers.store.js';
import { RosterStore } from '../peers/roster/roster.store.js';
import { Refused, exit } from './command.js';
import { fileText } from './settings-at-rest.js';

/** One link as the database knows it, in both directions by number. */
export interface LinkAtRest {
  readonly peer: string;
  readonly status: string;
  /** What we have numbered, and what the peer has signed for. */
  readonly said: bigint;
  readonly confirmed: bigint;
  /** The last message of the peer that was taken in. */
  readonly heard: bigint;
  /** Decided and not numbered yet, and numbered and not confirmed. */
  readonly waiting: number;
  readonly oldestAt: Date | null;
  /** Why a person has paused it; null while everything is sent. */
  readonly pausedBecause: string | null;
  /** What the peer's program has announced last; null before its first greeting. */
  readonly announced: Announced | null;
}

/** The roster kept in the database, or the one on file before the first start; null while there is none. */
export async function rosterOf(database: Database, { rosterFile }: NodeConfig): Promise<RosterContent | null> {
  const kept = await new RosterStore().versions(database.reading);
  if (kept.length > 0) return newestOf(followRoster([], kept));
  if (rosterFile === undefined) return null;
  const text = fileText(rosterFile);
  if (text === undefined)
    throw new Refused(exit.configuration, `PASSERELLE_ROSTER_FILE is "${rosterFile}", which cannot be read`);
  const read = readRosterFile(text);
  if (!read.ok)
    throw new Refused(
      exit.failed,
      `${rosterFile} cannot be followed: ${wordsOfRefusal(read.refusal)}; ask the federation for the file again`,
    );
  return newestOf(followRoster([], read.value));
}

function newestOf(followed: ReturnType<typeof followRoster>): RosterContent {
  if (!followed.ok) throw new Refused(exit.failed, `the roster is refused: ${wordsOfRefusal(followed.refusal)}`);
  return followed.value.current.content;
}

/** Every link of this node; none while it has no roster. */
export async function askLinks(database: Database, config: NodeConfig): Promise<readonly LinkAtRest[]> {
  const roster = await rosterOf(database, config);
  const store = new PeersStore();
  const work = database.reading;
  const paused = await new PausesStore().inForce(work);
  const links: LinkAtRest[] = [];
  for (const { id: peer } of roster?.members.filter(({ id }) => id !== config.node) ?? []) {
    const channel = await store.channel(work, newChannel({ net: roster!.net, me: config.node, peer }));
    const { intents, oldest } = await store.waiting(work, peer, channel.delivered);
    links.push({
      peer,
      status: channel.status,
      said: channel.out.seq,
      confirmed: channel.delivered,
      heard: channel.in.seq,
      waiting: intents + Number(channel.out.seq - channel.delivered),
      oldestAt: oldest,
      pausedBecause: paused.get(peer) ?? null,
      announced: await store.announced(work, peer),
    });
  }
  return links;
}

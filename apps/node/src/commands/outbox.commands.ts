import { RandomIds, leaveTrail } from '@passerelle/doors/at-rest';
import { type Given, type Outcome, Refused, exit, need, type Run } from './command.js';
import { FederationPeers } from '../peers/federation-peers.service.js';
import { PeersStore } from '../peers/peers.store.js';
import type { StuckDecision } from '../peers/stuck/stuck.js';
import { Stuck } from '../peers/stuck/stuck.service.js';
import { StuckStore } from '../peers/stuck/stuck.store.js';
import { signingKeyIn } from './node-keys.js';
import { withCurrentSchema } from './node-at-rest.js';
import { configIn } from './settings-at-rest.js';
import { askLinks, rosterOf } from './peer-links.service.js';

const most = 100;

export const list: Run = async ({ env }) => {
  const config = configIn(env);
  return withCurrentSchema(config, async (database) => {
    const links = await askLinks(database, config);
    const stuck = await new StuckStore().list(database.reading, most);
    const waiting = links.map(({ peer, waiting: count, oldestAt }) => ({ peer, count, oldestAt }));
    const lines = [
      ...waiting.map(
        ({ peer, count, oldestAt }) => `${peer}  ${count} waiting${oldestAt ? ` since ${oldestAt.toISOString()}` : ''}`,
      ),
      ...stuck.map(
        ({ peer, seq, type, attempts, error }) => `stuck  ${peer} ${seq}  ${type}  ${attempts} tries: ${error}`,
      ),
    ];
    const code = stuck.length > 0 ? exit.warnings : exit.ok;
    return { code, lines: lines.length > 0 ? lines : ['nothing waits'], json: { waiting, stuck } };
  });
};

/** A decision about one stuck message, kept with its reason. */
export const order =
  (action: StuckDecision['action']): Run =>
  (given) =>
    decide(given, action);

async function decide(given: Given, action: StuckDecision['action']): Promise<Outcome> {
  const [peer, seq, reason] = [need(given, 'peer'), numberIn(need(given, 'seq')), need(given, 'reason')];
  const config = configIn(given.env);
  return withCurrentSchema(config, async (database) => {
    const roster = await rosterOf(database, config);
    if (!roster) throw new Refused(exit.failed, 'there is no roster yet');
    const store = new PeersStore();
    const peers = new FederationPeers(store, new RandomIds(), signingKeyIn(config), roster);
    const stuck = new Stuck(new StuckStore(), store, peers);
    const done = await database.transact(async (work) => {
      const ordered = await stuck.order(work, peer, seq, { action, reason, by: null });
      if (ordered.ok) await leaveTrail(work, `outbox ${action}: message ${seq} of ${peer}`);
      return ordered;
    });
    if (!done.ok)
      throw new Refused(
        exit.failed,
        `message ${seq} of ${peer} is not stuck: passerelle outbox list shows those that are`,
      );
    return { code: exit.ok, lines: [`message ${seq} of ${peer}: ${action}`], json: { peer, seq, action, reason } };
  });
}

function numberIn(text: string): bigint {
  if (!/^[1-9]\d{0,18}$/.test(text))
    throw new Refused(exit.usage, `--seq is "${text}", expected the number of a message`);
  return BigInt(text);
}

import { createHmac } from 'node:crypto';
import { type NatsCluster, natsServerConfig } from '@passerelle/protocol';
import { type Given, Refused, exit, type Run } from './command.js';
import { withDatabase } from './node-at-rest.js';
import { configIn } from './settings-at-rest.js';
import { natsPublicKeyOf } from './node-keys.js';
import { rosterOf } from './peer-links.service.js';

export const config: Run = async ({ env, values }) => {
  const settings = configIn(env);
  if (settings.natsSeed === undefined)
    throw new Refused(exit.configuration, 'PASSERELLE_NATS_SEED is missing: passerelle keys init makes one');
  const [certFile, keyFile] = [values['tls-cert'], values['tls-key']];
  if ((certFile === undefined) !== (keyFile === undefined))
    throw new Refused(exit.usage, '--tls-cert and --tls-key belong together');
  const roster = await withDatabase(settings, (database) => rosterOf(database, settings));
  if (!roster)
    throw new Refused(exit.failed, 'there is no roster yet: PASSERELLE_ROSTER_FILE names the one of the federation');
  const text = natsServerConfig({
    net: roster.net,
    owner: { name: settings.node, natsPublicKey: natsPublicKeyOf(settings.natsSeed) },
    callers: roster.members
      .filter(({ id }) => id !== settings.node)
      .map(({ id, transportKey }) => ({ name: id, natsPublicKey: transportKey })),
    listen: String(values['listen']),
    storeDir: String(values['store']),
    monitor: String(values['monitor']),
    cluster: clusterIn(values, settings.natsSeed),
    ...(certFile !== undefined && { tls: { certFile: String(certFile), keyFile: String(keyFile) } }),
  });
  return { code: exit.ok, lines: [text.trimEnd()], json: { config: text } };
};

/** What the servers of one cluster let each other in with follows from the node's own key, so each file is made alone. */
function clusterIn(values: Given['values'], seed: string): NatsCluster | undefined {
  const others = [values['route'] ?? []].flat().map(String);
  if (values['cluster'] === undefined && others.length === 0) return undefined;
  if (values['cluster'] === undefined || others.length === 0)
    throw new Refused(
      exit.usage,
      '--cluster (the name of this server) and --route (each of the others) belong together',
    );
  const secret = createHmac('sha256', seed).update('routes of the own NATS cluster').digest('base64url');
  return { serverName: String(values['cluster']), listen: String(values['cluster-listen']), others, secret };
}

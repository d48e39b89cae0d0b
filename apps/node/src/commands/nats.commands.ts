import { createHmac } from 'node:crypto';
import { type NatsCluster, natsServerConfig } from '@passerelle/protocol';
import { type Command, type Given, Refused, exit } from './command.js';
import { configIn, withDatabase } from './node-at-rest.js';
import { natsPublicKeyOf } from './node-keys.js';
import { rosterOf } from './peer-links.service.js';

const config: Command = {
  name: 'nats config',
  summary:
    'Prints the configuration of this node’s own NATS server: each member of the roster may drop letters, nothing else.',
  takes:
    '[--listen 0.0.0.0:4222] [--store DIR] [--monitor 127.0.0.1:8222] [--tls-cert FILE --tls-key FILE] [--cluster NAME --cluster-listen HOST:PORT --route HOST:PORT …]',
  example: 'passerelle nats config --tls-cert cert.pem --tls-key key.pem > /etc/nats/passerelle.conf',
  options: {
    listen: { type: 'string', default: '0.0.0.0:4222' },
    store: { type: 'string', default: '/var/lib/nats' },
    monitor: { type: 'string', default: '127.0.0.1:8222' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    cluster: { type: 'string' },
    'cluster-listen': { type: 'string', default: '0.0.0.0:6222' },
    route: { type: 'string', multiple: true },
  },
  run: async ({ env, values }) => {
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
  },
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

export const natsCommands: readonly Command[] = [config];

import { createPublicKey } from 'node:crypto';
import { join, resolve } from 'node:path';
import { RandomIds, leaveTrail } from '@passerelle/doors/at-rest';
import type { SigningKey } from '@passerelle/protocol';
import type { NodeConfig } from '../config/node-settings.js';
import { FederationPeers } from '../peers/federation-peers.service.js';
import { PeersStore } from '../peers/peers.store.js';
import { type Announced, Rotation } from '../peers/roster/rotation.service.js';
import { Refused, exit, need, type Run } from './command.js';
import { withCurrentSchema } from './node-at-rest.js';
import { configIn } from './settings-at-rest.js';
import { natsPublicKeyOf, newNatsSeed, newSigningPem, signingKeyOf, writeSecrets } from './node-keys.js';
import { rosterOf } from './peer-links.service.js';

export const init: Run = async (given) => {
  // The settings are read from wherever the node is started.
  const dir = resolve(need(given, 'dir'));
  const [signingFile, natsFile] = [join(dir, 'signing.pem'), join(dir, 'nats.seed')];
  const [pem, seed] = [newSigningPem(), newNatsSeed()];
  writeSecrets([
    [signingFile, pem],
    [natsFile, seed],
  ]);
  const { x: publicKey } = createPublicKey(pem).export({ format: 'jwk' });
  const transportKey = natsPublicKeyOf(seed);
  return {
    code: exit.ok,
    lines: [
      `PASSERELLE_SIGNING_KEY_FILE=${signingFile}`,
      `PASSERELLE_NATS_SEED_FILE=${natsFile}`,
      `# public: signs as ${publicKey}, signs in as ${transportKey}`,
    ],
    json: { signingFile, natsFile, publicKey, transportKey },
  };
};

export const rotate: Run = async ({ env }) => {
  const config = configIn(env);
  const [current, next] = [keyOf(config, 'signingKey'), keyOf(config, 'nextSigningKey')];
  return withCurrentSchema(config, async (database) => {
    const roster = await rosterOf(database, config);
    if (!roster) throw new Refused(exit.failed, 'there is no roster yet');
    const store = new PeersStore();
    const rotation = new Rotation(store, new FederationPeers(store, new RandomIds(), current, roster), roster);
    const done = await database.transact(async (work) => {
      const announced = await rotation.announce(work, current, next);
      if (announced.ok) await leaveTrail(work, 'keys rotate');
      return announced;
    });
    if (!done.ok) throw new Refused(exit.failed, reasons[done.refusal.kind]);
    return { code: exit.ok, lines: linesOf(done.value, next), json: done.value };
  });
};

const settings = {
  signingKey: 'PASSERELLE_SIGNING_KEY',
  nextSigningKey: 'PASSERELLE_NEXT_SIGNING_KEY',
} as const;

function keyOf(config: NodeConfig, name: keyof typeof settings): SigningKey {
  const seed = config[name];
  if (seed === undefined)
    throw new Refused(exit.configuration, `${settings[name]} is missing: passerelle keys init makes one`);
  return signingKeyOf(config.node, seed);
}

const reasons = {
  'in-use': 'PASSERELLE_NEXT_SIGNING_KEY is the key in use: make another one with passerelle keys init',
  revoked: 'the roster has revoked PASSERELLE_NEXT_SIGNING_KEY: make another one with passerelle keys init',
} as const;

const linesOf = ({ kid, told, knew }: Announced, { node, publicKey }: SigningKey): string[] => [
  ...told.map((peer) => `${peer}  will hear of ${kid}`),
  ...knew.map((peer) => `${peer}  was told of ${kid} before`),
  `# then: passerelle roster rotate --roster FILE --node ${node} --kid ${kid} --public-key ${publicKey} --from DAY`,
];

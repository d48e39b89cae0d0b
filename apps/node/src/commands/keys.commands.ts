import { createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import { type Command, exit, need } from './command.js';
import { natsPublicKeyOf, newNatsSeed, newSigningPem, writeSecret } from './node-keys.js';

const init: Command = {
  name: 'keys init',
  summary:
    'Makes the key that signs and the key that signs in at NATS servers, in files that only their owner can read.',
  takes: '--dir FOLDER',
  example: 'passerelle keys init --dir /etc/passerelle/keys',
  options: { dir: { type: 'string' } },
  run: async (given) => {
    const dir = need(given, 'dir');
    const [signingFile, natsFile] = [join(dir, 'signing.pem'), join(dir, 'nats.seed')];
    const [pem, seed] = [newSigningPem(), newNatsSeed()];
    writeSecret(signingFile, pem);
    writeSecret(natsFile, seed);
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
  },
};

export const keysCommands: readonly Command[] = [init];

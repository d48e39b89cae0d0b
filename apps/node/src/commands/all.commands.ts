import { apikeyCommands } from './apikey.commands.js';
import { backupCommands } from './backup.commands.js';
import type { Command } from './command.js';
import { configCommands } from './config.commands.js';
import { demoCommands } from './demo.commands.js';
import { doctorCommands } from './doctor.commands.js';
import { exportCommands } from './export.commands.js';
import { keysCommands } from './keys.commands.js';
import { natsCommands } from './nats.commands.js';
import { outboxCommands } from './outbox.commands.js';
import { peerCommands } from './peer.commands.js';
import { rulesCommands } from './rules.commands.js';
import { schemaCommands } from './schema.commands.js';
import { secretsCommands } from './secrets.commands.js';
import { serveCommands } from './serve.commands.js';
import { statusCommands } from './status.commands.js';
import { userCommands } from './user.commands.js';

/** Every verb of a node's program, in the order in which a branch meets them. */
export const commands: readonly Command[] = [
  ...serveCommands,
  ...configCommands,
  ...doctorCommands,
  ...statusCommands,
  ...schemaCommands,
  ...backupCommands,
  ...secretsCommands,
  ...keysCommands,
  ...natsCommands,
  ...peerCommands,
  ...outboxCommands,
  ...userCommands,
  ...apikeyCommands,
  ...exportCommands,
  ...rulesCommands,
  ...demoCommands,
];

import { join } from 'node:path';
import { built, checkout } from './checkout.js';
import { Child, type Died } from './child.js';
import type { Register } from './left-over.js';
import { natsOf } from './nats.js';
import type { Caller } from '@passerelle/protocol';
import { net, type Plan } from './plan.js';

/** What all programs of one federation have in common. */
export interface Whole {
  readonly dir: string;
  readonly natsProgram: string;
  /** False when all of it is thrown away afterwards. */
  readonly isDurable: boolean;
  readonly register: Register;
  readonly onDeath?: ((death: Died) => void) | undefined;
}

/** As the image and the service unit start it: much is young and soon forgotten, so the young part of the heap is large. */
const flags = ['--max-semi-space-size=64', '--enable-source-maps'];

/** One of our own programs, `node` or `federation`, ready to be started. */
export function appOf(program: string, plan: Plan, env: NodeJS.ProcessEnv, whole: Whole): Child {
  return new Child(
    {
      name: plan.id === program ? program : `${program} ${plan.id}`,
      command: process.execPath,
      args: [...flags, built(`${program}/src/main`)],
      env,
      cwd: checkout,
      stopSignal: 'SIGTERM',
      logFile: join(whole.dir, 'logs', `${plan.id}.log`),
      isReady: async () => (await fetch(`${plan.url}/readyz`, { signal: AbortSignal.timeout(5000) })).ok,
      readyWithinSeconds: 120,
    },
    whole.register,
    whole.onDeath,
  );
}

/** A program's own NATS server, which lets the callers drop letters for it. */
export const mailboxOf = (plan: Plan, callers: readonly Plan[], whole: Whole): Child =>
  natsOf({
    program: whole.natsProgram,
    dir: whole.dir,
    net,
    owner: asCaller(plan),
    callers: callers.map(asCaller),
    port: plan.natsPort,
    register: whole.register,
    onDeath: whole.onDeath,
  });

const asCaller = ({ id, keys }: Plan): Caller => ({ name: id, natsPublicKey: keys.natsPublicKey });

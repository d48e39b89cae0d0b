import { spawnSync } from 'node:child_process';
import { installed, onThePath } from './debian.js';

/** JetStream without surprises, and what Debian 12 has; for real use see the operator's guide. */
const oldest = { major: 2, minor: 9 };

/**
 * The NATS server's program: the one that `NATS_SERVER` names, else the one on the path, else Debian's, which is
 * installed when we are root on a machine that has apt. @throws Error that says how to get one
 */
export function natsServer(note: (text: string) => void): string {
  const named = process.env.NATS_SERVER;
  if (named !== undefined && named !== '') return checked(named, 'NATS_SERVER names it');
  const found = onThePath('nats-server') ?? installed('nats-server', note);
  if (found === undefined) throw new Error(howToGetOne);
  return checked(found, 'it is first on the path');
}

const howToGetOne = `no nats-server was found on this machine. Any one of these helps:
  Debian or Ubuntu   sudo apt-get install nats-server
  macOS              brew install nats-server
  elsewhere          download it from https://nats.io/download and start with NATS_SERVER=/path/to/nats-server`;

function checked(program: string, why: string): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const version = /v(\d+)\.(\d+)\.\d+/.exec(stdout);
  if (!version) throw new Error(`${program} is not a NATS server that runs here (${why}).\n${howToGetOne}`);
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return program;
  throw new Error(`${program} is NATS ${version[0]}; 2.9 or newer is needed (${why}).\n${howToGetOne}`);
}

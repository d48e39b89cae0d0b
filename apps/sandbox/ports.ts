import { createServer, type AddressInfo } from 'node:net';
import { keep, readKept } from './kept.js';

/**
 * The ports of one federation on this machine, remembered in a file: an address that somebody has noted, and that the
 * roster names, stays the same from start to start as long as nobody else has taken it.
 */
export class Ports {
  private readonly remembered: Record<string, number>;
  private readonly given = new Set<number>();

  constructor(private readonly file: string) {
    this.remembered = readKept<Record<string, number>>(file) ?? {};
  }

  /** The remembered port of `name`, or `usual`, or the next free one; without `usual`, any free port. */
  async take(name: string, usual?: number): Promise<number> {
    const first = this.remembered[name] ?? usual;
    const port = first === undefined ? await this.any() : await this.from(first);
    this.given.add(port);
    this.remembered[name] = port;
    keep(this.file, this.remembered);
    return port;
  }

  private async from(first: number): Promise<number> {
    for (let port = first; port < first + 500; port += 1) {
      if (!this.given.has(port) && (await isFree(port))) return port;
    }
    throw new Error(`no port is free between ${first} and ${first + 499} on 127.0.0.1`);
  }

  private async any(): Promise<number> {
    for (;;) {
      const port = await freePort();
      if (!this.given.has(port)) return port;
    }
  }
}

async function isFree(port: number): Promise<boolean> {
  try {
    await bindOnce(port);
    return true;
  } catch {
    return false;
  }
}

/** A port that the operating system says nobody uses. */
const freePort = (): Promise<number> => bindOnce(0);

function bindOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const bound = (server.address() as AddressInfo).port;
      server.close(() => resolve(bound));
    });
  });
}

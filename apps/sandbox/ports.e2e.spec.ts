import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Ports } from './ports.js';
import { throwawayFolder } from './testing/throwaway.js';

// Processes start slowly on a machine that is busy with other specs.
jest.setTimeout(120_000);

const folder = throwawayFolder();
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});
afterAll(() => folder.remove());

const occupy = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    servers.push(server);
    server.listen(port, '127.0.0.1', () => resolve());
  });

const file = join(folder.dir, 'ports.json');

describe('the ports of a federation', () => {
  it('are the next free ones when the usual ones are taken', async () => {
    const usual = await new Ports(join(folder.dir, 'other.json')).take('any');
    await occupy(usual);
    const ports = new Ports(file);
    const be = await ports.take('be', usual);
    const fr = await ports.take('fr', usual);
    expect(be).toBeGreaterThan(usual);
    expect(fr).toBeGreaterThan(be);
  });

  it('stay the same from start to start', async () => {
    const before = await new Ports(file).take('se');
    expect(await new Ports(file).take('se', 8103)).toBe(before);
  });

  it('move on when somebody else has taken one meanwhile', async () => {
    const before = await new Ports(file).take('se');
    await occupy(before);
    const after = await new Ports(file).take('se');
    expect(after).not.toBe(before);
    expect(await new Ports(file).take('se')).toBe(after);
  });
});

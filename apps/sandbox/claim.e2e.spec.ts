import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { checkout } from './checkout.js';
import { throwawayFolder } from './testing/throwaway.js';

// Processes start slowly on a machine that is busy with other specs.
jest.setTimeout(120_000);

const folder = throwawayFolder();
const file = join(folder.dir, 'running.json');
const running: ChildProcess[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) if (child.kill('SIGKILL')) await once(child, 'exit');
});
afterAll(() => folder.remove());

/** A program that claims the file, says what it got and holds the claim until it is killed. */
async function claimant(name: string): Promise<{ child: ChildProcess; says: string }> {
  const script = `
    import { claim } from ${JSON.stringify(join(checkout, 'apps/sandbox/claim.mjs'))};
    const claimed = await claim(${JSON.stringify(file)}, () => 'held by ${name}');
    console.log(claimed.heldBy ?? 'mine');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, says: said.toString().trim() };
}

describe('a claim on a file', () => {
  it('is held by the first, and the second hears what the first says', async () => {
    expect((await claimant('Amina')).says).toBe('mine');
    expect((await claimant('Lucas')).says).toBe('held by Amina');
  });

  it('goes to exactly one of several who come at once', async () => {
    const said = await Promise.all(['Amina', 'Lucas', 'Ingrid'].map(async (name) => (await claimant(name)).says));
    expect(said.filter((text) => text === 'mine')).toHaveLength(1);
  });

  it('ends with its holder, however that ended', async () => {
    const { child } = await claimant('Amina');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(file)).toBe(true);
    expect((await claimant('Lucas')).says).toBe('mine');
  });

  it('is not held by a file that a power cut left half written', async () => {
    writeFileSync(file, '{"port":');
    expect((await claimant('Ingrid')).says).toBe('mine');
  });
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from './checkout.js';

const start = (...args: string[]) =>
  spawnSync(process.execPath, [join(checkout, 'apps/sandbox/start.mjs'), ...args], {
    encoding: 'utf8',
    timeout: 20_000,
  });

describe('npm start', () => {
  it('says by what it is set when it is asked, and starts nothing', () => {
    const { status, stdout, stderr } = start('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const setting of ['PASSERELLE_CLOCK', 'DATABASE_URL', 'Example:']) expect(stdout).toContain(setting);
  });

  it('starts nothing for what it does not know, and says where help is', () => {
    const { status, stderr } = start('--prot', '8200');
    expect(status).toBe(64);
    expect(stderr).toContain('"--prot"');
    expect(stderr).toContain('npm start -- --help');
  });
});

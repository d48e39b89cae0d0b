import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUser } from '@nats-io/nkeys';
import { rosterFile, rosterText, signText, signingKey } from '@passerelle/protocol';
import { exampleRoster } from '../../testing/example-roster.js';
import { runRosterCommand, usage } from './roster-command.js';

const keyOf = (node: string, byte: number) =>
  signingKey({ node, kid: `${node}-1`, seed: new Uint8Array(32).fill(byte) });
const keys = { be: keyOf('be', 1), fr: keyOf('fr', 2), se: keyOf('se', 3) };

const pemOf = (byte: number): string => {
  const header = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([header, Buffer.alloc(32, byte)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
};

const as = (node: string, byte: number) => ({
  PASSERELLE_NODE: node,
  PASSERELLE_SIGNING_KEY: pemOf(byte),
  PASSERELLE_NATS_SEED: new TextDecoder().decode(createUser().getSeed()),
});

describe('the commands about the roster', () => {
  const dir = mkdtempSync(join(tmpdir(), 'passerelle-roster-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  const file = (name: string, text: string): string => {
    const path = join(dir, name);
    writeFileSync(path, text);
    return path;
  };
  const m = rosterText(exampleRoster(keys));
  const first = file('first.json', rosterFile([{ m, sigs: [signText(m, keys.be), signText(m, keys.fr)] }]));
  const run = (line: string, env = as('be', 1)) => runRosterCommand(line.split(' '), env);

  it('let a cooperative join: one command there, and one here at each member until a quorum has signed', () => {
    const asked = run(
      'join request --net example-federation --name Kraków --country PL --currency PLN --nats-url tls://nats.pl.example:4222',
      as('pl', 7),
    );
    expect(asked.code).toBe(0);
    const request = file('request.json', asked.out);
    const accept = (roster: string) =>
      `join accept --roster ${roster} --request ${request} --from 2026-06-01 --cap EUR=1000000`;
    const one = run(accept(first));
    expect([one.code, one.err]).toEqual([1, 'signed by be: 1 of 2\n']);
    const two = run(accept(file('one.json', one.out)), as('se', 3));
    expect([two.code, two.err]).toEqual([0, 'signed by be, se: 2 of 2\n']);
    const shown = run(`roster show --roster ${file('two.json', two.out)}`);
    expect(shown.out).toMatch(/version 2, from 2026-06-01: be, fr, se, pl; signed by be, se/);
  });

  it('rotate and revoke keys, and suspend a member', () => {
    const publicKey = keys.se.publicKey.replace(/^./, 'A');
    const rotated = run(`roster rotate --roster ${first} --kid be-2 --public-key ${publicKey} --from 2026-06-01`);
    expect([rotated.code, rotated.out.includes('be-2')]).toEqual([1, true]);
    const revoked = run(`roster revoke --roster ${first} --node fr --kid fr-1 --on 2026-06-01 --last be=12`);
    expect(revoked.out).toContain('\\"revoked\\":\\"2026-06-01\\"');
    const suspended = run(`roster status --roster ${first} --node fr --status suspended --from 2026-06-01`);
    expect(suspended.code).toBe(1);
  });

  it.each([
    ['roster', 64, ''],
    ['roster show', 64, '--roster is missing'],
    ['roster status --roster FIRST --node fr --status gone --from 2026-06-01', 64, 'is none of'],
    ['roster revoke --roster FIRST --node fr --kid fr-1 --on 2026-06-01 --last 12', 64, 'name=value'],
    ['roster rotate --roster FIRST --kid be-2 --public-key short --from 2026-06-01', 64, ''],
    ['join accept --roster FIRST --request FIRST --from 2026-06-01', 2, 'not-a-request'],
    ['roster show --roster NOWHERE', 64, 'no such file'],
    ['roster show --nonsense', 64, 'nonsense'],
  ])('answer "%s" with %i', (line, code, words) => {
    const ran = run(line.replaceAll('FIRST', first));
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(words);
  });

  it('say how they are used, and what of the configuration is missing', () => {
    expect(run('--help')).toEqual({ code: 0, out: usage, err: '' });
    const line = `roster status --roster ${first} --node fr --status leaving --from 2026-06-01`.split(' ');
    expect(runRosterCommand(line, { PASSERELLE_NODE: 'be' })).toMatchObject({ code: 78 });
    expect(run(line.join(' '), as('pl', 9))).toMatchObject({ code: 2, err: expect.stringContaining('does not list') });
  });
});

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

  it('found a federation: each founder signs what the requests of all of them make, and nothing else', () => {
    const asked = (node: string, byte: number, net = 'baltic') =>
      file(
        `${node}-${net}.json`,
        run(
          `join request --net ${net} --name ${node.toUpperCase()} --country BE --currency EUR --nats-url tls://${node}.example:4222`,
          as(node, byte),
        ).out,
      );
    const [be, fr] = [asked('be', 1), asked('fr', 2)];
    const terms = '--from 2026-06-15 --late-interest 10.15 --cap EUR=5000000 --stake be:EUR=100 --stake fr:EUR=100';
    const found = `roster found --request ${be} --request ${fr} ${terms}`;
    const half = run(found);
    expect([half.code, half.err]).toEqual([1, 'signed by be: 1 of 2\n']);
    const draft = file('founding.json', half.out);
    expect(run(`roster show --roster ${draft}`)).toMatchObject({ code: 2 });
    expect(run(`${found.replace('10.15', '12')} --roster ${draft}`, as('fr', 2))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/signed something else: compare/),
    });
    expect(run(`${found} --roster ${draft}`, as('fr', 9))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no request is of fr with the key/),
    });
    const whole = run(`${found} --roster ${draft}`, as('fr', 2));
    expect([whole.code, whole.err]).toEqual([0, 'signed by be, fr: 2 of 2\n']);
    expect(run(`roster show --roster ${file('founded.json', whole.out)}`).out).toMatch(
      /^version 1, from 2026-06-15: be, fr; signed by be, fr\n$/,
    );
    const { versions } = JSON.parse(whole.out) as { versions: { m: string }[] };
    const { calendar, quorum } = JSON.parse(versions[0]!.m) as { calendar: object[]; quorum: object };
    expect([calendar[0], calendar.length, quorum]).toEqual([
      {
        cycle: '2026-06',
        cutOff: '2026-06-30',
        statements: '2026-07-02',
        proposal: '2026-07-03',
        payment: '2026-07-08',
        graceEnd: '2026-07-15',
      },
      60,
      { lock: 2, skip: 1 },
    ]);
    for (const [line, words] of [
      [found.replace(fr, asked('fr', 2, 'nordic')), 'fr asks to join nordic, and be baltic'],
      [found.replace(fr, be), 'two requests are of be'],
      [`roster found --request ${be} ${terms}`, 'once for each founder'],
      [found.replace('10.15', 'ten'), 'expected a percentage'],
      [found.replace('be:EUR', 'pl:EUR'), 'is not written as founder:EUR=2000000'],
      [`${found} --roster ${first}`, 'signed something else'],
    ] as const)
      expect(run(line).err).toContain(words);
  });

  it('name the cycles of more years, signed by as many as a new member needs, and say what cannot be', () => {
    const extend = (roster: string, until = '2028-12') =>
      `roster extend --roster ${roster} --until ${until} --from 2026-05-01`;
    const exception = '--cycle 2026-12=2026-12-30,2027-01-04,2027-01-05,2027-01-11,2027-01-18';
    const one = run(`${extend(first)} ${exception}`);
    expect([one.code, one.err]).toEqual([1, 'signed by be: 1 of 2\n']);
    const half = file('extended-half.json', one.out);
    expect(run(extend(half), as('fr', 2))).toMatchObject({
      code: 2,
      err: expect.stringContaining('give the same options as its first signer'),
    });
    const two = run(`${extend(half)} ${exception}`, as('fr', 2));
    expect([two.code, two.err]).toEqual([0, 'signed by be, fr: 2 of 2\n']);
    const { versions } = JSON.parse(two.out) as { versions: { m: string }[] };
    const { calendar } = JSON.parse(versions[1]!.m) as { calendar: { cycle: string; payment: string }[] };
    expect([calendar[0]!.cycle, calendar.at(-1)!.cycle, calendar.length]).toEqual(['2026-03', '2028-12', 34]);
    expect(calendar.find(({ cycle }) => cycle === '2026-12')!.payment).toBe('2027-01-11');
    const whole = file('extended.json', two.out);
    expect(run(`roster show --roster ${whole}`).out).toMatch(
      /version 2, from 2026-05-01: be, fr, se; signed by be, fr/,
    );
    for (const [line, code, words] of [
      [extend(whole), 2, 'names every cycle until 2028-12 already: choose a later --until'],
      [extend(whole, '2040-01'), 2, '--until may be 2031-03 at most'],
      [`${extend(first)} --cycle 2026-04=2026-04-30,2026-05-04,2026-05-05,2026-05-08,2026-05-18`, 2, 'begins before'],
      [`${extend(first)} --cycle 2029-01=2029-01-31,2029-02-02,2029-02-05,2029-02-08,2029-02-15`, 2, 'would not'],
      [`${extend(first)} --cycle 2027-01=2027-01-31,2027-02-02,2027-02-01,2027-02-08,2027-02-15`, 2, 'do not follow'],
      [`${extend(first)} --cycle 2027-01=2027-01-31`, 64, 'expected a month and five days'],
      [extend(first, 'soon'), 64, '--until names "soon", expected a month such as 2031-05'],
      [`roster extend --roster ${first} --from 2026-05-01`, 64, '--until is missing'],
    ] as const)
      expect([line, run(line)]).toMatchObject([line, { code, err: expect.stringContaining(words) }]);
  });

  it('rotate and revoke keys, and suspend a member', () => {
    // One key of 64 begins with a dash.
    const publicKey = keys.se.publicKey.replace(/^./, '-');
    const rotated = run(`roster rotate --roster ${first} --kid be-2 --public-key ${publicKey} --from 2026-06-01`);
    expect([rotated.code, rotated.out.includes('be-2')]).toEqual([1, true]);
    const half = file('rotated.json', rotated.out);
    const signedToo = run(
      `roster rotate --roster ${half} --node be --kid be-2 --public-key ${publicKey} --from 2026-06-01`,
      as('fr', 2),
    );
    expect([signedToo.code, signedToo.err]).toEqual([0, 'signed by be, fr: 2 of 2\n']);
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

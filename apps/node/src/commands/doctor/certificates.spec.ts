import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { TLSSocket, createServer as createTlsServer } from 'node:tls';
import { newNatsSeed } from '../node-keys.js';
import { said } from '../said.js';
import { certificates } from './certificates.js';
import { ownMailbox, slotFinding } from './mailboxes.js';
import { certificateUntil } from './testing/certificate.js';

const day = 24 * 60 * 60 * 1000;
const inDays = (days: number): Date => new Date(Date.now() + days * day + day / 2);
const dateOf = (at: Date): string => at.toISOString().slice(0, 10);

describe('the certificates a node depends on', () => {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  });

  async function listen(server: Server): Promise<string> {
    servers.push(server);
    server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const secured = (socket: Socket, end: Date): unknown =>
    new TLSSocket(socket, { isServer: true, ...certificateUntil(end) }).on('error', () => undefined);

  const website = (end: Date, begin?: Date) => listen(createTlsServer(certificateUntil(end, begin)));
  const nats = (end: Date | null) =>
    listen(
      createServer((socket) => {
        socket.write(
          `INFO {"server_id":"spec","tls_required":${end !== null}} \r\n`,
          () => end && secured(socket, end),
        );
      }),
    );
  const postgres = (end: Date | null) =>
    listen(
      createServer((socket) => {
        socket.once('data', (asked: Buffer) => {
          expect(asked.toString('hex')).toBe('0000000804d2162f');
          socket.write(end ? 'S' : 'N', () => end && secured(socket, end));
        });
      }),
    );
  const bare = { node: 'be', natsUrl: undefined, federationNatsUrl: undefined };

  it('are told with their day, three weeks before it as a warning and after it as a failure', async () => {
    const [well, soon, past] = [inDays(90), inDays(20), inDays(-2)];
    const found = await certificates(
      {
        ...bare,
        baseUrl: `https://${await website(well)}`,
        databaseUrl: `postgres://be@${await postgres(soon)}/be`,
        natsUrl: `nats://${await nats(past)}`,
      },
      [],
    );
    expect(found).toMatchObject([
      { what: 'certificate site', result: 'ok', says: said('certificate-counts', { day: dateOf(well), days: 90 }) },
      {
        what: 'certificate database',
        result: 'warn',
        says: said('certificate-counts', { day: dateOf(soon), days: 20 }),
      },
      { what: 'certificate mailbox', result: 'fail', says: said('certificate-ended', { day: dateOf(past) }) },
    ]);
    expect(found.map(({ endsAt }) => Math.abs(endsAt!.getTime() - well.getTime()) < 1000)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('are looked at where other cooperatives take letters, of several servers the one that ends first', async () => {
    const urls = [`tls://${await nats(inDays(100))}`, `tls://${await nats(inDays(10))}`].join(',');
    const site = { ...bare, baseUrl: 'http://127.0.0.1:8080', databaseUrl: `postgres://be@${await postgres(null)}/be` };
    const members = [
      { id: 'be', natsUrl: 'tls://127.0.0.1:1' },
      { id: 'fr', natsUrl: urls },
      { id: 'se', natsUrl: `nats://${await nats(null)}` },
    ];
    expect(await certificates(site, members)).toMatchObject([
      { what: 'certificate peer fr', result: 'warn', says: { values: { days: 10 } } },
    ]);
  });

  it('are a failure before the day from which they count, which a clock that is late finds too', async () => {
    const [begin, end] = [inDays(3), inDays(90)];
    const found = await certificates(
      {
        ...bare,
        baseUrl: `https://${await website(end, begin)}`,
        databaseUrl: 'postgres://be@127.0.0.1/be?sslmode=disable',
      },
      [],
    );
    expect(found).toMatchObject([
      { result: 'fail', says: said('certificate-begins', { day: dateOf(begin) }), remedy: said('compare-clocks') },
    ]);
  });

  it('keep a node out of a mailbox, which says so, and who mends it', async () => {
    const login = { node: 'be', natsSeed: newNatsSeed().trim() };
    const expired = `tls://${await nats(inDays(-2))}`;
    expect(await ownMailbox(login, expired, ['fr'])).toMatchObject({
      result: 'fail',
      says: said('certificate-expired'),
      remedy: said('renew-and-compare-clock'),
    });
    const slot = { net: 'example-federation', owner: 'fr', address: expired };
    expect(await slotFinding(login, slot)).toMatchObject({
      says: said('certificate-expired'),
      remedy: said('tell-peer', { peer: 'fr' }),
    });
    expect(await slotFinding(login, { ...slot, address: `tls://${await nats(inDays(90))}` })).toMatchObject({
      says: said('certificate-unproven'),
      remedy: said('name-authority'),
    });
  });

  it('are never said to be well where nobody answers, and none is missed where nothing is secured', async () => {
    const databaseUrl = `postgres://be@${await postgres(null)}/be`;
    const closed = { ...bare, baseUrl: 'https://127.0.0.1:1', databaseUrl };
    expect(await certificates(closed, [])).toMatchObject([
      { what: 'certificate site', result: 'warn', says: said('certificate-unseen', { code: 'ECONNREFUSED' }) },
    ]);
    expect(await certificates({ ...closed, baseUrl: 'http://127.0.0.1:8080' }, [])).toMatchObject([
      { what: 'certificates', result: 'ok' },
    ]);
  });
});

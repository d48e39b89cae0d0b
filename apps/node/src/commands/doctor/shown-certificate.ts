import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { type TLSSocket, connect as connectTls } from 'node:tls';

/** How a server begins to speak TLS: at once, after it has said who it is (NATS), or when it is asked (PostgreSQL). */
type Opening = 'at-once' | 'nats' | 'postgres';

const openings: Readonly<Record<string, { readonly opening: Opening; readonly port: number }>> = {
  'https:': { opening: 'at-once', port: 443 },
  'wss:': { opening: 'at-once', port: 443 },
  'tls:': { opening: 'nats', port: 4222 },
  'nats:': { opening: 'nats', port: 4222 },
  'postgres:': { opening: 'postgres', port: 5432 },
  'postgresql:': { opening: 'postgres', port: 5432 },
};

const answerMs = 5_000;

/** The eight bytes with which PostgreSQL is asked for TLS. */
const pleaseTls = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/** From when until when a certificate counts. */
export interface Validity {
  readonly beginsAt: Date;
  readonly endsAt: Date;
}

/**
 * When the certificate counts that the server shows at this address; null where it speaks no TLS. Whether it is trusted
 * is not asked: an expired one must be read as well. Rejects when the server does not answer in time.
 */
export async function validityAt(address: string): Promise<Validity | null> {
  const { protocol, hostname, port, searchParams } = new URL(address);
  const known = openings[protocol];
  if (!known || searchParams.get('sslmode') === 'disable') return null;
  const host = hostname.replace(/^\[|\]$/g, '');
  // Whoever waits hears of an error; one that comes when nobody waits any more is nobody's.
  const socket = connect({ host, port: Number(port) || known.port }).on('error', () => undefined);
  const timer = setTimeout(() => socket.destroy(new Error(`no answer within ${answerMs} ms`)), answerMs);
  try {
    await once(socket, 'connect');
    return (await offersTls(socket, known.opening)) ? await shown(socket, host) : null;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

async function offersTls(socket: Socket, opening: Opening): Promise<boolean> {
  if (opening === 'at-once') return true;
  if (opening === 'postgres') socket.write(pleaseTls);
  const [said] = (await once(socket, 'data')) as [Buffer];
  if (opening === 'postgres') return said.toString('latin1') === 'S';
  return /"tls_(required|available)":\s*true/.test(said.toString('latin1'));
}

async function shown(socket: Socket, host: string): Promise<Validity> {
  const secured: TLSSocket = connectTls({ socket, servername: nameOf(host), rejectUnauthorized: false });
  secured.on('error', () => undefined);
  // What ends the plain connection, the time limit for one, must end the wait for the secured one.
  socket.once('close', () => secured.destroy(new Error('the server hung up')));
  await once(secured, 'secureConnect');
  const { valid_from: from, valid_to: to } = secured.getPeerCertificate();
  return { beginsAt: new Date(from), endsAt: new Date(to) };
}

/** An address of numbers has no name to ask for. */
const nameOf = (host: string): string | undefined => (/^[\d.]+$|:/.test(host) ? undefined : host);

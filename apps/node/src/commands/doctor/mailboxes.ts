import { setTimeout as pause } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { type NatsConnection, connect, headers, nkeyAuthenticator } from '@nats-io/transport-node';
import { inboxStream, inboxSubject, replyPrefix } from '@passerelle/protocol';
import type { NodeConfig } from '../../config/node-settings.js';
import { outsideFault, remedyFor } from '../outside-faults.js';
import { type Said, said } from '../said.js';
import { type Finding, failure, fine, warning } from './finding.js';

const answerMs = 5_000;

type Login = Pick<NodeConfig, 'node' | 'natsSeed'>;

/** The node's own NATS server: whether it lets the node in, and keeps letters of each peer. */
export async function ownMailbox(config: Login, address: string, peers: readonly string[]): Promise<Finding> {
  const opened = await signIn(config, address);
  if ('fault' in opened) return failure('mailbox', opened.fault, ownRemedy(opened.fault));
  try {
    const manager = await jetstreamManager(opened.connection, { timeout: answerMs });
    const missing: string[] = [];
    for (const peer of peers) await manager.streams.info(inboxStream(peer)).catch(() => void missing.push(peer));
    if (missing.length > 0)
      return warning('mailbox', said('mailbox-no-stream', { address, peers: missing.join(', ') }), said('start-node'));
    return fine(
      'mailbox',
      peers.length === 0
        ? said('mailbox-signed-in', { address })
        : said('mailbox-keeps', { address, peers: peers.join(', ') }),
    );
  } catch {
    return failure('mailbox', said('mailbox-no-jetstream', { address }), said('start-mailbox'));
  } finally {
    await opened.connection.close();
  }
}

function ownRemedy({ code }: Said): Said {
  if (code === 'mailbox-no-seed') return said('make-keys');
  return remedyFor(code) ?? said('start-mailbox');
}

/** Whose NATS server it is, and where. */
export interface Slot {
  readonly net: string;
  readonly owner: string;
  readonly address: string;
}

/** The slot at somebody else's NATS server: whether our letters are kept there, and nothing more is allowed. */
export async function slotFinding(config: Login, slot: Slot): Promise<Finding> {
  const what = `mailbox ${slot.owner}`;
  const seen = await lookAtSlot(config, slot);
  const askToWrite = said('ask-peer-to-write', { peer: slot.owner });
  switch (seen.code) {
    case 'slot-ours-alone':
      return fine(what, seen);
    case 'mailbox-shut':
    case 'slot-shut':
      return failure(what, seen, askToWrite);
    case 'slot-too-wide':
      return warning(what, seen, askToWrite);
    case 'mailbox-no-seed':
      return failure(what, seen, said('make-keys'));
    case 'certificate-expired':
    case 'certificate-not-yet':
    case 'certificate-other-name':
      return warning(what, seen, said('tell-peer', { peer: slot.owner }));
    default:
      // Whom this machine trusts is mended on this machine.
      return warning(what, seen, remedyFor(seen.code) ?? said('ask-peer-to-start', { peer: slot.owner }));
  }
}

/** What our login may do there. Nothing is stored by looking, whatever the server allows. */
export async function lookAtSlot(config: Login, { net, owner, address }: Slot): Promise<Said> {
  const opened = await signIn(config, address);
  if ('fault' in opened) return opened.fault;
  const { connection } = opened;
  try {
    const ours = inboxSubject({ net, me: owner, peer: config.node });
    const answer = await knock(connection, ours);
    if (answer === 'forbidden') return said('slot-shut');
    // A subject that belongs to nobody: who may write or listen there may do so everywhere.
    const elsewhere = `${ours}.elsewhere`;
    const isWide = (await knock(connection, elsewhere)) !== 'forbidden' || (await mayListen(connection, elsewhere));
    if (isWide) return said('slot-too-wide');
    return said(answer === 'kept' ? 'slot-ours-alone' : 'slot-unkept');
  } catch (error) {
    return said('mailbox-away', { address, why: wordsOf(error) });
  } finally {
    await connection.close();
  }
}

/** A letter for a stream that does not exist: the stream of the slot answers that it is not meant, and keeps nothing. */
async function knock(connection: NatsConnection, subject: string): Promise<'kept' | 'unkept' | 'forbidden'> {
  const meantForNone = headers();
  meantForNone.set('Nats-Expected-Stream', 'NONE');
  try {
    await connection.request(subject, new Uint8Array(), { timeout: answerMs, headers: meantForNone });
    return 'kept';
  } catch (error) {
    if (/permissions violation/i.test(String(error))) return 'forbidden';
    if (/no responders/i.test(String(error))) return 'unkept';
    throw error;
  }
}

async function mayListen(connection: NatsConnection, subject: string): Promise<boolean> {
  let isForbidden = false;
  const subscription = connection.subscribe(subject, { callback: (error) => void (isForbidden ||= error !== null) });
  await connection.flush();
  // The server has answered; the client tells the subscription in its next turn.
  await pause(0);
  if (!isForbidden) subscription.unsubscribe();
  return !isForbidden;
}

type Opened = { readonly connection: NatsConnection } | { readonly fault: Said };

/** Signs in with the node's own nkey. */
async function signIn({ natsSeed, node }: Login, address: string): Promise<Opened> {
  if (natsSeed === undefined) return { fault: said('mailbox-no-seed') };
  try {
    const connection = await connect({
      servers: address.split(','),
      name: `${node} doctor`,
      inboxPrefix: replyPrefix(node),
      authenticator: nkeyAuthenticator(new TextEncoder().encode(natsSeed)),
      timeout: answerMs,
      reconnect: false,
    });
    return { connection };
  } catch (error) {
    const why = wordsOf(error);
    if (/authorization/i.test(why)) return { fault: said('mailbox-shut', { address }) };
    const outside = outsideFault(error);
    const isOfCertificate = outside?.why.code.startsWith('certificate-') === true;
    return { fault: isOfCertificate ? outside.why : said('mailbox-away', { address, why }) };
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

import type { Ids, Work } from '@passerelle/doors';
import {
  type Calendar,
  type Declaration,
  type JsonObject,
  type Roster,
  type RosterContent,
  type SigningKey,
  calendarOf,
  isDeclaredBy,
  wasDeclaredBy,
  isHashSignedBy,
  memberOf,
  rosterOn,
  signDeclaration,
  signHash,
} from '@passerelle/protocol';
import { type Bar, barByRoster } from './bar.js';
import type { PlainDate } from '@passerelle/values';
import type { ChannelStore } from './channel/channels.js';
import { Peers } from './peers.service.js';
import type { NodeId } from './received.js';
import { faultOfMessage } from './sendable.js';

/** The members of the federation: what is said to them waits as an intent until the channel numbers it. */
export class FederationPeers extends Peers {
  readonly calendar: Calendar;

  constructor(
    private readonly store: ChannelStore,
    private readonly ids: Ids,
    private readonly key: SigningKey,
    readonly roster: RosterContent,
    private readonly versions: readonly Roster[] = [],
  ) {
    super();
    this.calendar = calendarOf([...versions.map(({ content }) => content), roster]);
  }

  rosterOn(day: PlainDate): RosterContent {
    return this.versions.length === 0 ? this.roster : rosterOn(this.versions, day);
  }

  get me(): NodeId {
    return this.key.node;
  }

  knows(node: NodeId): boolean {
    return node !== this.me && memberOf(this.roster, node) !== undefined;
  }

  async bar(work: Work, node: NodeId): Promise<Bar | null> {
    return (await this.store.bar(work, node)) ?? barByRoster(this.roster, [node, this.me]);
  }

  async send(work: Work, peer: NodeId, type: string, body: object, heard = 0n): Promise<void> {
    if (!this.knows(peer)) throw new Error(`"${peer}" is no other member of the federation`);
    // Both have said that nothing is open and that this was their last word.
    if ((await this.store.status(work, peer)) === 'closed') return;
    const content = body as JsonObject;
    const fault = faultOfMessage(type, content, { from: this.me, to: peer, net: this.roster.net });
    if (fault) throw new Error(`a ${type} to ${peer} cannot be sent: ${fault}`);
    const applied = await this.store.applied(work, peer);
    const ack = applied > heard ? applied : heard;
    await this.store.addIntent(work, peer, { id: this.ids.newId(), type, body: content, ack });
  }

  sign(hash: string): string {
    return signHash(hash, this.roster.net, this.key);
  }

  verify(node: NodeId, hash: string, signature: string): boolean {
    return isHashSignedBy(node, hash, signature, this.roster);
  }

  declare(declaration: Declaration): string {
    return signDeclaration(declaration, this.roster.net, this.key);
  }

  isDeclaredBy(node: NodeId, declaration: Declaration, signature: string): boolean {
    return isDeclaredBy(node, declaration, signature, this.roster);
  }

  wasDeclaredBy(node: NodeId, declaration: Declaration, signature: string): boolean {
    return wasDeclaredBy(node, declaration, signature, this.roster);
  }
}

/** A node that belongs to no federation yet: it knows nobody and does everything else. */
export class NoPeers extends Peers {
  readonly roster = null;
  readonly calendar = [];

  constructor(readonly me: NodeId) {
    super();
  }

  rosterOn(): never {
    throw alone('anybody');
  }

  knows(): boolean {
    return false;
  }

  bar(): Promise<null> {
    return Promise.resolve(null);
  }

  send(_work: Work, peer: NodeId): Promise<void> {
    return Promise.reject(alone(peer));
  }

  sign(): string {
    throw alone('anybody');
  }

  verify(): boolean {
    return false;
  }

  declare(): string {
    throw alone('anybody');
  }

  isDeclaredBy(): boolean {
    return false;
  }

  wasDeclaredBy(): boolean {
    return false;
  }
}

const alone = (node: NodeId): Error =>
  new Error(`this node works alone and cannot speak to ${node}: set PASSERELLE_NATS_URL`);

import type { Work } from '@passerelle/doors';
import { type RosterContent, type SigningKey, announce, memberOf } from '@passerelle/protocol';
import { type Result, ok, refuse } from '@passerelle/values';
import type { ChannelStore } from '../channel/channels.js';
import type { Peers } from '../peers.service.js';
import type { NodeId } from '../received.js';

/** Who hears of the new key by this, and who was told before. */
export interface Announced {
  readonly kid: string;
  readonly told: readonly NodeId[];
  readonly knew: readonly NodeId[];
}

export type AnnounceRefusal = { readonly kind: 'in-use' } | { readonly kind: 'revoked'; readonly kid: string };

/** Announces the next key of this node on every channel, under one name, and once on each. */
export class Rotation {
  constructor(
    private readonly store: ChannelStore,
    private readonly peers: Peers,
    private readonly roster: RosterContent,
  ) {}

  async announce(work: Work, current: SigningKey, next: SigningKey): Promise<Result<Announced, AnnounceRefusal>> {
    if (current.publicKey === next.publicKey) return refuse({ kind: 'in-use' });
    const listed = this.listed.find(({ publicKey }) => publicKey === next.publicKey);
    if (listed?.revoked) return refuse({ kind: 'revoked', kid: listed.kid });
    const others = this.roster.members.map(({ id }) => id).filter((id) => id !== this.peers.me);
    const said = new Map<NodeId, readonly NamedKey[]>();
    for (const peer of others) said.set(peer, await this.saidTo(work, peer));
    const before = [...said.values()].flat();
    const kid = listed?.kid ?? nameOf(next, before) ?? this.freeName(before);
    const knew = others.filter((peer) => nameOf(next, said.get(peer)!) !== undefined);
    const told = others.filter((peer) => !knew.includes(peer));
    const body = announce({ ...next, kid }, this.roster.net);
    for (const peer of told) await this.peers.send(work, peer, 'key.rotate', body);
    return ok({ kid, told, knew });
  }

  private get listed(): RosterContent['members'][number]['signingKeys'] {
    return memberOf(this.roster, this.peers.me)?.signingKeys ?? [];
  }

  /** What was announced on one channel, numbered or waiting for its number. */
  private async saidTo(work: Work, peer: NodeId): Promise<readonly NamedKey[]> {
    const { said } = await this.store.rotations(work, peer);
    const numbered = said.map(({ sealed }) => (JSON.parse(sealed.m) as { readonly body: NamedKey }).body);
    const waiting = await this.store.intents(work, peer, Number.MAX_SAFE_INTEGER);
    return [...numbered, ...waiting.filter(({ type }) => type === 'key.rotate').map(({ body }) => body as NamedKey)];
  }

  private freeName(before: readonly NamedKey[]): string {
    const taken = new Set([...this.listed, ...before].map(({ kid }) => kid));
    let turn = 1;
    while (taken.has(`${this.peers.me}-${turn}`)) turn += 1;
    return `${this.peers.me}-${turn}`;
  }
}

interface NamedKey {
  readonly kid: string;
  readonly publicKey: string;
}

const nameOf = (key: SigningKey, among: readonly NamedKey[]): string | undefined =>
  among.find(({ publicKey }) => publicKey === key.publicKey)?.kid;

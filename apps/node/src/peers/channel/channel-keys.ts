import type { Work } from '@passerelle/doors';
import {
  type Keyring,
  type Message,
  type RotationRefusal,
  type SigningKey,
  type Stored,
  open,
  ringAfter,
  ringRotated,
} from '@passerelle/protocol';
import type { ChannelParts } from './channel-parts.js';
import type { NodeId } from '../received.js';

/**
 * Which keys sign on one channel: those of the roster, changed by what either end has announced there. It is read from
 * the outbox and the inbox, so that a start and a restore know what the channel knew before.
 */
export class ChannelKeys {
  private own: Keyring = [];
  private others: Keyring = [];

  constructor(
    private readonly parts: Pick<ChannelParts, 'keyring' | 'keys' | 'store'>,
    private readonly of: { readonly me: NodeId; readonly peer: NodeId },
  ) {}

  /** Forgets what was not committed. */
  async read(work: Work): Promise<void> {
    const { store, keyring } = this.parts;
    const { me, peer } = this.of;
    const { said, heard } = await store.rotations(work, peer);
    this.own = after(said, keyring(me));
    this.others = after(heard, keyring(peer));
  }

  /** The keys of this node on the channel. */
  get mine(): Keyring {
    return this.own;
  }

  /** The keys of the peer on the channel; another list as soon as it has announced one. */
  get theirs(): Keyring {
    return this.others;
  }

  /** Messages of ours are committed. */
  said(messages: readonly Message[]): void {
    for (const message of messages) this.own = ringAfter(message, this.own);
  }

  /** Messages of the peer are committed. */
  heard(messages: readonly Message[]): void {
    for (const message of messages) this.others = ringAfter(message, this.others);
  }

  /** Why an announcement of the peer changes nothing, or undefined when it does what it says. */
  faultOf(message: Message): RotationRefusal['kind'] | undefined {
    const rotated = ringRotated(message, this.others);
    return rotated.ok ? undefined : rotated.refusal.kind;
  }

  /** The key for our message of that number. @throws when this node does not hold the one that the peer expects */
  signing(seq: bigint): SigningKey {
    const { peer } = this.of;
    for (const held of this.parts.keys) {
      const named = this.own.find((key) => key.publicKey === held.publicKey && key.signs(peer, seq));
      if (named) return { ...held, kid: named.kid };
    }
    const expected = this.own.filter((key) => key.signs(peer, seq)).map(({ kid }) => kid);
    throw new Error(
      `message ${seq} to ${peer} needs the key ${expected.join(' or ') || 'of a new roster'}: check ` +
        'PASSERELLE_SIGNING_KEY and PASSERELLE_NEXT_SIGNING_KEY',
    );
  }
}

/** An announcement that the roster by now forbids its signer is none. */
function after(announcements: readonly Stored[], ring: Keyring): Keyring {
  let keys = ring;
  for (const { sealed } of announcements) {
    const opened = open(sealed, keys);
    if (opened.ok) keys = ringAfter(opened.value, keys);
  }
  return keys;
}

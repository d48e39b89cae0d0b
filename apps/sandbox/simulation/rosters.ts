import { type RosterContent, dataFrame, numberAll, withoutKey, writeFrame } from '@passerelle/protocol';
import type { NodeId } from '@passerelle/settlement';
import { day, firstDayOf, month } from '@passerelle/values';
import { cutAt, months } from './calendar.js';
import type { Letter } from './letter.js';
import type { Node } from './node.js';
import type { Office } from './office.js';
import type { World } from './world.js';

/** The longest until a member has put a new roster in place, and a margin for clocks that are wrong. */
const spreadMost = 150;
const skewMost = 50;
const againAfter = 12;
const afterAllMonths = day('2027-01-01');
/** In the middle of the cycles of a run, whose finals rest on votes that the key has signed. */
const revoked = day('2026-09-10');

type RosterMember = RosterContent['members'][number];

export interface RostersParts {
  readonly world: World;
  readonly office: Office;
  readonly honest: () => readonly Node[];
  readonly everybody: () => readonly Node[];
  readonly hasLiars: boolean;
  readonly send: (letter: Letter) => void;
}

/** What people change in the roster during a run, and what a thief says with a key that was taken out of it. */
export class Rosters {
  constructor(private readonly parts: RostersParts) {}

  /**
   * A new version changes a cap and the order of the coordinators; members hear of it at different times. It counts from
   * a cycle on that begins when all have: whoever coordinates must not change within one.
   */
  change(): void {
    const { caps, coordinators } = this.parts.office.newest.content;
    const order = [...coordinators.slice(1), coordinators[0]!];
    this.issueFromNextCycle({
      coordinators: order,
      caps: caps.map((cap, at) => (at % 7 === 0 ? { ...cap, max: '6000000' } : cap)),
    });
  }

  /** A version that counts from the first cycle that nobody can have begun before everybody has it. */
  issueFromNextCycle(change: Partial<RosterContent>): void {
    this.parts.office.issue({ ...change, from: this.firstCycleAfterAll() });
    this.spread();
  }

  /** A key that every peer has heard of gets its place in the roster, and the messages it signs; the old one may go. */
  nameNewKeys(): void {
    const { world, office } = this.parts;
    if (world.plan.business.keyChanges === 0) return;
    const { content } = office.newest;
    const members = content.members.map((member) => this.named(member) ?? this.bereft(content, member) ?? member);
    if (members.every((member, at) => member === content.members[at])) return;
    office.issue({ members });
    this.spread();
  }

  /** A thief has an old key and knows all else that its owner does. Whoever knows that it was revoked believes nothing. */
  speakAsThief(): void {
    const { world, office } = this.parts;
    const honest = this.parts.honest();
    if (world.isCalm) return;
    for (const { id, signingKeys } of office.newest.content.members) {
      const owner = honest.find(({ me }) => me === id);
      if (!owner?.isUp || signingKeys[0]!.revoked === undefined) continue;
      for (const peer of honest)
        if (peer !== owner && peer.kept.roster.content.version === office.versions.length) this.forge(owner, peer);
    }
  }

  /** A message that the owner never said, and a receipt for all that it may not have heard. */
  private forge(owner: Node, { me: peer, kept }: Node): void {
    const { office, send, world } = this.parts;
    const state = owner.links.get(peer)?.state;
    if (!state) return;
    const key = office.key(owner.me, 1);
    const word = { id: world.newId(), type: 'limit.set', body: { currency: 'EUR', cap: '0' }, ack: state.in.seq };
    const { messages } = numberAll(state, [word], { key, at: '2026-09-11T09:00:00.000Z' });
    const heard = { ...state, in: kept.channels[owner.me]!.stored.out };
    for (const made of [dataFrame(state, messages, key), dataFrame(heard, [], key)])
      if (made) send({ from: owner.me, to: peer, bytes: writeFrame(made.frame) });
  }

  private named(member: RosterMember): RosterMember | null {
    const { office } = this.parts;
    if (member.signingKeys.length > 1) return null;
    const node = this.parts.honest().find(({ me }) => me === member.id);
    const spans = node && this.spansOf(node);
    if (!spans) return null;
    const [old] = member.signingKeys;
    const { kid, publicKey } = office.key(member.id, 2);
    const before = Object.fromEntries(
      Object.entries(spans).map(([peer, seq]) => [peer, { first: '1', last: `${seq}` }]),
    );
    const after = Object.fromEntries(Object.entries(spans).map(([peer, seq]) => [peer, { first: `${seq + 1n}` }]));
    return {
      ...member,
      signingKeys: [
        { ...old!, spans: before },
        { kid, publicKey, from: old!.from, spans: after },
      ],
    };
  }

  /** The member without its old key, some time after the new one got its place. */
  private bereft(content: RosterContent, { id, signingKeys }: RosterMember): RosterMember | null {
    const [old] = signingKeys;
    if (!this.parts.world.plan.business.areKeysStolen || old!.revoked !== undefined) return null;
    if (signingKeys.length === 1) return null;
    const without = withoutKey(id, { kid: old!.kid, revoked, last: {} })(content);
    return without.members.find((member) => member.id === id)!;
  }

  /** The last message that the old key signs on each channel, once every peer holds it. */
  private spansOf(node: Node): Record<NodeId, bigint> | null {
    const spans: Record<NodeId, bigint> = {};
    for (const peer of this.parts.honest().filter((each) => each !== node)) {
      const [said, heard] = [node.kept.channels[peer.me]!, peer.kept.channels[node.me]!].map(
        ({ rotations }) => rotations[node.me]?.seq,
      );
      if (said === undefined || said !== heard) return null;
      spans[peer.me] = said;
    }
    return this.parts.hasLiars ? null : spans;
  }

  /** The first day of the first cycle that nobody can have cut before everybody has followed what is issued now. */
  private firstCycleAfterAll(): RosterContent['from'] {
    const { now } = this.parts.world;
    const next = months.find((cycle) => cutAt(cycle) > now + spreadMost + skewMost);
    return next === undefined ? afterAllMonths : firstDayOf(month(next));
  }

  spread(): void {
    const { world, everybody } = this.parts;
    for (const node of everybody()) world.after(world.chance.between(1, spreadMost), () => this.hearOf(node));
  }

  /** Until the file is read: the node may stop in the middle of it. One that is down reads it when it starts. */
  private hearOf(node: Node): void {
    const { world, office } = this.parts;
    node.followRosters();
    if (node.isUp && node.kept.roster.content.version < office.versions.length)
      world.after(againAfter, () => this.hearOf(node));
  }
}

import {
  memberFrom,
  readJoinRequest,
  requestToJoin,
  withMember,
  withStatus,
  withoutMember,
} from '@passerelle/protocol';
import { country, day } from '@passerelle/values';
import type { Office } from './office.js';
import type { Rosters } from './rosters.js';
import type { World } from './world.js';

export interface MembershipParts {
  readonly world: World;
  readonly office: Office;
  readonly rosters: Rosters;
  /** Makes the node of the newcomer and lets it begin. */
  readonly begin: () => void;
}

const joinsUntil = 380;
const leavesUntil = 250;

/** Who comes and who goes in a run. What it means for anybody is in the roster, and in what the nodes say to each other. */
export class Membership {
  constructor(private readonly parts: MembershipParts) {}

  plan(): void {
    const { world, office } = this.parts;
    if (office.newcomer !== null) world.after(world.chance.between(10, joinsUntil), () => this.join(office.newcomer!));
    if (office.leaver !== null) world.after(world.chance.between(10, leavesUntil), () => this.leave(office.leaver!));
  }

  /** The newcomer's request travels by hand, a quorum signs the version with it, and its node begins with the whole chain. */
  private join(node: string): void {
    const { world, office, rosters } = this.parts;
    const { net } = office.newest.content;
    const self = { name: `Cooperative of ${node}`, country: country(node.toUpperCase()), currency: 'EUR' as const };
    const way = { natsUrl: `tls://nats.${node}.example:4222`, transportKey: `U${node.toUpperCase().padEnd(55, 'A')}` };
    const request = readJoinRequest(requestToJoin({ net, ...self, ...way }, office.key(node)));
    if (!request.ok) throw new Error(JSON.stringify(request.refusal));
    const trust = {
      caps: { EUR: '5000000', SEK: '5000000', PLN: '5000000' },
      stake: { node, currency: 'EUR' as const, amount: '20000' },
    };
    const { content } = office.newest;
    rosters.issueFromNextCycle(withMember(memberFrom(request.value, day('2026-01-01')), trust)(content));
    world.note(node, 'joins');
    this.parts.begin();
  }

  /** Nothing new begins with it; from a cycle on that nobody has begun it is gone. */
  private leave(node: string): void {
    const { world, office, rosters } = this.parts;
    world.note(node, 'wants to leave');
    office.issue(withStatus(node, 'leaving')(office.newest.content));
    rosters.spread();
    world.after(world.chance.between(1, 40), () =>
      rosters.issueFromNextCycle(withoutMember(node)(office.newest.content)),
    );
  }
}

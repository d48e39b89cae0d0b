import { randomBytes } from 'node:crypto';
import type { Clock, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Facts } from '../facts/facts.service.js';
import type { MemberId } from '../members/member.js';
import type { Peers } from '../peers/peers.service.js';
import type { NodeId } from '../peers/received.js';
import { type Consent, isCode } from './counting.js';
import './countings.facts.js';
import type { CountingsStore } from './countings.store.js';

export type ConsentRefusal =
  | { readonly kind: 'unknown-branch'; readonly peer: NodeId }
  | { readonly kind: 'not-a-code' }
  | { readonly kind: 'code-of-another' };

/** Whom members let tell, and be told, on how many days they work in a country. Only they themselves decide it. */
export class Consents {
  constructor(
    private readonly store: CountingsStore,
    private readonly peers: Peers,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** With the code from her other cooperative; without one, a new one that she carries there. Said twice, it stays. */
  async give(
    work: Work,
    member: MemberId,
    { peer, code }: { readonly peer: NodeId; readonly code?: string | undefined },
  ): Promise<Result<Consent, ConsentRefusal>> {
    if (!this.peers.knows(peer)) return refuse({ kind: 'unknown-branch', peer });
    if (code !== undefined && !isCode(code)) return refuse({ kind: 'not-a-code' });
    const known = (await this.of(work, member)).find((consent) => consent.peer === peer);
    if (known && (code === undefined || code === known.code)) return ok(known);
    const chosen = code ?? randomBytes(32).toString('base64url');
    const consent = { member, peer, code: chosen, since: this.clock.now() };
    if (!(await this.store.consent(work, consent))) return refuse({ kind: 'code-of-another' });
    await this.facts.record(work, { kind: 'DaysElsewhereTold', subject: member, body: { member } });
    return ok(consent);
  }

  /** From now on nothing is told about her to that branch; what was told before stays in both logs. */
  async withdraw(work: Work, member: MemberId, peer: NodeId): Promise<void> {
    await this.store.withdraw(work, member, peer);
    await this.facts.record(work, { kind: 'DaysElsewhereTold', subject: member, body: { member } });
  }

  of(work: Work, member: MemberId): Promise<readonly Consent[]> {
    return this.store.consentsOf(work, member);
  }
}

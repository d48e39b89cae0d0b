import type { Work } from '@passerelle/doors';
import { type BodyOf, type Evidence, hashOf, joinEvidence, judge, shareEvidence } from '@passerelle/protocol';
import type { EvidenceStore, KnownProof } from './evidence.store.js';
import type { Peers } from '../peers.service.js';
import { type NodeId, type Received, type Verdict, applied, refused } from '../received.js';

/** A proof is two messages; more parts than that are none of ours. */
const partsMax = 12n;

/** Parts of unfinished proofs that one member may leave here. */
const partsKept = 100;

/**
 * Proofs against members: what this node finds it shows to all others, and what others show it checks with nothing but the
 * roster. People decide what follows.
 */
export class Proofs {
  constructor(
    private readonly store: EvidenceStore,
    private readonly peers: Peers,
  ) {}

  /** Shows all other members what our channels have proved and nobody was told of. */
  async shareFound(work: Work): Promise<void> {
    if (!this.peers.roster) return;
    for (const own of await this.store.unshared(work)) {
      await this.share(work, own.evidence);
      await this.store.setShared(work, own);
    }
  }

  /** Shows a proof to all members but the one it is against, and keeps it. What proves nothing is not shown. */
  async share(work: Work, evidence: Evidence): Promise<void> {
    const { roster, me } = this.peers;
    const judged = judge(evidence, roster!);
    const hash = hashOf(evidence);
    if (!judged.ok || (await this.store.isKnown(work, hash))) return;
    const { against, kind: verdict } = judged.value;
    await this.store.add(work, hash, { by: me, against, kind: evidence.kind, verdict, proof: evidence });
    for (const { id } of roster!.members)
      if (id !== me && id !== against)
        for (const part of shareEvidence(evidence)) await this.peers.send(work, id, 'evidence', part);
  }

  /** A member shows a proof, part by part. */
  async heard({ work, from }: Received, body: BodyOf<'evidence'>): Promise<Verdict> {
    if (BigInt(body.parts) > partsMax || BigInt(body.part) > BigInt(body.parts))
      return refused('too-many', `a proof has at most ${partsMax} parts`);
    if ((await this.store.countParts(work, from)) >= partsKept)
      return refused('too-many', `${from} has left ${partsKept} parts of proofs that it never finished`);
    const kept = await this.store.parts(work, from, body.evidence);
    const parts = [...kept.filter(({ part }) => part !== body.part), body];
    if (parts.length < Number(body.parts)) {
      await this.store.addPart(work, from, body);
      return applied;
    }
    if (kept.length > 0) await this.store.dropParts(work, from, body.evidence);
    return this.take(work, from, parts);
  }

  known(work: Work, limit: number): Promise<readonly KnownProof[]> {
    return this.store.known(work, limit);
  }

  private async take(work: Work, by: NodeId, parts: readonly BodyOf<'evidence'>[]): Promise<Verdict> {
    const joined = joinEvidence(parts);
    if (!joined.ok) return refused(joined.refusal.kind, 'the parts are not those of one proof');
    const judged = judge(joined.value, this.peers.roster!);
    if (!judged.ok) return refused(judged.refusal.kind, judged.refusal.why);
    const { against, kind: verdict } = judged.value;
    const proof = joined.value;
    await this.store.add(work, hashOf(proof), { by, against, kind: proof.kind, verdict, proof });
    return applied;
  }
}

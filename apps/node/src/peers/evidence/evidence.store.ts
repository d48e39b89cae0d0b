import { type Work, managerOf } from '@passerelle/doors/at-rest';
import type { BodyOf, Evidence } from '@passerelle/protocol';
import type { NodeId } from '../received.js';

/** A proof of misbehaviour as people read it: found here, or shown by another member and checked here. */
export interface KnownProof {
  readonly by: NodeId;
  readonly against: NodeId;
  readonly kind: Evidence['kind'];
  /** `proved`: both texts carry its signature. `has-to-show`: it says that it holds a message and has to show it. */
  readonly verdict: 'proved' | 'has-to-show';
  readonly proof: Evidence;
  readonly at: Date;
}

interface OwnRow {
  readonly id: string;
  readonly peer: NodeId;
  readonly kind: Evidence['kind'];
  readonly a: Evidence['a'];
  readonly b: Evidence['b'] | null;
}

export interface OwnProof {
  readonly id: bigint;
  readonly evidence: Evidence;
}

/** Proofs in PostgreSQL: those of our own channels, what of them was shared, and what others have shown. */
export class EvidenceStore {
  /** Those of our channels that nobody was told of yet, the oldest first. */
  async unshared(work: Work): Promise<readonly OwnProof[]> {
    const rows = await managerOf(work).query<OwnRow[]>(
      `select id, peer, kind, a, b from evidence
       where not exists (select from evidence_shared shared where shared.evidence = evidence.id) order by id limit 20`,
    );
    return rows.map(({ id, kind, a, b }) => ({ id: BigInt(id), evidence: b ? { kind, a, b } : { kind, a } }));
  }

  async setShared(work: Work, { id }: OwnProof): Promise<void> {
    await managerOf(work).query('insert into evidence_shared (evidence) values ($1)', [id.toString()]);
  }

  /** Keeps one part of a proof that a member shows. The same again changes nothing. */
  async addPart(work: Work, by: NodeId, { evidence, part, parts, chunks }: BodyOf<'evidence'>): Promise<void> {
    await managerOf(work).query(
      `insert into evidence_part (by_node, evidence, part, parts, chunks) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [by, evidence, part, parts, JSON.stringify(chunks)],
    );
  }

  async parts(work: Work, by: NodeId, evidence: string): Promise<readonly BodyOf<'evidence'>[]> {
    return managerOf(work).query<BodyOf<'evidence'>[]>(
      `select evidence, part::text, parts::text, chunks from evidence_part where by_node = $1 and evidence = $2
       order by part`,
      [by, evidence],
    );
  }

  async countParts(work: Work, by: NodeId): Promise<number> {
    const [row] = await managerOf(work).query<{ count: number }[]>(
      'select count(*)::int as count from evidence_part where by_node = $1',
      [by],
    );
    return row!.count;
  }

  async dropParts(work: Work, by: NodeId, evidence: string): Promise<void> {
    await managerOf(work).query('delete from evidence_part where by_node = $1 and evidence = $2', [by, evidence]);
  }

  /** A proof is known once, whoever shows it first. */
  async add(work: Work, hash: string, { by, against, kind, verdict, proof }: Omit<KnownProof, 'at'>): Promise<void> {
    await managerOf(work).query(
      `insert into evidence_known (hash, by_node, against, kind, verdict, proof) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [hash, by, against, kind, verdict, JSON.stringify(proof)],
    );
  }

  async isKnown(work: Work, hash: string): Promise<boolean> {
    return (await managerOf(work).query<unknown[]>('select 1 from evidence_known where hash = $1', [hash])).length > 0;
  }

  /** The newest first. */
  async known(work: Work, limit: number): Promise<readonly KnownProof[]> {
    return managerOf(work).query<KnownProof[]>(
      'select by_node as by, against, kind, verdict, proof, at from evidence_known order by at desc, hash limit $1',
      [limit],
    );
  }
}

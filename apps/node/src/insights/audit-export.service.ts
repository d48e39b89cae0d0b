import type { Clock, Work } from '@passerelle/doors';
import { kindOfAccount } from '@passerelle/ledger';
import {
  type AuditLine,
  type AuditLineOf,
  type RosterContent,
  auditFormat,
  auditLineSchema,
  hashAfter,
  tellsOfPeople,
} from '@passerelle/protocol';
import { type Final, resultOf } from '@passerelle/settlement';
import type { Proofs } from '../peers/evidence/evidence.service.js';
import type { Peers } from '../peers/peers.service.js';
import type { NodeId } from '../peers/received.js';
import { federationOf } from '../settlement/roster-rules.js';
import type { AuditExportStore, KeptMessage } from './audit-export.store.js';

export interface AuditExportParts {
  readonly store: AuditExportStore;
  readonly peers: Peers;
  readonly proofs: Proofs;
  readonly clock: Pick<Clock, 'now'>;
}

/** As many proofs as a federation could bear. */
const proofsMax = 10_000;

/** The record of this node for auditors, line by line: what is signed, what follows from it, and nothing about people. */
export class AuditExport {
  constructor(private readonly parts: AuditExportParts) {}

  /** The lines of the file, all of one moment; the last one is the node's signature under the others. */
  async *texts(work: Work, roster: RosterContent): AsyncGenerator<string> {
    const { store, peers } = this.parts;
    await store.atOneMoment(work);
    let [hash, lines] = ['', 0];
    for await (const line of this.lines(work, roster)) {
      const text = JSON.stringify(auditLineSchema.parse(line));
      hash = hashAfter(hash, text);
      lines += 1;
      yield `${text}\n`;
    }
    const end: AuditLineOf<'end'> = { line: 'end', lines: `${lines}`, hash, signature: peers.sign(hash) };
    yield `${JSON.stringify(end)}\n`;
  }

  private async *lines(work: Work, roster: RosterContent): AsyncGenerator<AuditLine> {
    const { store, peers, clock } = this.parts;
    yield { line: 'begin', format: auditFormat, net: roster.net, node: peers.me, at: clock.now().toISOString() };
    for (const { m, sigs } of await store.roster(work)) yield { line: 'roster', m, sigs };
    for (const channel of await store.channels(work)) {
      yield { line: 'channel', ...channel };
      yield* this.said(work, channel.peer);
    }
    for await (const each of store.obligations(work)) yield { line: 'obligation', ...each };
    for (const final of await store.finals(work)) yield cycleLine(final, roster);
    for (const vote of await store.votes(work)) yield { line: 'vote', ...vote };
    for (const leg of await store.legs(work)) yield { line: 'leg', ...leg };
    for await (const each of store.transactions(work))
      yield { line: 'transaction', ...each, postings: each.postings.map(withoutNames) };
    yield* this.proven(work);
  }

  private async *said(work: Work, peer: NodeId): AsyncGenerator<AuditLine> {
    const { store, peers } = this.parts;
    for await (const each of store.messages(work, peer, 'outbox')) yield messageLine(each, peers.me, peer);
    for await (const each of store.messages(work, peer, 'inbox')) yield messageLine(each, peer, peers.me);
  }

  private async *proven(work: Work): AsyncGenerator<AuditLine> {
    for (const { by, against, kind, proof } of await this.parts.proofs.known(work, proofsMax)) {
      const isAboutPeople = [proof.a, proof.b].some((text) => text !== undefined && tellsOfPeople(typeOf(text.m)));
      yield { line: 'proof', by, against, kind, proof: isAboutPeople ? null : proof };
    }
  }
}

const messageLine = ({ seq, type, hash, m, sig }: KeptMessage, from: NodeId, to: NodeId): AuditLine => {
  const signed = tellsOfPeople(type) ? null : { m, sig };
  return { line: 'message', from, to, seq, type, hash, signed };
};

function cycleLine(final: Final, roster: RosterContent): AuditLine {
  const { positions } = resultOf(final.proposal, federationOf(roster, final.cycle))!;
  const { cycle, round, proposal, approvals, locks } = final;
  const certificate = { cycle, round, proposal, approvals, locks } as unknown as AuditLineOf<'cycle'>['final'];
  return { line: 'cycle', cycle, final: certificate, positions };
}

/** Accounts of what nodes owe each other are told in full; others by their kind, for they may name people. */
const withoutNames = (posting: AuditLineOf<'transaction'>['postings'][number]): typeof posting => {
  const isOfNodes = /^(due[.](to|from)|clearing):/.test(posting.account);
  return isOfNodes ? posting : { ...posting, account: kindOfAccount(posting.account as never) };
};

const typeOf = (text: string): string => {
  const { type } = JSON.parse(text) as { readonly type?: unknown };
  return typeof type === 'string' ? type : '';
};

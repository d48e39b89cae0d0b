import { strict as assert } from 'node:assert';
import { ok, refuse } from '@passerelle/values';
import { type Speaker, hold, joinDispute, knowsOf, mayJoin, openDispute, release, sayWord } from './dispute.js';
import { firstAfter, isCycleId } from './federation.js';
import {
  type Accept,
  type Decision,
  type DisputeClose,
  type Obligation,
  type ObligationEffect,
  type ObligationRefusal,
  type PairContext,
  type Said,
  obligationMoves,
} from './obligation.js';
import { checkReversal, checkTerms } from './terms.js';

/**
 * The one outcome of a message, the same on both sides. Messages that cross are told apart by `ack`, never by which
 * came first here: what its sender had not seen cannot bind it.
 */
export function decide(current: Obligation | undefined, said: Said, pair: PairContext): Decision {
  if (!pair.parties.includes(said.from)) return no('wrong-party', `${said.from} is not of this pair`);
  if (said.type === 'obligation.propose') return propose(current, said, pair);
  if (current === undefined || !isKnownTo(current, said))
    return no('unknown-obligation', `${said.body.obligation} was not proposed to ${said.from} before`);
  switch (said.type) {
    case 'obligation.accept':
      return accept(current, said, pair);
    case 'obligation.reject':
      return reject(current, said);
    case 'obligation.withdraw':
      return withdraw(current, said);
    case 'dispute.open':
      return dispute(current, said, speakerOf(said, pair));
    case 'dispute.close':
      return closeDispute(current, said, speakerOf(said, pair));
  }
}

/** A final result, or the pair itself, has settled the obligation. */
export function settle(current: Obligation, settledIn: string): Decision {
  if (current.state !== 'agreed' && current.state !== 'held') return no(current.state, `it is ${current.state}`);
  return moved(current, { state: 'settled', settledIn }, 'settled');
}

function propose(
  current: Obligation | undefined,
  said: Said & { readonly type: 'obligation.propose' },
  { parties, digest, obligation }: PairContext,
): Decision {
  const terms = said.body;
  const checked = checkTerms(terms, parties);
  if (!checked.ok) return checked;
  if (terms.reverses !== undefined) {
    const original = obligation(terms.reverses);
    const isKnown = original !== undefined && isKnownTo(original, said);
    const reversal = checkReversal(terms, isKnown ? original.terms : undefined);
    if (!reversal.ok) return reversal;
  }
  const hash = digest(terms);
  if (current !== undefined && !standsBefore(said, current))
    return current.hash === hash
      ? unchanged(current)
      : no('other-terms', `${terms.obligation} was proposed with other terms before`);
  return ok({ next: newObligation(said, hash), effects: ['proposed'] });
}

/**
 * Ids are chosen once by the proposer, so two proposals of one id can cross only by a mistake or a lie; then the one of
 * the smaller node id stands on both sides.
 */
const standsBefore = (said: Said, current: Obligation): boolean =>
  said.from < current.proposer && said.ack < current.proposeSeq;

const newObligation = (said: Said & { readonly type: 'obligation.propose' }, hash: string): Obligation => ({
  terms: said.body,
  hash,
  proposer: said.from,
  state: 'proposed',
  proposeSeq: said.seq,
  withdrawSeq: null,
  answerSeq: null,
  cycle: null,
  settledIn: null,
  holds: [],
  dispute: null,
  disputeEnded: null,
});

function accept(current: Obligation, said: Said & { readonly body: Accept }, { lastCut }: PairContext): Decision {
  if (said.from === current.proposer) return no('wrong-party', 'nobody accepts an own proposal');
  if (said.body.terms !== current.hash) return no('wrong-terms', `the terms of the proposal hash to ${current.hash}`);
  if (!isCycleId(said.body.cycle)) return no('no-cycle', `"${said.body.cycle}" is not a cycle such as 2026-08`);
  if (!isAnswerable(current, said)) return no(current.state, `it was ${current.state} before this accept`);
  // A cycle that the acceptor has cut is closed to it; otherwise a liar could add to a set that both have frozen.
  const cycle = [said.body.cycle, firstAfter(lastCut(said.from))].sort()[1]!;
  return moved(current, { state: 'agreed', cycle, answerSeq: said.seq }, 'agreed');
}

function reject(current: Obligation, said: Said): Decision {
  if (said.from === current.proposer) return no('wrong-party', 'the proposer withdraws, the other side rejects');
  if (!isAnswerable(current, said)) return no(current.state, `it was ${current.state} before this reject`);
  return moved(current, { state: 'rejected', answerSeq: said.seq }, 'rejected');
}

const isAnswerable = ({ state, withdrawSeq }: Obligation, said: Said): boolean =>
  state === 'proposed' || (state === 'withdrawn' && withdrawSeq !== null && said.ack < withdrawSeq);

function withdraw(current: Obligation, said: Said): Decision {
  if (said.from !== current.proposer) return no('wrong-party', 'only the proposer withdraws');
  if (current.state === 'proposed') return moved(current, { state: 'withdrawn', withdrawSeq: said.seq }, 'withdrawn');
  const crossed = current.answerSeq !== null && said.ack < current.answerSeq;
  return crossed || current.state === 'withdrawn'
    ? unchanged(current)
    : no(current.state, `it was ${current.state} before this withdrawal`);
}

function dispute(current: Obligation, said: Said, speaker: Speaker): Decision {
  if (current.answerSeq === null || !hasSeen(said, current.proposer !== said.from, current.answerSeq))
    return no('not-agreed', 'only an agreed obligation can be disputed');
  if (crossedEnd(current, speaker)) return unchanged(current);
  if (current.state === 'agreed')
    return moved(
      current,
      { state: 'held', holds: hold(current.holds, speaker), dispute: openDispute(speaker) },
      'held',
    );
  if (current.state === 'held' && current.dispute !== null)
    return mayJoin(current.dispute, speaker)
      ? ok({
          next: { ...current, holds: hold(current.holds, speaker), dispute: joinDispute(current.dispute, speaker) },
          effects: [],
        })
      : unchanged(current);
  return no(current.state, `it is ${current.state}; propose a correction instead`);
}

function closeDispute(current: Obligation, said: Said & { readonly body: DisputeClose }, speaker: Speaker): Decision {
  if (crossedEnd(current, speaker)) return unchanged(current);
  if (current.state !== 'held' || current.dispute === null) return no('no-dispute', `it is ${current.state}`);
  if (!knowsOf(current.dispute, speaker)) return no('no-dispute', `${said.from} had seen no open dispute`);
  const { dispute: next, resolution } = sayWord(current.dispute, speaker, said.body.outcome);
  if (resolution === null) return ok({ next: { ...current, dispute: next }, effects: [] });
  const ended = { dispute: null, disputeEnded: resolution.seqs };
  if (resolution.outcome === 'void') return moved(current, { ...ended, state: 'void' }, 'voided');
  return moved(current, { ...ended, state: 'agreed', holds: release(current.holds, resolution.from) }, 'resumed');
}

/** True for words about a dispute which, unknown to their speaker, had already ended. */
const crossedEnd = ({ disputeEnded }: Obligation, { other, ack }: Speaker): boolean =>
  disputeEnded !== null && ack < (disputeEnded[other] ?? 0);

const isKnownTo = ({ proposer, proposeSeq }: Obligation, said: Said): boolean =>
  hasSeen(said, proposer === said.from, proposeSeq);

/** A sender knows its own earlier messages, and of the other side's those that it says it has applied. */
const hasSeen = (said: Said, isOwn: boolean, seq: number): boolean => isOwn || said.ack >= seq;

function speakerOf({ from, seq, ack }: Said, { parties, lastCut }: PairContext): Speaker {
  const other = parties[0] === from ? parties[1] : parties[0];
  return { from, other, seq, ack, lastCut: lastCut(from) };
}

function moved(current: Obligation, change: Partial<Obligation>, effect: ObligationEffect): Decision {
  const next = { ...current, ...change };
  assert(obligationMoves[current.state].includes(next.state), `${current.state} does not become ${next.state}`);
  return ok({ next, effects: [effect] });
}

const unchanged = (current: Obligation): Decision => ok({ next: current, effects: [] });

const no = (code: ObligationRefusal['code'], detail: string): Decision => refuse({ code, detail });

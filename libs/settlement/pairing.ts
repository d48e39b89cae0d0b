import { type PairProgress, coSignedOf } from './cycle.js';
import type { Part, StateBody } from './cycle-messages.js';
import { type NodeId, byText } from './federation.js';
import { collect, inParts } from './proposal.js';
import { type Statement, isSameStatement, isSignedBy, isSound, signStatement } from './statement.js';
import type { Turn } from './turn.js';

/** Steps 1 and 2 of a cycle: cut, state, co-sign, submit. */

/** "I send no further accept for this cycle or an earlier one", to every peer. */
export function cutAll(turn: Turn): void {
  for (const [peer, pair] of Object.entries(turn.state.pairs))
    if (!pair.cutMine) {
      turn.send(peer, { type: 'cycle.cut', body: { cycle: turn.state.cycle } });
      changePair(turn, peer, { cutMine: true });
    }
}

export const hearCut = (turn: Turn, from: NodeId): void => changePair(turn, from, { cutTheirs: true });

/** Asks for the statement of each pair whose set is frozen, once earlier cycles can no longer take anything from it. */
export function askForStatements(turn: Turn): void {
  if (!turn.state.earlierClosed) return;
  for (const [peer, { cutMine, cutTheirs, mine }] of Object.entries(turn.state.pairs))
    if (cutMine && cutTheirs && mine === null && turn.once(`asked:${peer}`))
      turn.effects.push({ kind: 'state-pair', peer });
}

/** This node's own statement. It is signed once for each cycle, so no two of them can ever be co-signed. */
export function stateOwn(turn: Turn, peer: NodeId, statement: Statement): void {
  const pair = turn.state.pairs[peer];
  if (pair === undefined || !pair.cutMine || !pair.cutTheirs || pair.mine !== null) return;
  const { cycle, n, lines, root } = statement;
  const sig = signStatement(statement, turn.context.sign);
  turn.send(peer, { type: 'cycle.state', body: { cycle, n, lines, root, signature: sig } });
  changePair(turn, peer, { mine: { statement, sig } });
  compare(turn, peer);
}

export function hearState(turn: Turn, from: NodeId, { cycle, n, lines, root, signature }: StateBody): void {
  const pair = turn.state.pairs[from];
  if (pair === undefined) return turn.refuse('not-a-member', `${from} shares no pair with this node`);
  const [a, b] = [turn.me, from].sort(byText) as [NodeId, NodeId];
  const statement: Statement = { cycle, a, b, n, lines: lines as Statement['lines'], root };
  if (!isSound(statement, turn.state.cycle)) return turn.refuse('unsound', 'the statement is not one of this cycle');
  if (!isSignedBy(from, statement, signature, turn.context.check))
    return turn.refuse('bad-signature', `the statement is not signed by ${from}`);
  if (pair.theirs !== null) {
    if (!isSameStatement(pair.theirs.statement, statement, turn.context.digest))
      turn.refuse('already-stated', 'a pair is stated once for each cycle');
    return;
  }
  changePair(turn, from, { theirs: { statement, sig: signature } });
  compare(turn, from);
}

/** This node once cut the cycle with the peer, and has forgotten it. */
export const rememberCut = (turn: Turn, peer: NodeId): void => changePair(turn, peer, { cutMine: true });

/** This node once stated the pair, and has forgotten it: that statement stands, whatever it would state today. */
export function rememberState(turn: Turn, peer: NodeId, { cycle, n, lines, root, signature }: StateBody): void {
  const [a, b] = [turn.me, peer].sort(byText) as [NodeId, NodeId];
  const statement: Statement = { cycle, a, b, n, lines: lines as Statement['lines'], root };
  changePair(turn, peer, { cutMine: true, mine: { statement, sig: signature } });
  compare(turn, peer);
}

/** Hands this node's co-signed statements to the coordinator of a round, once they are all there or due. */
export function submitWhenReady(turn: Turn, round: number, coordinator: NodeId): void {
  const { pairs, statementsDue, cycle } = turn.state;
  const isComplete = Object.values(pairs).every(({ outcome }) => outcome !== 'waiting');
  if (!isComplete && !statementsDue) return;
  if (!turn.once(`submitted:${round}`)) return;
  for (const body of inParts(cycle, Object.values(coSignedOf(turn.state))))
    turn.send(coordinator, { type: 'cycle.submit', body });
}

export function hearSubmission(turn: Turn, from: NodeId, part: Part): void {
  const before = turn.state.submissions[from];
  turn.change({ submissions: { ...turn.state.submissions, [from]: collect(before, from, part) } });
}

function compare(turn: Turn, peer: NodeId): void {
  const { mine = null, theirs = null } = turn.state.pairs[peer] ?? {};
  if (mine === null || theirs === null) return;
  const isEqual = isSameStatement(mine.statement, theirs.statement, turn.context.digest);
  changePair(turn, peer, { outcome: isEqual ? 'equal' : 'different' });
  if (!isEqual) turn.effects.push({ kind: 'pair-differs', peer, mine: mine.statement, theirs: theirs.statement });
}

function changePair(turn: Turn, peer: NodeId, change: Partial<PairProgress>): void {
  const pair = turn.state.pairs[peer];
  if (pair !== undefined) turn.change({ pairs: { ...turn.state.pairs, [peer]: { ...pair, ...change } } });
}

import { askForLocks, proposeWhenReady } from './coordinating.js';
import { type CycleContext, type CycleState, pairsAmong } from './cycle.js';
import type { CycleEffect, CycleInput } from './cycle-effects.js';
import type { CycleRefusal } from './cycle-messages.js';
import { hear } from './hearing.js';
import { askForStatements, cutAll, stateOwn } from './pairing.js';
import { remember } from './remembering.js';
import { Turn } from './turn.js';
import { approveWhenSound, followRound, lockWhenAsked, recogniseFinal, roundOver } from './voting.js';

export interface CycleStep {
  readonly state: CycleState;
  readonly effects: readonly CycleEffect[];
  /** Why the message changed nothing, to be answered to its sender; null when it was taken in. */
  readonly refusal: CycleRefusal | null;
}

/**
 * One step of a cycle on one node: the new state and what has to be done in the transaction that stores it. Pure: the
 * same state, input and context always give the same step. A repeated input changes nothing.
 */
export function stepCycle(state: CycleState, input: CycleInput, context: CycleContext): CycleStep {
  const turn = new Turn(state, context);
  turn.change({ pairs: pairsAmong(context.federation.members, context.me, state.pairs) });
  take(turn, input);
  const { refusal } = turn;
  goOn(turn);
  for (let own = turn.toSelf.shift(); own !== undefined; own = turn.toSelf.shift()) {
    hear(turn, context.me, own);
    if (turn.toSelf.length === 0) goOn(turn);
  }
  return { state: turn.state, effects: turn.effects, refusal };
}

function take(turn: Turn, input: CycleInput): void {
  switch (input.kind) {
    case 'message':
      return hear(turn, input.from, input.message);
    case 'due':
      if (input.what === 'cut-off') return cutAll(turn);
      return turn.change(input.what === 'statements' ? { statementsDue: true } : { proposeBy: turn.state.round });
    case 'round-over':
      return roundOver(turn, input.round);
    case 'statement':
      return stateOwn(turn, input.peer, input.statement);
    case 'earlier-closed':
      return turn.change({ earlierClosed: true });
    case 'fixing':
      return turn.change({ fixing: input.fixing });
    case 'remembered':
      return remember(turn, input.peer, input.message);
    case 'all-remembered':
      return turn.change({ abstains: false });
    case 'legs':
      return turn.change({ legs: input.standing });
  }
}

/** Does whatever the knowledge now allows. Each of these acts once for what it acts on. */
function goOn(turn: Turn): void {
  askForStatements(turn);
  if (turn.state.final !== null) return;
  followRound(turn);
  proposeWhenReady(turn);
  approveWhenSound(turn);
  askForLocks(turn);
  lockWhenAsked(turn);
  recogniseFinal(turn);
}

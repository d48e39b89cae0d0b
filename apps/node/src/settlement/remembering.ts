import type { CycleMessage, Statement } from '@passerelle/settlement';
import type { NodeId } from '../peers/received.js';
import type { CycleRecord } from './cycle-record.js';

/**
 * What a word that this node once said, and has forgotten, makes of the cycle: a cut or a statement is not said again, and
 * a node that may have voted abstains until the cycle is over.
 */
export function remembered(
  record: CycleRecord,
  ends: { readonly me: NodeId; readonly peer: NodeId },
  message: CycleMessage,
): CycleRecord {
  const { state } = record;
  const pair = state.pairs[ends.peer];
  if (state.final !== null || !pair) return record;
  const withPair = (change: Partial<typeof pair>): CycleRecord => ({
    ...record,
    state: { ...state, abstains: true, pairs: { ...state.pairs, [ends.peer]: { ...pair, ...change } } },
  });
  if (message.type === 'cycle.cut') return withPair({ cutMine: true });
  if (message.type !== 'cycle.state') return withPair({});
  const { cycle, n, lines, root, signature } = message.body;
  const [a, b] = [ends.me, ends.peer].sort() as [NodeId, NodeId];
  const statement: Statement = { cycle, a, b, n, lines: lines as Statement['lines'], root };
  return withPair({ cutMine: true, mine: { statement, sig: signature } });
}

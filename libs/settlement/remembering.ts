import type { CycleMessage } from './cycle-messages.js';
import type { NodeId } from './federation.js';
import { hear } from './hearing.js';
import { rememberCut, rememberState } from './pairing.js';
import type { Turn } from './turn.js';

/**
 * A word that this node once said to a peer and has forgotten; the peer gave it back after a restore. It is not said
 * again, and the node abstains: what else it has said, and to whom, it does not know yet.
 */
export function remember(turn: Turn, peer: NodeId, message: CycleMessage): void {
  if (turn.state.final === null) turn.change({ abstains: true });
  switch (message.type) {
    case 'cycle.cut':
      return rememberCut(turn, peer);
    case 'cycle.state':
      return rememberState(turn, peer, message.body);
    case 'cycle.propose':
      turn.once(`acted:${message.body.round}`);
      return hear(turn, turn.me, message);
    case 'cycle.approve':
      turn.once(`judged:${message.body.round}`);
      return hear(turn, turn.me, message);
    case 'cycle.ask':
      turn.once(`ask:${message.body.round}`);
      return hear(turn, turn.me, message);
    case 'cycle.lock':
    case 'cycle.skip':
      turn.change({ round: Math.max(turn.state.round, Number(message.body.round)) });
      return hear(turn, turn.me, message);
    case 'cycle.submit':
    case 'cycle.abort':
    case 'cycle.final':
      return;
  }
}

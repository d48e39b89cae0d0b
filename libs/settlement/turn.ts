import type { CycleContext, CycleState } from './cycle.js';
import type { CycleEffect } from './cycle-effects.js';
import type { CycleMessage, CycleRefusal } from './cycle-messages.js';
import type { NodeId } from './federation.js';

/** One step in the making: the state so far and what has to be done. It lives for the length of one call. */
export class Turn {
  readonly effects: CycleEffect[] = [];
  /** Messages to this node itself: a coordinator is a member like the others. */
  readonly toSelf: CycleMessage[] = [];
  refusal: CycleRefusal | null = null;

  constructor(
    public state: CycleState,
    readonly context: CycleContext,
  ) {}

  get me(): NodeId {
    return this.context.me;
  }

  change(change: Partial<CycleState>): void {
    this.state = { ...this.state, ...change };
  }

  /** True the first time only. */
  once(mark: string): boolean {
    if (this.state.done.includes(mark)) return false;
    this.change({ done: [...this.state.done, mark] });
    return true;
  }

  send(to: NodeId, message: CycleMessage): void {
    if (to === this.me) this.toSelf.push(message);
    else this.effects.push({ kind: 'send', to, message });
  }

  refuse(code: CycleRefusal['code'], detail: string): void {
    this.refusal = { code, detail };
  }
}

import type { World } from './world.js';

export interface Order {
  readonly from: string;
  readonly to: string;
  readonly reference: string;
  readonly currency: string;
  readonly amount: bigint;
}

export interface Credit {
  readonly id: number;
  readonly reference: string;
  readonly amount: bigint;
}

/** All banks. They do what they are told, once for each order; a statement may be late but never forgets. */
export class Bank {
  readonly orders: (Order & { readonly at: number })[] = [];
  private readonly credits = new Map<string, Credit[]>();

  constructor(private readonly world: World) {}

  order(order: Order): void {
    this.orders.push({ ...order, at: this.world.now });
    this.world.note(order.from, `orders ${order.amount} ${order.currency} for ${order.reference}`);
    const { partial } = this.world.plan.faults;
    const first = order.amount > 1n && this.world.mishap(partial) ? order.amount / 2n : order.amount;
    this.credit(order, first, this.world.chance.between(2, 20));
    if (first < order.amount) this.credit(order, order.amount - first, this.world.chance.between(30, 90));
  }

  /** What the payer's own statement and its list of orders show; `isComplete` when nothing can be missing in it. */
  sought(from: string, reference: string): { readonly seen: bigint; readonly isComplete: boolean } {
    const isLate = this.world.mishap(this.world.plan.faults.statementLate);
    const shown = this.orders.filter(
      (order) => order.from === from && order.reference === reference && (!isLate || order.at < this.world.now - 60),
    );
    return { seen: shown.reduce((so, { amount }) => so + amount, 0n), isComplete: !isLate };
  }

  /** What came in at a node, from a line of its statement on. */
  creditsAt(node: string): readonly Credit[] {
    return this.credits.get(node) ?? [];
  }

  private credit({ to, reference }: Order, amount: bigint, ticks: number): void {
    this.world.after(ticks, () => {
      const lines = this.credits.get(to) ?? [];
      this.credits.set(to, [...lines, { id: lines.length + 1, reference, amount }]);
    });
  }
}

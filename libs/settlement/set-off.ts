import { type NodeId, byText } from './federation.js';

/** What one node owes another in one currency, in minor units. */
export interface Debt {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly currency: string;
  readonly amount: bigint;
}

/**
 * Cancels cycles along existing debts and leaves the rest between the original parties: nobody pays somebody it did not
 * owe, and nobody owes more than before. Nodes are visited by id, so everybody cancels the same cycles.
 */
export function setOff(debts: readonly Debt[]): Debt[] {
  const currencies = [...new Set(debts.map(({ currency }) => currency))].sort(byText);
  return currencies.flatMap((currency) => setOffOne(debts.filter((debt) => debt.currency === currency)));
}

/** From each debtor, what it still owes to whom. */
type Graph = Map<NodeId, Map<NodeId, bigint>>;

function setOffOne(debts: readonly Debt[]): Debt[] {
  const graph = graphOf(debts);
  for (let cycle = findCycle(graph); cycle !== null; cycle = findCycle(graph)) cancel(graph, cycle);
  const currency = debts[0]?.currency ?? '';
  return [...graph].flatMap(([from, owed]) => [...owed].map(([to, amount]) => ({ from, to, currency, amount })));
}

function graphOf(debts: readonly Debt[]): Graph {
  const graph: Graph = new Map();
  const owed = debts.filter(({ amount }) => amount > 0n);
  for (const { from, to, amount } of owed.sort((x, y) => byText(x.from, y.from) || byText(x.to, y.to)))
    graph.set(from, (graph.get(from) ?? new Map<NodeId, bigint>()).set(to, amount));
  return graph;
}

/** The nodes of some cycle in order, or null; depth first, each node left behind once nothing is found from it. */
function findCycle(graph: Graph): NodeId[] | null {
  const done = new Set<NodeId>();
  const path: NodeId[] = [];
  const visit = (node: NodeId): NodeId[] | null => {
    const at = path.indexOf(node);
    if (at >= 0) return path.slice(at);
    if (done.has(node)) return null;
    path.push(node);
    for (const next of graph.get(node)?.keys() ?? []) {
      const found = visit(next);
      if (found !== null) return found;
    }
    path.pop();
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const found = visit(node);
    if (found !== null) return found;
  }
  return null;
}

/** Takes the smallest debt of the cycle off each of its debts, so at least one disappears. */
function cancel(graph: Graph, cycle: readonly NodeId[]): void {
  const edges = cycle.map((from, index) => [from, cycle[(index + 1) % cycle.length]!] as const);
  const amounts = edges.map(([from, to]) => graph.get(from)!.get(to)!);
  const least = amounts.reduce((so, amount) => (amount < so ? amount : so));
  for (const [index, [from, to]] of edges.entries()) {
    const rest = amounts[index]! - least;
    if (rest > 0n) graph.get(from)!.set(to, rest);
    else graph.get(from)!.delete(to);
  }
}

/** One table as it is read and written: its columns in their order. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A row of `child` names one of `parent`. */
export interface Reference {
  readonly child: string;
  readonly parent: string;
}

/**
 * The tables in an order in which each row finds the rows it names. A table that names itself is no obstacle: within one
 * statement all rows are there. @throws Error when tables name each other in a circle
 */
export function parentsFirst(tables: readonly Table[], references: readonly Reference[]): readonly Table[] {
  const placed = new Set<string>();
  const order: Table[] = [];
  const waitsFor = ({ name }: Table): readonly string[] =>
    references.filter(({ child, parent }) => child === name && parent !== name).map(({ parent }) => parent);
  while (order.length < tables.length) {
    const next = tables.filter((table) => !placed.has(table.name) && waitsFor(table).every((each) => placed.has(each)));
    if (next.length === 0) throw new Error('tables name each other in a circle: no order fits them');
    for (const table of next) placed.add(table.name);
    order.push(...next);
  }
  return order;
}

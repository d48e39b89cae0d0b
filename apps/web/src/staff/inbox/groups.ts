export interface Group<T extends { readonly kind: string }> {
  readonly kind: T['kind'];
  readonly items: readonly T[];
}

/** The items by their kind: the kind whose first item is the most urgent comes first, and within it their order stays. */
export function groupsOf<T extends { readonly kind: string }>(items: readonly T[]): readonly Group<T>[] {
  const groups = new Map<T['kind'], T[]>();
  for (const item of items) {
    const group = groups.get(item.kind);
    if (group) group.push(item);
    else groups.set(item.kind, [item]);
  }
  return [...groups].map(([kind, of]) => ({ kind, items: of }));
}

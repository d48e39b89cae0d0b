/** More keys than any run of payslips touches at once; beyond it everything is made again. */
const kept = 4096;

/**
 * Makes something once for each key and keeps it: the law of a day, the table of a year, a rate that an employer told.
 * What `make` throws is thrown again at each question.
 */
export function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      if (known.size >= kept) known.clear();
      known.set(key, value);
    }
    return value;
  };
}

/** The same for things of many keys: those in which all are equal share what is made of the first of them. */
export function rememberedBy<T, V>(keysOf: (thing: T) => readonly unknown[], make: (thing: T) => V): (thing: T) => V {
  const root = new Branch<V>();
  let made = 0;
  return (thing) => {
    let branch = root;
    for (const key of keysOf(thing)) branch = branch.at(key);
    if (branch.value !== undefined) return branch.value;
    const value = make(thing);
    branch.value = value;
    made += 1;
    if (made % kept === 0) root.next.clear();
    return value;
  };
}

class Branch<V> {
  readonly next = new Map<unknown, Branch<V>>();
  value?: V;

  at(key: unknown): Branch<V> {
    let branch = this.next.get(key);
    if (branch === undefined) {
      branch = new Branch();
      this.next.set(key, branch);
    }
    return branch;
  }
}

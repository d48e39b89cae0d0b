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

/** Making a format is a thousand times slower than using it. There are few locales, currencies and time zones. */
export function kept<A extends readonly string[], F>(make: (...choice: A) => F): (...choice: A) => F {
  const made = new Map<string, F>();
  return (...choice) => {
    const key = choice.join(' ');
    let format = made.get(key);
    if (format === undefined) {
      format = make(...choice);
      made.set(key, format);
    }
    return format;
  };
}

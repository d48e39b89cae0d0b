/** A text with its places `{{name}}` filled; a place without a value is a bug. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`nothing to fill {{${name}}} with`);
    return value;
  });
}

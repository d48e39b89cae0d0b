/** A list of the API comes in pages. */
interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** As many pages as a person has papers in her working life. */
const mostPages = 50;

/** All items of a list, page after page. */
export async function allOf<T>(
  ask: (query: { readonly limit: number; readonly cursor?: string }) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const found: Page<T> = await ask(cursor === null ? { limit: 200 } : { limit: 200, cursor });
    items.push(...found.items);
    if (found.nextCursor === null) break;
    cursor = found.nextCursor;
  }
  return items;
}

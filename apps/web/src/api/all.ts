/** A list of the API comes in pages. */
interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** All items of a list, page after page. */
export async function allOf<T>(
  ask: (query: { readonly limit: number; readonly cursor?: string }) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const found: Page<T> = await ask(cursor === null ? { limit: 200 } : { limit: 200, cursor });
    items.push(...found.items);
    cursor = found.nextCursor;
  } while (cursor !== null);
  return items;
}

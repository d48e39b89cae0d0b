import { pageOf, PageQuery } from './page.js';

const names = ['amina', 'ingrid', 'karl', 'lucas', 'zoë'];

/** What a store answers: rows after a key, in order, as many as asked for. */
const rowsAfter = (key: string | undefined, count: number, from = names): string[] =>
  from.filter((name) => key === undefined || name > key).slice(0, count);

const ask = (cursor: string | null, from = names) => {
  const query = Object.assign(new PageQuery(), { limit: 2, ...(cursor !== null && { cursor }) });
  return pageOf(rowsAfter(query.after(), query.limit + 1, from), {
    limit: 2,
    keyOf: (name) => name,
    show: (name) => name,
  });
};

describe('a list in pages', () => {
  it('gives every item once and then ends', () => {
    const first = ask(null);
    const second = ask(first.nextCursor);
    const third = ask(second.nextCursor);
    expect([first.items, second.items, third.items]).toEqual([['amina', 'ingrid'], ['karl', 'lucas'], ['zoë']]);
    expect(third.nextCursor).toBeNull();
  });

  it('ends when the last page is full', () => {
    expect(ask(null, ['amina', 'ingrid'])).toEqual({ items: ['amina', 'ingrid'], nextCursor: null });
    expect(ask(null, [])).toEqual({ items: [], nextCursor: null });
  });

  it('neither repeats nor hides an item when others are inserted meanwhile', () => {
    const { nextCursor } = ask(null);
    expect(ask(nextCursor, ['aaron', ...names, 'kim'].sort()).items).toEqual(['karl', 'kim']);
  });
});

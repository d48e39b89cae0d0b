import { pageOf, PageQuery } from './page.js';

/** Keys in the order in which they were made. */
const key = (digit: string): string => `019a0000-0000-7000-8000-00000000000${digit}`;
const keys = ['1', '3', '5', '7', '9'].map(key);

/** What a store answers: rows after a key, in order, as many as asked for. */
const rowsAfter = (after: string | undefined, count: number, from: readonly string[]): string[] =>
  from.filter((each) => after === undefined || each > after).slice(0, count);

const queryOf = (cursor: string | null): PageQuery =>
  Object.assign(new PageQuery(), { limit: 2, ...(cursor !== null && { cursor }) });

const ask = (cursor: string | null, from: readonly string[] = keys) => {
  const query = queryOf(cursor);
  return pageOf(rowsAfter(query.after(), query.limit + 1, from), {
    limit: 2,
    keyOf: (each) => each,
    show: (each) => each,
  });
};

describe('a list in pages', () => {
  it('gives every item once and then ends', () => {
    const first = ask(null);
    const second = ask(first.nextCursor);
    const third = ask(second.nextCursor);
    expect([first.items, second.items, third.items]).toEqual([keys.slice(0, 2), keys.slice(2, 4), keys.slice(4)]);
    expect(third.nextCursor).toBeNull();
  });

  it('ends when the last page is full', () => {
    expect(ask(null, keys.slice(0, 2))).toEqual({ items: keys.slice(0, 2), nextCursor: null });
    expect(ask(null, [])).toEqual({ items: [], nextCursor: null });
  });

  it('neither repeats nor hides an item when others are inserted meanwhile', () => {
    const { nextCursor } = ask(null);
    const later = [key('0'), ...keys, key('4')].sort();
    expect(ask(nextCursor, later).items).toEqual([key('4'), key('5')]);
  });

  it('refuses a cursor that holds no key of the list', () => {
    const cursor = (text: string): string => Buffer.from(text).toString('base64url');
    for (const forged of ['guessed', cursor('after:1'), cursor("after:' or 1=1"), cursor(`before:${key('1')}`)])
      expect(() => queryOf(forged).after()).toThrow('invalid-request');
    expect(queryOf(cursor('after:42')).after('number')).toBe('42');
    const place = '2026-04-30 2026-04-01 bank-line lin_1';
    expect(queryOf(cursor(`after:${place}`)).after('place')).toBe(place);
    for (const odd of ['2026-04-30', '2026-04-30 soon bank-line lin_1', `${place}\n`])
      expect(() => queryOf(cursor(`after:${odd}`)).after('place')).toThrow('invalid-request');
    expect(() => queryOf(cursor(`after:${'9'.repeat(19)}`)).after('number')).toThrow('invalid-request');
  });
});

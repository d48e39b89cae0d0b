import { steadyOf } from './steady.js';

const keyOf = ({ id }: { readonly id: string }): string => id;
const items = (...ids: readonly string[]) => ids.map((id) => ({ id }));

describe('a list that changes while it is read', () => {
  it('keeps its order, and counts what has come', () => {
    expect(steadyOf(items('new', 'b', 'newer', 'a'), keyOf, ['a', 'b'])).toEqual({ shown: items('a', 'b'), fresh: 2 });
  });

  it('lets go at once of what is decided', () => {
    expect(steadyOf(items('b'), keyOf, ['a', 'b'])).toEqual({ shown: items('b'), fresh: 0 });
  });

  it('says of an item what is so now', () => {
    const now = [{ id: 'a', state: 'late' }];
    expect(steadyOf(now, keyOf, ['a']).shown).toEqual(now);
  });

  it('shows what comes where nothing stood', () => {
    expect(steadyOf(items('a'), keyOf, [])).toEqual({ shown: items('a'), fresh: 0 });
  });
});

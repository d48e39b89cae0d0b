import { day } from '@passerelle/values';
import { keyOf, placeOf } from './statement.js';

const place = { day: day('2026-03-27'), transaction: '0198f3c2-7a10-7cc3-98c4-dc0c0c07398f', line: 2 };

describe('the key of a statement line', () => {
  it('says where the line stands, and sorts as the statement does', () => {
    expect(placeOf(keyOf(place))).toEqual(place);
    const keys = [place, { ...place, line: 10 }, { ...place, day: day('2026-03-28'), line: 1 }].map(keyOf);
    expect([...keys].sort()).toEqual(keys);
  });

  it.each(['', 'x', '2026-03-27', '2026-02-30/0198f3c2-7a10-7cc3-98c4-dc0c0c07398f/000002'])('is not "%s"', (text) => {
    expect(() => placeOf(text)).toThrow(RangeError);
  });
});

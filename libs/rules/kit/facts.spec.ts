import { day } from '@passerelle/values';
import { choiceFact, decimalFact, factsReader, valueWords, wholeFact, yesNoFact } from './facts.js';

const words = { en: 'x', fr: 'x', nl: 'x', sv: 'x', de: 'x' };
const fields = [
  choiceFact({ name: 'status', about: 'person', words }, ['employee', 'artist'], 'employee', {
    employee: words,
    artist: { ...words, en: 'Artist' },
  }),
  yesNoFact({ name: 'student', about: 'person', words }, false),
  wholeFact({ name: 'children', about: 'person', words }, 0, 20, 0),
  decimalFact({ name: 'hours', about: 'engagement', words }, '38'),
] as const;

const read = factsReader('PT', fields);
const date = day('2026-03-01');

describe('the facts of a person', () => {
  it('are what was said, and what is assumed where nobody said', () => {
    expect(read({ status: 'artist', children: 2 }, date)).toEqual({
      ok: true,
      value: { status: 'artist', student: false, children: 2, hours: '38' },
    });
  });

  it('have words for a value that was chosen, and none for a number or a yes', () => {
    const [status, student, children] = fields;
    expect(valueWords(status, 'artist')).toEqual({ ...words, en: 'Artist' });
    expect([valueWords(student, true), valueWords(children, 2)]).toEqual([null, null]);
  });

  it('are read anew for each person', () => {
    read({ student: true }, date);
    expect(read({}, date)).toMatchObject({ value: { student: false } });
  });

  it.each([
    ['status', 'retired'],
    ['student', 'yes'],
    ['children', 1.5],
    ['children', 21],
    ['hours', '-1'],
    ['shoes', 44],
  ])('are refused by the name of the one that cannot be: %s %s', (name, value) => {
    expect(read({ [name]: value }, date)).toMatchObject({
      ok: false,
      refusal: { kind: 'impossible-facts', rule: 'pt.facts', date: '2026-03-01', field: name },
    });
  });
});

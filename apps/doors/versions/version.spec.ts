import { changedSince, tagOf } from './version.js';

const amina = { name: 'Amina Diallo', iban: 'BE68539007547034', facts: { children: 0 } };

describe('the version of what somebody saw', () => {
  const tag = tagOf(amina);

  it('is one text without a quote inside, and the same for the same content', () => {
    expect(tag).toMatch(/^"[^"]+"$/);
    expect(tagOf({ facts: { children: 0 }, iban: amina.iban, name: amina.name })).toBe(tag);
  });

  it('tells which fields have changed, and only of those that are asked for', () => {
    const moved = { ...amina, iban: 'BE71096123456769', facts: { children: 1 } };
    expect(changedSince(tag, moved, ['iban', 'facts', 'name'])).toEqual(['iban', 'facts']);
    expect(changedSince(tag, moved, ['name'])).toEqual([]);
    expect(changedSince(tag, amina, ['iban', 'facts', 'name'])).toEqual([]);
  });

  it('is read with the mark of a proxy that packed the answer', () => {
    expect(changedSince(`W/${tag}`, amina, ['iban'])).toEqual([]);
    expect(changedSince(tag.replace(/"$/, '-gzip"'), amina, ['iban'])).toEqual([]);
  });

  it('is any one for a star, and none for a tag that is not ours', () => {
    expect(changedSince('*', amina, ['iban'])).toEqual([]);
    expect(changedSince('"abc"', amina, ['iban', 'name'])).toEqual(['iban', 'name']);
  });

  it('sees a field come and go', () => {
    expect(changedSince(tagOf({ reason: undefined }), { reason: 'too late' }, ['reason'])).toEqual(['reason']);
    expect(changedSince(tagOf({ reason: 'too late' }), {}, ['reason'])).toEqual(['reason']);
  });
});

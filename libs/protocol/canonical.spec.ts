import fc from 'fast-check';
import { type Json, bodyRules, canonicalize, documentRules, messageRules, parseCanonical } from './canonical.js';

const kindOf = (value: unknown, rules = documentRules): string => {
  const text = canonicalize(value, rules);
  return text.ok ? text.value : text.refusal.kind;
};
const kindOfText = (text: string, rules = documentRules): string => {
  const read = parseCanonical(text, rules);
  return read.ok ? 'ok' : read.refusal.kind;
};

const nfc = fc
  .string({ unit: 'binary', maxLength: 40 })
  .map((text) => text.normalize('NFC'))
  .filter((text) => text.length < 300);
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    nfc,
    fc.maxSafeInteger().map((n) => (n === 0 ? 0 : n)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(nfc, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe('canonical JSON', () => {
  it('writes the names of an object in the order of UTF-16 code units, as RFC 8785 asks', () => {
    const value = {
      '\u20ac': 'Euro',
      '\r': 'CR',
      '\ufb33': 'x'.normalize('NFC'),
      '1': 'One',
      '\u0080': 'Control',
      ö: 'ö',
    };
    const { ['\ufb33']: _decomposes, ...nfcOnly } = value;
    expect(kindOf({ ...nfcOnly, '😀': 'Smiley', '\uffee': 'Half' })).toBe(
      '{"\\r":"CR","1":"One","\u0080":"Control","ö":"ö","€":"Euro","😀":"Smiley","\uffee":"Half"}',
    );
  });

  it('escapes exactly what RFC 8785 escapes', () => {
    expect(kindOf('\u20ac$\u000f\nA\'B"\\\\"/\u007f')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f"');
  });

  it('reads back what it has written', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalize(value, { depth: 10, numbersToDepth: 10 });
        if (!text.ok) throw new Error(JSON.stringify(text));
        const again = parseCanonical(text.value, { depth: 10, numbersToDepth: 10 });
        expect(again.ok && canonicalize(again.value, { depth: 10, numbersToDepth: 10 })).toEqual(text);
      }),
    );
  });

  it('writes one text whatever the order in which an object was built', () => {
    fc.assert(
      fc.property(fc.dictionary(nfc, nfc, { noNullPrototype: true }), (value) => {
        expect(kindOf(Object.fromEntries(Object.entries(value).reverse()))).toBe(kindOf(value));
      }),
    );
  });

  it.each([
    ['minus zero', -0, 'negative-zero'],
    ['no number at all', Number.NaN, 'not-finite'],
    ['infinity', Number.POSITIVE_INFINITY, 'not-finite'],
    ['a fraction', 0.5, 'not-a-safe-integer'],
    ['a number beyond the safe ones', 2 ** 53, 'not-a-safe-integer'],
    ['half a surrogate pair', 'a\ud800b', 'lone-surrogate'],
    ['half a surrogate pair as a name', { '\udc00': '' }, 'lone-surrogate'],
    ['a decomposed accent', 'Malmo\u0308', 'not-nfc'],
    ['a text of 501 characters', 'x'.repeat(501), 'text-too-long'],
    ['a bigint', 1n, 'not-json'],
    ['a date', new Date(0), 'not-json'],
    ['a function', () => 1, 'not-json'],
    ['nothing', undefined, 'not-json'],
  ])('refuses %s', (_what, value, kind) => {
    expect(kindOf([value])).toBe(kind);
  });

  it('accepts a text of 500 characters', () => {
    expect(kindOf('x'.repeat(500))).toBe(`"${'x'.repeat(500)}"`);
  });

  it('says where the trouble is', () => {
    expect(canonicalize({ body: { lines: ['a', -0] } }, documentRules)).toEqual({
      ok: false,
      refusal: { kind: 'negative-zero', path: 'body.lines[1]' },
    });
  });

  it('leaves out members that are undefined', () => {
    expect(kindOf({ b: '1', a: undefined })).toBe('{"b":"1"}');
  });

  it('allows six levels in a body and refuses the seventh', () => {
    expect(kindOf({ a: { a: { a: { a: { a: {} } } } } }, bodyRules)).toBe('{"a":{"a":{"a":{"a":{"a":{}}}}}}');
    expect(kindOf({ a: { a: { a: { a: { a: { a: {} } } } } } }, bodyRules)).toBe('too-deep');
  });

  it('allows a number only at the top of an envelope', () => {
    expect(kindOf({ v: 1, body: { n: '1' } }, messageRules)).toBe('{"body":{"n":"1"},"v":1}');
    expect(kindOf({ v: 1, body: { n: 1 } }, messageRules)).toBe('number-not-allowed');
    expect(kindOf({ n: 1 }, bodyRules)).toBe('number-not-allowed');
  });

  it.each([
    ['a space', '{"a": "1"}', 'not-canonical'],
    ['another order', '{"b":"1","a":"2"}', 'not-canonical'],
    ['the same name twice', '{"a":"1","a":"1"}', 'not-canonical'],
    ['an escape that is not needed', '{"a":"\\u0041"}', 'not-canonical'],
    ['an escaped slash', '{"a":"\\/"}', 'not-canonical'],
    ['an exponent', '{"a":1e2}', 'not-canonical'],
    ['a decimal point', '{"a":1.0}', 'not-canonical'],
    ['minus zero', '{"a":-0}', 'negative-zero'],
    ['2^53 + 1', '{"a":9007199254740993}', 'not-a-safe-integer'],
    ['an escaped half of a surrogate pair', '{"a":"\\ud800"}', 'lone-surrogate'],
    ['something after the end', '{}x', 'not-json'],
    ['a byte order mark', '\ufeff{}', 'not-json'],
    ['nothing', '', 'not-json'],
  ])('refuses to read a text with %s', (_what, text, kind) => {
    expect(kindOfText(text)).toBe(kind);
  });

  it('reads a text only in the one form it would write itself', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), (text) => {
        const read = parseCanonical(text, documentRules);
        expect(!read.ok || JSON.stringify(canonicalize(read.value, documentRules)).includes(JSON.stringify(text))).toBe(
          true,
        );
      }),
    );
  });
});

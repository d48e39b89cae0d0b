import fc from 'fast-check';
import {
  type PaymentReference,
  isOcr,
  isOgm,
  isRf,
  makeOcr,
  makeOgm,
  makeRf,
  printOgm,
  printRf,
  readReference,
  referencesIn,
} from './references.js';

const made = (answer: ReturnType<typeof makeOgm>): PaymentReference => {
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return answer.value;
};

const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((all) => all.join(''));

const reference = fc.oneof(
  fc.bigInt(0n, 9_999_999_999n).map((base) => made(makeOgm(base))),
  fc.stringMatching(/^[A-Z0-9]{1,21}$/).map((base) => made(makeRf(base))),
  digits(1, 23).map((base) => made(makeOcr(base))),
);

describe('payment references', () => {
  it('are made as the published examples say', () => {
    expect(printOgm(made(makeOgm(909_337_554n)))).toBe('+++090/9337/55493+++');
    expect(made(makeOgm(97n)).value).toBe('000000009797');
    expect(made(makeRf('539007547034')).value).toBe('RF18539007547034');
    expect(printRf(made(makeRf('539007547034')))).toBe('RF18 5390 0754 7034');
    expect(made(makeOcr('123456')).value).toBe('12345682');
  });

  it('check themselves', () => {
    fc.assert(
      fc.property(reference, ({ kind, value }) => {
        const isRight = kind === 'ogm' ? isOgm(value) : kind === 'rf' ? isRf(value) : isOcr(value, true);
        expect(isRight).toBe(true);
      }),
    );
  });

  it('are no longer right when one digit is another', () => {
    fc.assert(
      fc.property(reference, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ kind, value }, at, more) => {
        const places = [...value.matchAll(/\d/g)].map(({ index }) => index);
        const place = places[at % places.length]!;
        const wrong = value.slice(0, place) + String((Number(value[place]) + more) % 10) + value.slice(place + 1);
        const isRight = kind === 'ogm' ? isOgm(wrong) : kind === 'rf' ? isRf(wrong) : isOcr(wrong, false);
        // The two check digits of an OGM of a multiple of 97 are 97, never 00, so that no other pair fits.
        expect(isRight).toBe(false);
      }),
    );
  });

  it('with a length digit are no longer right when a digit is lost', () => {
    fc.assert(
      fc.property(digits(3, 23), (base) => {
        const { value } = made(makeOcr(base));
        expect(isOcr(value.slice(1), true)).toBe(false);
      }),
    );
  });

  it('are the same however they are written', () => {
    fc.assert(
      fc.property(reference, (one) => {
        const written = one.kind === 'ogm' ? printOgm(one) : one.kind === 'rf' ? printRf(one).toLowerCase() : one.value;
        const answer = readReference(` ${written} `);
        expect(answer.ok && answer.value.value).toBe(one.value);
      }),
    );
    expect(readReference('***090/9337/55493***')).toMatchObject({ value: { kind: 'ogm', value: '090933755493' } });
  });

  it('are refused when they are too long, too short or wrong', () => {
    for (const answer of [
      makeOgm(-1n),
      makeOgm(10_000_000_000n),
      makeRf(''),
      makeRf('Ä1'),
      makeOcr('12a'),
      makeOcr(''),
    ])
      expect(answer).toMatchObject({ ok: false, refusal: { kind: 'not-a-reference' } });
    expect(makeRf('A'.repeat(22)).ok).toBe(false);
    expect(makeOcr('1'.repeat(24)).ok).toBe(false);
    expect(readReference('090/9337/55494')).toMatchObject({ ok: false });
    expect(isOgm('90933755493')).toBe(false);
  });

  it('are found in what people write around them', () => {
    const ogm = made(makeOgm(909_337_554n));
    const rf = made(makeRf('539007547034'));
    const ocr = made(makeOcr('123456'));
    const text = `Betaling ${printOgm(ogm)}, ${printRf(rf)} och OCR ${ocr.value} den 8 april, 50 000 kr`;
    expect(referencesIn(text)).toEqual([ogm, rf, ocr]);
    expect(referencesIn('tack för konserten den 9 mars 2026')).toEqual([]);
  });
});

import fc from 'fast-check';
import { parsePublicId, publicId, RandomIds, uuidV7 } from './ids.js';

const v7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ids', () => {
  it('are the UUID of RFC 9562’s example for its instant and chance', () => {
    const chance = Buffer.from('0cc398c4dc0c0c07398f', 'hex');
    expect(uuidV7(0x017f22e279b0, chance)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('sort by the moment they were made', () => {
    const instant = fc.integer({ min: 0, max: 2 ** 48 - 2 });
    const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(instant, chance, chance, (at, one, other) => {
        expect(uuidV7(at, one)).toMatch(v7);
        expect(uuidV7(at, one) < uuidV7(at + 1, other)).toBe(true);
      }),
    );
  });

  it('never repeat', () => {
    const ids = new RandomIds();
    const many = Array.from({ length: 1000 }, () => ids.newId());
    expect(new Set(many).size).toBe(1000);
    expect(many.every((id) => v7.test(id))).toBe(true);
  });

  it('come back from how they are written at the door', () => {
    fc.assert(fc.property(fc.uuid(), (id) => expect(parsePublicId('mis', publicId('mis', id))).toBe(id)));
  });

  it.each([
    'mis_017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
    'slip_017f22e279b07cc398c4dc0c0c07398f',
    'mis_017F22E279B07CC398C4DC0C0C07398F',
    'mis_017f22e279b07cc398c4dc0c0c07398f0',
    'mis_017f22e279b07cc398c4dc0c0c07398f_',
    '017f22e279b07cc398c4dc0c0c07398f',
    'mis_',
    '',
  ])('have one spelling only: %p is none', (text) => {
    expect(parsePublicId('mis', text)).toBeUndefined();
  });
});

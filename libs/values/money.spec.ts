import fc from 'fast-check';
import { Money, money, sum } from './money.js';
import { percent, ratio } from './rate.js';

const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

describe('money', () => {
  it('keeps what a text says to the cent', () => {
    expect(money('1000.00', 'EUR').minor).toBe(100000n);
    expect(money('-0.05', 'EUR').minor).toBe(-5n);
    expect(money('980', 'SEK').toDecimal()).toBe('980.00');
    expect(money('12', 'ISK').toDecimal()).toBe('12');
  });

  it.each(['', '1,00', '1e3', '+1', '.5', '1.', '1.001', ' 1', '0x10', '99999999999999999', 'NaN'])(
    'refuses %j as an amount and shows how one is written',
    (text) => {
      const parsed = Money.parse(text, 'EUR');
      expect(parsed.ok).toBe(false);
      if (!parsed.ok) expect(parsed.refusal.detail).toContain('1000.00');
    },
  );

  it('refuses an unknown currency', () => {
    expect(Money.parse('1.00', 'EURO').ok).toBe(false);
    expect(Money.parse('1.00', 'toString').ok).toBe(false);
  });

  it('never adds two currencies', () => {
    expect(() => (money('1.00', 'EUR') as Money).plus(money('1.00', 'SEK'))).toThrow(/do not mix/);
  });

  it('rounds once, half away from zero, as payroll law means it', () => {
    expect(money('980.00', 'EUR').times(percent('6.5'), 'halfUp').toDecimal()).toBe('63.70');
    expect(money('0.10', 'EUR').times(ratio(1n, 4n), 'halfUp').toDecimal()).toBe('0.03');
    expect(money('-0.10', 'EUR').times(ratio(1n, 4n), 'halfUp').toDecimal()).toBe('-0.03');
    expect(money('0.10', 'EUR').times(ratio(1n, 4n), 'halfEven').toDecimal()).toBe('0.02');
    expect(money('0.10', 'EUR').times(ratio(1n, 4n), 'halfDown').toDecimal()).toBe('0.02');
    expect(money('0.10', 'EUR').times(ratio(1n, 3n), 'up').toDecimal()).toBe('0.04');
    expect(money('0.10', 'EUR').times(ratio(2n, 3n), 'down').toDecimal()).toBe('0.06');
  });

  it('writes and reads any amount unchanged', () => {
    fc.assert(
      fc.property(cents, (minor) => {
        expect(money(new Money(minor, 'EUR').toDecimal(), 'EUR').minor).toBe(minor);
      }),
    );
  });

  it('splits into parts that add up to the whole, none more than a cent from its share', () => {
    fc.assert(
      fc.property(
        cents,
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 }),
        (minor, weights) => {
          fc.pre(weights.some((weight) => weight > 0n));
          const parts = new Money(minor, 'EUR').allocate(weights);
          const weightTotal = weights.reduce((so, weight) => so + weight, 0n);
          expect(sum(parts, 'EUR').minor).toBe(minor);
          parts.forEach((part, index) => {
            const distance = part.minor * weightTotal - minor * weights[index]!;
            expect(distance < 0n ? -distance < weightTotal : distance < weightTotal).toBe(true);
          });
        },
      ),
    );
  });
});

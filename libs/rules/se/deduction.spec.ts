import fc from 'fast-check';
import { type Deduction, type DeductionStep, heldBack, highestNet, linkedSteps } from './deduction.js';

const ladder = fc.array(
  fc.record({ width: fc.bigInt(1n, 900n), fixed: fc.bigInt(0n, 9n), perMille: fc.bigInt(0n, 900n) }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

function deductionOf(rows: readonly { width: bigint; fixed: bigint; perMille: bigint }[], whole: boolean): Deduction {
  let from = 0n;
  const steps = linkedSteps(
    rows.map(({ width, fixed, perMille }) => {
      const row = { from, fixed, perMille };
      from += width;
      return row;
    }),
    whole,
  );
  const stepAt = (pay: bigint): DeductionStep => steps.filter((step) => step.from <= pay).at(-1)!;
  return { stepAt };
}

describe('a deduction in steps', () => {
  it('drops the öre of what is held back', () => {
    const thirtyPercent = deductionOf([{ width: 1n, fixed: 0n, perMille: 300n }], false);
    expect(heldBack(thirtyPercent, 103_40n)).toBe(31_00n);
    expect(heldBack(deductionOf([{ width: 1n, fixed: 0n, perMille: 300n }], true), 103_40n)).toBe(30_00n);
  });

  it('knows the highest net of all pays up to one, as counting each of them does', () => {
    fc.assert(
      fc.property(
        ladder,
        fc.boolean(),
        fc.integer({ min: 1, max: 2500 }),
        fc.integer({ min: 0, max: 2400 }),
        (rows, whole, pay, after) => {
          fc.pre(after < pay);
          const deduction = deductionOf(rows, whole);
          const already = after === 0 ? 0n : heldBack(deduction, BigInt(after));
          let counted: bigint | undefined;
          for (let one = BigInt(after) + 1n; one <= BigInt(pay); one += 1n) {
            const held = heldBack(deduction, one);
            const net = one - (held > already ? held : already);
            if (counted === undefined || net > counted) counted = net;
          }
          // Counting starts at one öre; a step's highest net may also be that of no pay at all, which is nothing.
          const highest = highestNet(deduction, BigInt(pay), BigInt(after), already);
          expect(highest === counted || (after === 0 && highest === -heldBack(deduction, 0n))).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});

import { Money, day } from '@passerelle/values';
import fc from 'fast-check';
import type { PayslipTerms } from '../kit/country.js';
import type { Payslip } from '../kit/payslip.js';
import { france } from './index.js';

const euros = (minor: number | bigint): Money => new Money(BigInt(minor), 'EUR');

const employee: PayslipTerms = {
  first: day('2026-07-01'),
  last: day('2026-07-31'),
  days: 23,
  paidOn: day('2026-07-31'),
  facts: { headcount: 30, healthPremium: '40' },
};
const withFacts = (facts: PayslipTerms['facts']): PayslipTerms => ({
  ...employee,
  facts: { ...employee.facts, ...facts },
});
const inMarch = { first: day('2026-03-02'), last: day('2026-03-04'), days: 3, paidOn: day('2026-03-31') };
const before = france.payslip({
  ...employee,
  first: day('2026-06-01'),
  last: day('2026-06-30'),
  paidOn: day('2026-06-30'),
  gross: euros(620_000),
});
const yearToDate = before.ok ? before.value.yearToDate : {};

const everyone: Readonly<Record<string, PayslipTerms>> = {
  'an employee': employee,
  'an employee after a month above the ceiling': { ...employee, yearToDate },
  'an executive in part time': withFacts({ executive: true, weeklyHours: '28' }),
  'a fixed-term contract': withFacts({ contract: 'cdd' }),
  'an employee of 2025': {
    ...employee,
    first: day('2025-03-01'),
    last: day('2025-03-31'),
    paidOn: day('2025-03-31'),
  },
  'an artist': { ...inMarch, facts: { status: 'artist', cachets: 3, convention: '1285' } },
  'a musician with the flat deduction': { ...inMarch, facts: { status: 'artist', deduction: 'musicians' } },
  'a technician': { ...inMarch, facts: { status: 'technician', convention: '3090', headcount: 60 } },
  'a technician with the flat deduction': { ...inMarch, facts: { status: 'technician', deduction: 'musicians' } },
  'an entrepreneur-salarié': withFacts({ status: 'entrepreneur', fixedPart: '300' }),
};
const kinds = fc.constantFrom(...Object.keys(everyone));

function paid(kind: string, gross: bigint): Payslip {
  const answer = france.payslip({ ...everyone[kind]!, gross: euros(gross) });
  if (!answer.ok) throw new Error(`${kind}: ${answer.refusal.detail}`);
  return answer.value;
}

const agreed = ({ lines }: Payslip): bigint =>
  lines.filter(({ id }) => id.startsWith('fr.gross-pay')).reduce((so, { worker }) => so + worker!.amount.minor, 0n);

describe('there and back', () => {
  it('a cost gives the largest gross whose cost fits, and says what is left', () => {
    fc.assert(
      fc.property(kinds, fc.integer({ min: 330_000, max: 1_600_000 }), (kind, cost) => {
        const answer = france.fromCost(euros(cost), everyone[kind]!);
        if (!answer.ok) throw new Error(answer.refusal.detail);
        const { payslip, remainder } = answer.value;
        expect(payslip.cost.minor + remainder.minor).toBe(BigInt(cost));
        expect(remainder.isNegative()).toBe(false);
        expect(paid(kind, agreed(payslip) + 1n).cost.minor).toBeGreaterThan(BigInt(cost));
      }),
      { numRuns: 300 },
    );
  });

  it('the price is the sum of the lines and the remainder', () => {
    fc.assert(
      fc.property(kinds, fc.integer({ min: 330_000, max: 1_600_000 }), (kind, cost) => {
        const answer = france.fromCost(euros(cost), everyone[kind]!);
        if (!answer.ok) throw new Error(answer.refusal.detail);
        const { payslip, remainder } = answer.value;
        const ofLines = payslip.lines.reduce((so, { employer }) => so + (employer?.amount.minor ?? 0n), 0n);
        expect(ofLines + remainder.minor).toBe(BigInt(cost));
        expect(payslip.lines.reduce((so, { worker }) => so + (worker?.amount.minor ?? 0n), 0n)).toBe(payslip.net.minor);
      }),
      { numRuns: 200 },
    );
  });

  it('the cost never falls when the gross rises, cent by cent', () => {
    fc.assert(
      fc.property(kinds, fc.integer({ min: 200_000, max: 1_300_000 }), (kind, from) => {
        let cost = paid(kind, BigInt(from)).cost.minor;
        for (let gross = BigInt(from) + 1n; gross < BigInt(from) + 150n; gross += 1n) {
          const next = paid(kind, gross).cost.minor;
          expect(next).toBeGreaterThanOrEqual(cost);
          cost = next;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the net of a gross gives back a gross no larger, with a net no smaller', () => {
    fc.assert(
      fc.property(kinds, fc.integer({ min: 200_000, max: 900_000 }), (kind, gross) => {
        const net = paid(kind, BigInt(gross)).net;
        const answer = france.fromNet(net, everyone[kind]!);
        if (!answer.ok) throw new Error(answer.refusal.detail);
        expect(answer.value.net.minor).toBeGreaterThanOrEqual(net.minor);
        expect(agreed(answer.value)).toBeLessThanOrEqual(BigInt(gross));
      }),
      { numRuns: 60 },
    );
  });

  it('no gross of the thirty euros below reaches that net', () => {
    fc.assert(
      fc.property(kinds, fc.integer({ min: 220_000, max: 700_000 }), (kind, net) => {
        const answer = france.fromNet(euros(net), everyone[kind]!);
        if (!answer.ok) throw new Error(answer.refusal.detail);
        const found = agreed(answer.value);
        for (let gross = found - 3_000n; gross < found; gross += 1n)
          expect(paid(kind, gross).net.minor).toBeLessThan(BigInt(net));
      }),
      { numRuns: 5 },
    );
  });

  it('finds the gross below a jump of the tax grid when it already reaches the net', () => {
    const low = france.fromNet(euros(162_000), everyone['an employee']!);
    if (!low.ok) throw new Error(low.refusal.detail);
    for (let gross = agreed(low.value) - 6_000n; gross < agreed(low.value); gross += 1n)
      expect(paid('an employee', gross).net.minor).toBeLessThan(162_000n);
  });
});

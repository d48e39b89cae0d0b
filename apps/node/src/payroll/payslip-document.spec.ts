import { type PayslipRequest, countries } from '@passerelle/rules';
import { Money, day, ratio, rate } from '@passerelle/values';
import fc from 'fast-check';
import { documentOf, payslipFrom, rateOf, recompute, requestFrom } from './payslip-document.js';
import type { IssuedPayslip } from './payslip.js';

const week = { first: day('2026-03-23'), last: day('2026-03-27'), days: 5, paidOn: day('2026-04-08'), facts: {} };

/** As the database gives it back: through JSON, the fields in another order. */
const kept = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).reverse())
      : each,
  ) as T;

function issued(country: (typeof countries)[number], gross: bigint): IssuedPayslip {
  const request: PayslipRequest = { ...week, gross: new Money(gross, country.currency) };
  const answer = country.payslip(request);
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return {
    request: requestFrom(kept(documentOf(request))),
    payslip: payslipFrom(kept(documentOf(answer.value))),
  } as IssuedPayslip;
}

describe('a payslip that was kept', () => {
  it('is computed again to the cent in every country', () => {
    fc.assert(
      fc.property(fc.constantFrom(...countries), fc.bigInt({ min: 200_000n, max: 900_000n }), (country, gross) => {
        expect(recompute(issued(country, gross))).toMatchObject({ ok: true });
      }),
      { numRuns: 100 },
    );
  });

  it('is found out when one cent of it was changed', () => {
    const slip = issued(countries[0]!, 300_000n);
    const [first, ...rest] = slip.payslip.lines;
    const worker = { ...first!.worker!, amount: first!.worker!.amount.plus(new Money(1n, 'EUR')) };
    const forged = { ...slip, payslip: { ...slip.payslip, lines: [{ ...first!, worker }, ...rest] } };
    expect(recompute(forged)).toMatchObject({ ok: false, refusal: { kind: 'differs' } });
  });

  it('is the same to a later version of the rules, which names another source', () => {
    const slip = issued(countries[0]!, 300_000n);
    const lines = slip.payslip.lines.map((line) => ({ ...line, localName: 'as it was once called', figures: [] }));
    expect(recompute({ ...slip, payslip: { ...slip.payslip, version: '2025.1', lines } })).toMatchObject({ ok: true });
  });

  it('was changed when its own version of the rules names another source', () => {
    const slip = issued(countries[0]!, 300_000n);
    const lines = slip.payslip.lines.map((line) => ({ ...line, figures: [] }));
    expect(recompute({ ...slip, payslip: { ...slip.payslip, lines } })).toMatchObject({
      ok: false,
      refusal: { kind: 'differs' },
    });
  });

  it('says so when the rules refuse today what they once answered, or know the country no more', () => {
    const slip = issued(countries[0]!, 300_000n);
    const late = { ...slip, request: { ...slip.request, paidOn: day('2031-01-08') } };
    expect(recompute(late)).toMatchObject({ refusal: { kind: 'refused-now' } });
    const gone = { ...slip, payslip: { ...slip.payslip, country: 'XX' as typeof slip.payslip.country } };
    expect(recompute(gone)).toMatchObject({ refusal: { kind: 'no-law' } });
  });

  it('keeps rates that no decimal can say', () => {
    for (const each of [rate('0.1307'), ratio(1n, 3n), ratio(-5n, 22n)])
      expect(rateOf(each.toString()).equals(each)).toBe(true);
  });
});

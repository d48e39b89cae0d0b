import { type Payslip, type PayslipTerms, countryOf } from '@passerelle/rules';
import { languages } from '@passerelle/rules/kit';
import { day, money, sum } from '@passerelle/values';
import { explainPayslip } from './explanation.js';
import type { IssuedPayslip } from './payslip.js';

const week: PayslipTerms = {
  first: day('2026-03-23'),
  last: day('2026-03-27'),
  days: 5,
  paidOn: day('2026-04-08'),
  facts: { status: 'artist', withholding: 'artist-short-engagement' },
};

/** What the explanations read of an issued payslip. */
function issued(gross: string, terms: Partial<PayslipTerms> = {}): IssuedPayslip {
  const request = { ...week, ...terms, gross: money(gross, 'EUR') };
  const answer = countryOf('BE')!.payslip(request);
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return { request, payslip: answer.value } as IssuedPayslip;
}

const february = { first: day('2026-02-23'), last: day('2026-02-27'), paidOn: day('2026-03-10') };

const line = (of: IssuedPayslip, id: string, before: IssuedPayslip | null = null) => {
  const found = explainPayslip(of, before).find((each) => each.id === id);
  if (!found) throw new Error(`there is no line ${id}`);
  return found;
};

describe('the explanation of a payslip', () => {
  it('gives base, rate and rounding of a contribution so that anybody can check it', () => {
    const { base, rate, amount, rounding, group } = line(issued('700.00'), 'be.employee-contribution');
    expect(base).toMatchObject({ ref: 'base' });
    expect(base?.amount.times(rate!, 'halfUp').negated()).toEqual(amount);
    expect([rate?.toString(), rounding, group]).toEqual(['0.1307', 'half-up', 'held_back_social']);
  });

  it('names the pay that a tax is taken from', () => {
    const tax = line(issued('700.00'), 'be.artist-withholding');
    expect([tax.base?.ref, tax.base?.amount.toDecimal(), tax.group]).toEqual(['taxable', '616.60', 'tax']);
  });

  it('adds up to the net on the worker’s side and to the cost on the cooperative’s', () => {
    const slip = issued('700.00');
    const { net, cost, gross }: Payslip = slip.payslip;
    const lines = explainPayslip(slip, null);
    const total = (onTop: boolean) =>
      sum(
        lines.filter(({ group }) => (group === 'paid_on_top') === onTop).map(({ amount }) => amount),
        'EUR',
      );
    expect(total(false)).toEqual(net);
    expect(total(true).plus(gross)).toEqual(cost);
  });

  it('names the figure, its source and the law, and speaks every language', () => {
    for (const { figures, law, title, text } of explainPayslip(issued('700.00'), null)) {
      expect(figures.every(({ source }) => source !== '')).toBe(true);
      expect(law?.act).toBeTruthy();
      for (const language of languages) expect([title[language], text[language]]).not.toContain('');
    }
  });

  it('says what changed since the payslip before', () => {
    const before = issued('700.00', february);
    const contribution = (of: IssuedPayslip) => line(of, 'be.employee-contribution', before).previous;
    expect(contribution(issued('700.00'))).toMatchObject({ period: '2026-02', cause: 'same' });
    expect(contribution(issued('800.00'))).toMatchObject({ cause: 'base_changed' });
    expect(line(issued('700.00'), 'be.artist-withholding', issued('800.00')).previous?.cause).toBe('base_changed');
  });

  it('compares with nothing when the line is new', () => {
    const before = issued('700.00', { ...february, facts: { status: 'artist' } });
    expect(line(issued('700.00'), 'be.artist-withholding', before).previous).toBeNull();
  });
});

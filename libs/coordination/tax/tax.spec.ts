import { country, day } from '@passerelle/values';
import fc from 'fast-check';
import type { TaxQuestion } from './question.js';
import { spansForTax, taxOf } from './tax.js';

const days = (first: string, last: string) => ({ first: day(first), last: day(last) });

/** Ingrid of Malmö works three days abroad. */
const ingrid = (host: string, change: Partial<TaxQuestion> = {}): TaxQuestion => ({
  date: day('2027-03-10'),
  home: country('SE'),
  host: country(host),
  work: ['teaching'],
  stays: [days('2027-03-10', '2027-03-12')],
  employerState: country('SE'),
  borneInHost: false,
  certificateReceived: true,
  ...change,
});

const flagsOf = (host: string, change: Partial<TaxQuestion> = {}) => taxOf(ingrid(host, change)).flags;

describe('income tax abroad', () => {
  it('is nothing for a few days of teaching paid from home', () => {
    expect(taxOf(ingrid('FR'))).toMatchObject({
      flags: [],
      hostMayTax: 'no',
      withholding: null,
      mostDays: 3,
      missing: [],
    });
  });

  it('is not a question at home', () => {
    expect(taxOf(ingrid('SE', { work: ['performance'] }))).toMatchObject({ flags: [], hostMayTax: 'no' });
  });

  it('falls on performers from the first day, whatever the length', () => {
    const onStage = taxOf(ingrid('FR', { work: ['performance'] }));
    expect(onStage).toMatchObject({ flags: ['ART17_PERFORMER'], hostMayTax: 'yes' });
    expect(onStage.withholding?.rate?.toPercent()).toBe('15');
    expect(onStage.withholding?.flatDeduction?.toPercent()).toBe('10');
  });

  it('falls on everyone after 183 days in any twelve months, not on the 183rd', () => {
    const upTo = (last: string) => flagsOf('FR', { stays: [days('2027-01-01', last)] });
    expect([upTo('2027-07-02'), upTo('2027-07-03')]).toEqual([[], ['DAYS_OVER_183']]);
    expect(taxOf(ingrid('FR', { stays: [days('2027-01-01', '2027-07-03')] })).hostMayTax).toBe('yes');
  });

  it('counts days in a sliding window over the turn of the year, each day once', () => {
    const both = [days('2026-09-01', '2026-12-31'), days('2027-01-01', '2027-03-03'), days('2027-03-01', '2027-03-03')];
    expect(taxOf(ingrid('FR', { stays: both })).mostDays).toBe(184);
    const apart = [days('2026-01-01', '2026-06-30'), days('2027-01-01', '2027-06-30')];
    expect(taxOf(ingrid('FR', { stays: apart })).mostDays).toBe(181);
  });

  it('never finds fewer days when a stay is added, nor more than a year', () => {
    const start = fc.integer({ min: 0, max: 700 });
    const some = fc.tuple(start, fc.integer({ min: 0, max: 90 })).map(([from, length]) => {
      const at = (offset: number) => day(new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10));
      return { first: at(from), last: at(from + length) };
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), some, (stays, added) => {
        const before = taxOf(ingrid('FR', { stays })).mostDays!;
        const after = taxOf(ingrid('FR', { stays: [...stays, added] })).mostDays!;
        return before <= after && after <= 366;
      }),
      { numRuns: 20 },
    );
  });

  it('falls on who is paid, directed or employed from the host', () => {
    expect(flagsOf('FR', { borneInHost: true })).toEqual(['COST_BORNE_IN_HOST']);
    expect(flagsOf('FR', { employerState: country('FR') })).toEqual(['COST_BORNE_IN_HOST']);
    const through = taxOf(ingrid('DE', { borneInHost: true }));
    expect(through.reasons.map(({ key }) => key)).toEqual(['COST_BORNE_IN_HOST', 'looks-through']);
  });

  it('asks to share out a fee for a concert and a class', () => {
    expect(flagsOf('FR', { work: ['performance', 'teaching'] })).toEqual(['ART17_PERFORMER', 'SPLIT_FEE']);
  });

  it('misses the certificate where the host may tax', () => {
    expect(flagsOf('FR', { work: ['performance'], certificateReceived: false })).toContain('TAX_CERTIFICATE_MISSING');
    expect(flagsOf('FR', { certificateReceived: false })).toEqual([]);
  });

  it('says what it does not know instead of guessing', () => {
    const open = taxOf(ingrid('FR', { borneInHost: undefined, stays: [] }));
    expect(open.hostMayTax).toBe('unknown');
    expect(open.missing.map(({ fact, supplier }) => [fact, supplier])).toEqual([
      ['stays', 'home'],
      ['borneInHost', 'host'],
    ]);
    const inPortugal = taxOf(ingrid('PT', { work: ['performance'] }));
    expect(inPortugal).toMatchObject({ hostMayTax: 'unknown', withholding: null });
  });
});

describe('a host’s tax on performers', () => {
  const rateIn = (host: string, home = 'SE') =>
    taxOf(
      ingrid(host, { home: country(home), employerState: country(home), work: ['performance'] }),
    ).withholding?.rate?.toPercent();

  it('has its own rate, source and mark in each host', () => {
    expect(['BE', 'FR', 'DE', 'AT', 'IT', 'ES', 'HU'].map((host) => rateIn(host))).toEqual([
      '18',
      '15',
      '15.825',
      '20',
      '30',
      '19',
      '15',
    ]);
    expect(rateIn('SE', 'FR')).toBe('15');
  });

  it('is higher in Spain for residents outside the Union and the EEA', () => {
    expect([rateIn('ES', 'NO'), rateIn('ES', 'CH')]).toEqual(['19', '24']);
  });

  it('is nothing in the Netherlands for residents of treaty states', () => {
    const answer = taxOf(ingrid('NL', { work: ['performance'] }));
    expect([answer.withholding?.rate, answer.hostMayTax]).toEqual([null, 'no']);
  });

  it('leaves small fees free in Germany', () => {
    expect(taxOf(ingrid('DE', { work: ['performance'] })).withholding?.freeUpTo?.toDecimal()).toBe('250.00');
  });

  it('is not taken in Belgium from the French-resident employee of a French entity up to 183 days', () => {
    const lucas = (last: string) =>
      taxOf(
        ingrid('BE', {
          home: country('FR'),
          employerState: country('FR'),
          work: ['performance'],
          stays: [days('2027-01-01', last)],
        }),
      );
    expect(lucas('2027-07-02')).toMatchObject({
      hostMayTax: 'no',
      withholding: { rate: null, source: { confidence: 'to-confirm' } },
    });
    expect(lucas('2027-07-03').hostMayTax).toBe('yes');
  });
});

describe('days that another employer counts', () => {
  const told = (days: number | null) =>
    taxOf(ingrid('FR', { elsewhere: spansForTax(stay).map((span) => ({ ...span, days })) }));
  const stay = days('2027-03-10', '2027-03-12');

  it('leave the wage untaxed while both together stay within 183', () => {
    expect(told(180)).toMatchObject({ hostMayTax: 'no', mostDays: 3, missing: [] });
  });

  it('are a question for people beyond, and while nobody has told them', () => {
    for (const days of [181, null])
      expect(told(days)).toMatchObject({
        hostMayTax: 'unknown',
        missing: [{ fact: 'daysElsewhere', supplier: 'home' }],
      });
    expect(taxOf(ingrid('FR', { elsewhere: [] })).hostMayTax).toBe('unknown');
  });
});

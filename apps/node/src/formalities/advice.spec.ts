import { country, day, ok } from '@passerelle/values';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Mission, MissionTerms } from '../missions/mission.js';
import { adviceOf } from './advice.js';
import type { Case } from './case.js';
import type { Law } from './gates.js';

const terms = (first: string, last: string, more: Partial<MissionTerms> = {}): MissionTerms =>
  ({
    first: day(first),
    last: day(last),
    place: { country: country('FR'), town: 'Paris' },
    client: { name: 'Festival des Lilas' },
    kind: 'artistic_performance',
    directedBy: 'home',
    ...more,
  }) as MissionTerms;

const mission = (of: MissionTerms): Mission => ({ terms: of, state: 'active' }) as Mission;

const posted = {
  legislation: ok({ a1: { required: true, applyToState: country('BE'), procedure: '987:15' } }),
} as unknown as Law;

const caseOf = (of: MissionTerms, more: Partial<Case> = {}): Case => ({
  today: day('2026-03-01'),
  employer: { country: country('BE') } as LegalEntity,
  mission: mission(of),
  situation: null,
  facts: {},
  others: [],
  elsewhere: null,
  isPlacingOpen: false,
  ...more,
});

const concert = terms('2026-03-23', '2026-03-27');

describe('advice for work abroad', () => {
  it('is nothing for work at home', () => {
    expect(
      adviceOf(caseOf(terms('2026-03-23', '2026-03-27', { place: { country: country('BE'), town: 'Gent' } })), posted),
    ).toBeNull();
  });

  it('warns that France taxes whoever stands on its stages, and names the rate, the payer and the source', () => {
    const { tax } = adviceOf(caseOf(concert), posted)!;
    expect(tax.flags).toContain('ART17_PERFORMER');
    expect(tax.hostMayTax).toBe('yes');
    expect(tax.withholding?.rate?.toString()).toBe('0.15');
    expect(tax.withholding?.withheldBy).toBe('payer');
  });

  it('leaves a technician untaxed there while her days are few and her cooperative bears the wage', () => {
    const sound = terms('2026-03-23', '2026-03-27', { kind: 'technical_ancillary' });
    expect(adviceOf(caseOf(sound, { facts: { borneInHost: false } }), posted)!.tax.hostMayTax).toBe('no');
    expect(adviceOf(caseOf(sound), posted)!.tax.missing.map(({ fact }) => fact)).toContain('borneInHost');
  });

  it('counts her days there over all her missions within any twelve months', () => {
    const sound = terms('2026-08-01', '2026-08-31', { kind: 'technical_ancillary' });
    const others = [mission(terms('2026-02-01', '2026-06-30')), mission(terms('2026-07-01', '2026-07-31'))];
    const elsewhere = mission(terms('2026-01-01', '2026-01-31', { place: { country: country('DE'), town: 'Köln' } }));
    const { tax } = adviceOf(caseOf(sound, { others: [...others, elsewhere], facts: { borneInHost: false } }), posted)!;
    expect(tax.mostDays).toBe(212);
    expect(tax.flags).toContain('DAYS_OVER_183');
    expect(tax.hostMayTax).toBe('yes');
  });

  it('says from when the working conditions of the host hold, counting on from the same client', () => {
    const { hostTerms } = adviceOf(caseOf(terms('2026-03-01', '2027-04-30')), posted)!;
    expect(hostTerms.coreFrom).toBe('2026-03-01');
    expect(hostTerms.nearlyAllFrom).toBe('2027-03-01');
    const others = [mission(terms('2026-01-01', '2026-01-31'))];
    const counted = adviceOf(caseOf(terms('2026-03-01', '2027-04-30'), { others }), posted)!.hostTerms;
    expect(counted.nearlyAllFrom).toBe('2027-01-29');
    const reasoned = adviceOf(caseOf(terms('2026-03-01', '2027-04-30'), { facts: { reasonedNotice: true } }), posted)!;
    expect(reasoned.hostTerms.nearlyAllFrom).toBeNull();
  });

  it('names who issues the certificate that is needed', () => {
    expect(adviceOf(caseOf(concert), posted)!.issuer?.name).toBe('ONSS/RSZ');
  });
});

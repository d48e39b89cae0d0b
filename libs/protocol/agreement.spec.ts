import { type Agreement, isAgreed, signTerms, termsHash, termsSchema } from './agreement.js';
import { missionOffer } from './messages/mission-offer.js';
import { be, fr, net, rosterContent, se } from './testing/federation.js';

const terms = missionOffer.example.terms;
const agreement: Agreement = {
  terms,
  homeSignature: signTerms(terms, net, be),
  hostSignature: signTerms(terms, net, fr),
};

describe('a mission agreement', () => {
  it('holds when home and host have signed the same terms, and anyone with the roster can see it', () => {
    expect(isAgreed(agreement, rosterContent)).toBe(true);
  });

  it('does not hold with one signature, or with a third cooperative’s', () => {
    expect(isAgreed({ ...agreement, hostSignature: null }, rosterContent)).toBe(false);
    expect(isAgreed({ ...agreement, hostSignature: agreement.homeSignature }, rosterContent)).toBe(false);
    expect(isAgreed({ ...agreement, hostSignature: signTerms(terms, net, se) }, rosterContent)).toBe(false);
  });

  it('needs both signatures again when any term changes', () => {
    const dearer = { ...terms, version: '2', price: '110000' };
    expect(termsHash(dearer)).not.toBe(termsHash(terms));
    expect(isAgreed({ ...agreement, terms: dearer }, rosterContent)).toBe(false);
  });

  it('of a test federation is worthless in the real one', () => {
    const elsewhere = { ...agreement, hostSignature: signTerms(terms, 'test-federation', fr) };
    expect(isAgreed(elsewhere, rosterContent)).toBe(false);
  });

  it.each([
    ['one cooperative on both sides', { host: 'be' }],
    ['an end before the beginning', { last: '2026-03-22' }],
    ['a price of nothing', { price: '0' }],
    ['a price with decimals', { price: '1000.00' }],
    ['a field nobody knows', { bonus: '1' }],
  ])('cannot have %s', (_what, change) => {
    expect(termsSchema.safeParse({ ...terms, ...change }).success).toBe(false);
  });
});

import { makeInvoice } from '@passerelle/formats';
import { country, money } from '@passerelle/values';
import { invoiceDraft } from './invoice-draft.js';
import { billFrom, invoiceFrom, sides, treatment } from './testing/papers.js';

describe('the document of a bill', () => {
  it('goes by the network of the seller’s country', () => {
    expect(invoiceFrom(billFrom('BE', 'BE')).profile).toBe('peppol');
    expect(invoiceFrom(billFrom('SE', 'BE')).profile).toBe('peppol');
    expect(invoiceFrom(billFrom('FR', 'FR')).profile).toBe('xp-z12-012');
  });

  it('goes on paper to who has no electronic address', () => {
    const buyer = { ...sides.BE, name: 'Ana', vatNumber: null };
    const line = { ...billFrom('BE', 'BE').lines[0]!, treatment: treatment('BE', 'BE', 'private') };
    expect(invoiceFrom(billFrom('BE', 'BE', { buyer, lines: [line] })).profile).toBe('core');
  });

  it('carries the electronic addresses of both, found in their VAT numbers', () => {
    const { seller, buyer } = invoiceFrom(billFrom('BE', 'FR'));
    expect([seller.endpoint, buyer.endpoint]).toEqual([
      { scheme: '0208', value: '0428759497' },
      { scheme: '0225', value: '303265045' },
    ]);
  });

  it('says by reverse charge why there is no VAT', () => {
    const { vatBreakdown, totals } = invoiceFrom(billFrom('BE', 'FR'));
    expect(vatBreakdown).toMatchObject([
      { category: 'AE', exemption: { code: 'VATEX-EU-AE', text: 'Autoliquidation' } },
    ]);
    expect(totals.vat.isZero()).toBe(true);
  });

  it('in France has the notes that the law asks for, and says how it is reported', () => {
    const notesTo = (buyer: 'FR' | 'BE') =>
      invoiceFrom(billFrom('FR', buyer)).notes.map(({ code, text }) => (code === 'BAR' ? text : code));
    expect(notesTo('FR')).toEqual(['PMT', 'PMD', 'AAB', 'B2B']);
    expect(notesTo('BE')).toEqual(['PMT', 'PMD', 'AAB', 'B2BINT']);
  });

  it('in Sweden says that the seller pays its own tax, and is paid in whole kronor', () => {
    const line = { ...billFrom('SE', 'SE').lines[0]!, net: money('12345.50', 'SEK') };
    const { seller, totals, rounding } = invoiceFrom(billFrom('SE', 'SE', { currency: 'SEK', lines: [line] }));
    expect(seller.taxRegistration).toBe('Godkänd för F-skatt');
    expect([totals.gross, rounding, totals.due].map(String)).toEqual(['15431.88 SEK', '0.12 SEK', '15432.00 SEK']);
  });

  it('rounds nothing in euro', () => {
    expect(invoiceFrom(billFrom('SE', 'BE')).rounding).toBeNull();
  });

  it('outside the scope of VAT shows no VAT numbers', () => {
    const line = { ...billFrom('BE', 'BE').lines[0]!, treatment: treatment('BE', 'US') };
    const address = { street: '5 Main Street', postcode: '10001', town: 'New York', country: country('US') };
    const buyer = { name: 'Broadway Inc.', vatNumber: null, email: null, address };
    const { vatBreakdown, seller } = invoiceFrom(billFrom('BE', 'BE', { buyer, lines: [line] }));
    expect(vatBreakdown).toMatchObject([{ category: 'O', rate: null }]);
    expect([seller.vatNumber, seller.legalId?.value]).toEqual([null, '0428759497']);
  });

  it('is refused by name when the rules are not kept', () => {
    const answer = makeInvoice(invoiceDraft(billFrom('FR', 'FR', { number: '2026 0001' })));
    expect(answer).toMatchObject({ ok: false, refusal: { faults: [{ rule: 'BR-FR-01' }] } });
  });
});

import { day, money, percent } from '@passerelle/values';
import type { InvoiceDraft, LineVat } from './invoice-document.js';
import { makeInvoice } from './make-invoice.js';
import { companyIn, draftIn, line, reverseCharge, taxed } from './testing/invoices.js';

const brokenBy = (draft: InvoiceDraft): readonly string[] => {
  const answer = makeInvoice(draft);
  return answer.ok ? [] : answer.refusal.faults.map(({ rule }) => rule);
};

const hundred = money('100.00', 'EUR');
const withVat = (vat: LineVat) => ({ lines: [line(hundred, vat)] });
const withPeriod = (first: string, last: string) => ({
  lines: [line(hundred, taxed('21'), { period: { first: day(first), last: day(last) } })],
});
const outOfScope: LineVat = {
  category: 'O',
  rate: null,
  exemption: { code: 'VATEX-EU-O', text: 'Not subject to VAT' },
};
const exempt = (text: string): LineVat => ({
  category: 'E',
  rate: percent('0'),
  exemption: { code: 'VATEX-EU-132-1N', text },
});

describe('a document', () => {
  it.each(['BE', 'FR', 'SE'] as const)('of a seller in %s keeps the rules of its network', (land) => {
    expect(brokenBy(draftIn(land))).toEqual([]);
  });

  it('may be reverse charged, exempt or outside the scope of VAT', () => {
    expect(brokenBy(draftIn('BE', { buyer: companyIn('FR'), ...withVat(reverseCharge) }))).toEqual([]);
    expect(brokenBy(draftIn('BE', withVat(exempt('art. 44'))))).toEqual([]);
    const unnumbered = { vatNumber: null };
    expect(
      brokenBy(
        draftIn('BE', {
          seller: companyIn('BE', unnumbered),
          buyer: companyIn('BE', unnumbered),
          ...withVat(outOfScope),
        }),
      ),
    ).toEqual([]);
  });

  it.each<readonly [string, Partial<InvoiceDraft>]>([
    ['BR-16', { lines: [] }],
    ['BR-22', { lines: [line(hundred, taxed('21'), { quantity: '1.00001' })] }],
    ['BR-27', { lines: [line(hundred.negated(), taxed('21'))] }],
    ['PEPPOL-EN16931-R120', { lines: [line(money('0.01', 'EUR'), taxed('21'), { quantity: '9999999' })] }],
    ['PEPPOL-EN16931-R120', { lines: [line(hundred, taxed('21'), { quantity: '0' })] }],
    ['BR-CO-10', { lines: [line(money('100.00', 'SEK'), taxed('21'))] }],
    ['BR-CO-25', { dueOn: null }],
    ['BR-29', { period: { first: day('2026-03-02'), last: day('2026-03-01') } }],
    ['BR-CO-26', { seller: companyIn('BE', { vatNumber: null, legalId: null, taxRegistration: 'x' }) }],
    ['BR-CO-09', { seller: companyIn('BE', { vatNumber: '0428759497' }) }],
    ['BR-CO-09', { seller: companyIn('BE', { vatNumber: 'QQ0428759497' }) }],
    ['BR-CO-25', { kind: 'credit-note', dueOn: day('2026-05-01') }],
    ['BR-CL-08', { notes: [{ code: null, text: 'Orders #12 and #13' }] }],
    ['BR-53', { vatInBooks: hundred }],
    ['UBL-BT-9', { kind: 'credit-note', payment: null }],
    ['BR-S-05', withVat(taxed('0'))],
    ['BR-S-02', { seller: companyIn('BE', { vatNumber: null }) }],
    ['BR-E-05', withVat({ ...exempt('art. 44'), rate: percent('6') })],
    ['BR-E-10', withVat({ ...exempt('art. 44'), exemption: null })],
    ['BR-E-10', withVat({ ...taxed('21'), exemption: { code: null, text: 'none' } })],
    ['BR-E-01', { lines: [line(hundred, exempt('art. 44')), line(hundred, exempt('art. 42'))] }],
    ['BR-AE-02', { buyer: companyIn('FR', { vatNumber: null, legalId: null }), ...withVat(reverseCharge) }],
    ['BR-O-02', withVat(outOfScope)],
    ['BR-O-05', withVat({ ...outOfScope, rate: percent('0') })],
    ['BR-O-11', { lines: [line(hundred, outOfScope), line(hundred, taxed('21'))] }],
    ['VATEX', withVat({ ...exempt('art. 44'), exemption: { code: 'VATEX-EU-AE', text: 'art. 44' } })],
    ['PEPPOL-EN16931-R003', { buyerReference: null }],
    ['PEPPOL-EN16931-R110', withPeriod('2026-03-22', '2026-03-27')],
    ['PEPPOL-EN16931-R110', withPeriod('2026-03-23', '2026-03-28')],
    ['PEPPOL-EN16931-R010', { buyer: companyIn('BE', { endpoint: null }) }],
    ['PEPPOL-EN16931-R020', { seller: companyIn('BE', { endpoint: null }) }],
    ['PEPPOL-COMMON-R043', { buyer: companyIn('BE', { endpoint: { scheme: '0208', value: '0428759498' } }) }],
    ['PEPPOL-COMMON-R049', { buyer: companyIn('BE', { endpoint: { scheme: '0007', value: '5560125791' } }) }],
    ['PEPPOL-EN16931-R008', { number: '' }],
    ['PEPPOL-EN16931-R008', { buyer: companyIn('BE', { name: 'Bell\u0007' }) }],
    ['PEPPOL-EN16931-R008', { buyer: companyIn('BE', { name: ' Spaces ' }) }],
  ])('of a Belgian seller that breaks %s is refused for it', (rule, changed) => {
    expect(brokenBy(draftIn('BE', changed))).toContain(rule);
  });

  it.each<readonly [string, Partial<InvoiceDraft>]>([
    ['SE-R-001', { seller: companyIn('SE', { vatNumber: 'SE5560125790' }) }],
    ['SE-R-005', { seller: companyIn('SE', { taxRegistration: 'F-skatt' }) }],
    ['SE-R-006', { lines: [line(money('100.00', 'SEK'), taxed('21'))] }],
  ])('of a Swedish seller that breaks %s is refused for it', (rule, changed) => {
    expect(brokenBy(draftIn('SE', changed))).toEqual([rule]);
  });

  it.each<readonly [string, Partial<InvoiceDraft>]>([
    ['BR-FR-01', { number: '2026 0001' }],
    ['BR-FR-05', { notes: [] }],
    ['BR-FR-10', { seller: companyIn('FR', { legalId: null }) }],
    ['BR-FR-16', { lines: [line(hundred, taxed('21'))] }],
    ['BR-FR-32', { buyer: companyIn('FR', { legalId: { scheme: '0002', value: '303265046' } }) }],
    ['BR-FR-CO-05', { kind: 'credit-note', paymentTerms: 'Déduit de ce qui reste dû.' }],
    ['BR-FR-CO-07', { dueOn: day('2026-03-31') }],
    ['BR-FR-CO-12', { currency: 'SEK', lines: [line(money('100.00', 'SEK'), taxed('20'))] }],
  ])('of a French seller that breaks %s is refused for it', (rule, changed) => {
    expect(brokenBy(draftIn('FR', changed))).toEqual([rule]);
  });

  it('between French businesses asks for the SIREN of the buyer', () => {
    const { notes } = draftIn('FR');
    const toForeigner = { notes: [...notes, { code: 'BAR', text: 'B2B' }], buyer: companyIn('BE') };
    expect(brokenBy(draftIn('FR', toForeigner))).toEqual(['BR-FR-11']);
    expect(brokenBy(draftIn('FR', { ...toForeigner, buyer: companyIn('FR') }))).toEqual([]);
  });

  it('names every rule that it breaks, with the term and what to mend', () => {
    const answer = makeInvoice(draftIn('BE', { dueOn: null, buyerReference: null }));
    expect(answer).toMatchObject({
      refusal: {
        faults: [
          { rule: 'BR-CO-25', term: 'BT-9' },
          { rule: 'PEPPOL-EN16931-R003', term: 'BT-10' },
        ],
      },
    });
  });

  it('for the Peppol network carries its mentions in one note', () => {
    const notes = [
      { code: null, text: 'Autoliquidation.' },
      { code: 'AAB', text: 'Pas d’escompte.' },
    ];
    const answer = makeInvoice(draftIn('BE', { notes }));
    expect(answer).toMatchObject({ value: { notes: [{ code: null, text: 'Autoliquidation. Pas d’escompte.' }] } });
  });
});

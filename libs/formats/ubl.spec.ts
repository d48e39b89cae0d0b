import { money } from '@passerelle/values';
import fc from 'fast-check';
import type { InvoiceDocument, InvoiceDraft } from './invoice-document.js';
import { makeInvoice } from './make-invoice.js';
import { anyDraft, companyIn, draftIn, line, reverseCharge } from './testing/invoices.js';
import { schemaCheck } from './testing/schemas.js';
import { readUbl } from './ubl-read.js';
import { ublOf } from './ubl.js';

const made = (draft: InvoiceDraft): InvoiceDocument => {
  const answer = makeInvoice(draft);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal.faults));
  return answer.value;
};

const checks = {
  invoice: schemaCheck('ubl-2.1/maindoc/UBL-Invoice-2.1.xsd'),
  'credit-note': schemaCheck('ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd'),
};

/** Every element that the product writes, at least once. */
const full: InvoiceDraft = draftIn('SE', {
  seller: companyIn('SE', {
    taxRegistration: 'Godkänd för F-skatt',
    email: 'faktura@se.example',
    legalForm: 'Säte: Malmö',
  }),
  buyer: companyIn('FR', { email: 'compta@theatre.example' }),
  currency: 'EUR',
  notes: [{ code: null, text: 'Omvänd betalningsskyldighet <&> "Malmö"' }],
  order: 'PO-7',
  payment: {
    account: { kind: 'bankgiro', number: '9912346' },
    holder: 'Passerelle Malmö',
    remittance: '12345682',
  },
  paymentTerms: '30 dagar netto',
  lines: [
    line(money('1000.00', 'EUR'), reverseCharge, { quantity: '3', description: 'Lille', period: draftIn('SE').period }),
  ],
  prepaid: money('100.00', 'EUR'),
  rounding: money('0.05', 'EUR'),
  vatInBooks: money('0.00', 'SEK'),
});

describe('a document in UBL', () => {
  it('read back is the same document', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const document = made(draft);
        expect(readUbl(ublOf(document))).toEqual({ ok: true, value: document });
      }),
      { numRuns: 50 },
    );
    expect(readUbl(ublOf(made(full)))).toEqual({ ok: true, value: made(full) });
  });

  (checks.invoice && checks['credit-note'] ? it : it.skip)('is one of the schema of OASIS', () => {
    expect(checks.invoice!(ublOf(made(full)))).toBeUndefined();
    fc.assert(
      fc.property(anyDraft, (draft) => {
        expect(checks[draft.kind]!(ublOf(made(draft)))).toBeUndefined();
      }),
      { numRuns: 25 },
    );
    expect(checks.invoice!(ublOf(made(full)).replaceAll('cbc:IssueDate', 'cbc:Issued'))).toContain('Issued');
  });

  it('names the network, the process and the category of tax', () => {
    const text = ublOf(made(full));
    expect(text).toContain('#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>');
    expect(text).toContain('<cbc:TaxExemptionReasonCode>VATEX-EU-AE</cbc:TaxExemptionReasonCode>');
    expect(text).toContain('<cbc:EndpointID schemeID="0225">303265045</cbc:EndpointID>');
    const french = ublOf(made(draftIn('FR')));
    expect(french).toContain('<cbc:ProfileID>S1</cbc:ProfileID>');
    expect(french).toContain('<cbc:Note>#PMT#Indemnité');
  });

  it('holds no empty element', () => {
    expect(ublOf(made(draftIn('BE')))).not.toMatch(/<(\S+)[^>]*\/>|<(\S+)[^>]*><\/\2>/);
  });

  it('is refused when its totals do not follow from its lines', () => {
    const text = ublOf(made(draftIn('BE')));
    const wrong = text.replace(
      'TaxInclusiveAmount currencyID="EUR">1210.00',
      'TaxInclusiveAmount currencyID="EUR">1210.01',
    );
    expect(wrong).not.toBe(text);
    expect(readUbl(wrong)).toMatchObject({ ok: false, refusal: { kind: 'says-otherwise' } });
  });

  it('is refused when it is cut off, of another specification, or without what it must say', () => {
    const text = ublOf(made(draftIn('BE')));
    expect(readUbl(text.slice(0, -20))).toMatchObject({ refusal: { kind: 'not-xml' } });
    expect(readUbl(text.replace('billing:3.0', 'billing:2.0'))).toMatchObject({ refusal: { kind: 'not-an-invoice' } });
    expect(readUbl(text.replace(/<cbc:IssueDate>.*<\/cbc:IssueDate>/, ''))).toMatchObject({
      refusal: { kind: 'not-an-invoice', detail: '<IssueDate> is missing in line 2.' },
    });
    expect(readUbl(text.replaceAll('>21<', '>21,0<'))).toMatchObject({ refusal: { kind: 'not-an-invoice' } });
  });
});

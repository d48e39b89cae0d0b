import { money } from '@passerelle/values';
import fc from 'fast-check';
import { readCii } from './cii-read.js';
import { ciiOf } from './cii.js';
import type { InvoiceDocument, InvoiceDraft } from './invoice-document.js';
import { makeInvoice } from './make-invoice.js';
import { anyDraft, companyIn, draftIn, line, reverseCharge } from './testing/invoices.js';

const made = (draft: InvoiceDraft): InvoiceDocument => {
  const answer = makeInvoice(draft);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal.faults));
  return answer.value;
};

const full = draftIn('FR', {
  seller: companyIn('FR', { email: 'facture@fr.example', legalForm: 'SCIC SA à capital variable' }),
  buyer: companyIn('BE', { email: 'compta@orchestre.example' }),
  order: 'BC-7',
  paymentTerms: '30 jours',
  lines: [
    line(money('1000.00', 'EUR'), reverseCharge, { quantity: '3', description: 'Lille', period: draftIn('FR').period }),
  ],
  prepaid: money('100.00', 'EUR'),
  rounding: money('0.05', 'EUR'),
});

describe('a document as a cross industry invoice', () => {
  it('read back is the same document', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const document = made(draft);
        expect(readCii(ciiOf(document))).toEqual({ ok: true, value: document });
      }),
      { numRuns: 50 },
    );
    const inKronor = draftIn('BE', { vatInBooks: money('2300.00', 'SEK') });
    for (const draft of [full, inKronor]) expect(readCii(ciiOf(made(draft)))).toEqual({ ok: true, value: made(draft) });
  });

  it('says the frame of billing, the notes by subject and days as the format has them', () => {
    const text = ciiOf(made(full));
    expect(text).toContain('<ram:ID>S1</ram:ID>');
    expect(text).toContain('<ram:SubjectCode>PMD</ram:SubjectCode>');
    expect(text).toContain('<udt:DateTimeString format="102">20260401</udt:DateTimeString>');
    expect(text).toContain('<ram:ApplicableHeaderTradeDelivery/>');
  });

  it('is refused when an amount was changed, or a day is none', () => {
    const text = ciiOf(made(full));
    const due = /<ram:DuePayableAmount>[\d.]+/;
    expect(readCii(text.replace(due, '<ram:DuePayableAmount>1.00'))).toMatchObject({
      refusal: { kind: 'says-otherwise' },
    });
    expect(readCii(text.replace('>20260401<', '>20260431<'))).toMatchObject({ refusal: { kind: 'not-an-invoice' } });
    expect(readCii('<a/>')).toMatchObject({ refusal: { kind: 'not-an-invoice' } });
  });
});

import { type Result, country, currency } from '@passerelle/values';
import type {
  DraftLine,
  Identifier,
  InvoiceDocument,
  InvoiceParty,
  InvoicePayment,
  InvoicePeriod,
  VatExemption,
} from './invoice-document.js';
import { type InvoiceReadRefusal, type Said, dayIn, lineVatOf, profileOf, readWith, unitOf } from './invoice-read.js';
import type { Reading } from './reading.js';

/** Reads what `ublOf` writes and any document with the same terms; other terms are ignored, wrong totals refused. */
export const readUbl = (text: string): Result<InvoiceDocument, InvoiceReadRefusal> => readWith(text, said);

function said(root: Reading): Said {
  const kind = root.element.name === 'CreditNote' ? 'credit-note' : 'invoice';
  const of = currency(root.must('DocumentCurrencyCode'));
  const totals = root.within('LegalMonetaryTotal');
  const [tax, inBooks] = root.all('TaxTotal');
  const due = kind === 'invoice' ? root.optional('DueDate') : root.optional('PaymentMeans', 'PaymentDueDate');
  const books = root.optional('TaxCurrencyCode');
  const reasons = reasonsIn(tax?.all('TaxSubtotal') ?? []);
  return {
    draft: {
      kind,
      profile: profileOf(root.must('CustomizationID'), root.optional('ProfileID')),
      number: root.must('ID'),
      issuedOn: dayIn(root.must('IssueDate')),
      dueOn: due === null ? null : dayIn(due),
      currency: of,
      notes: root.all('Note').map(noteIn),
      buyerReference: root.optional('BuyerReference'),
      contract: root.optional('ContractDocumentReference', 'ID'),
      order: root.optional('OrderReference', 'ID'),
      preceding: root.all('BillingReference').map((each) => ({
        number: each.must('InvoiceDocumentReference', 'ID'),
        issuedOn: dayIn(each.must('InvoiceDocumentReference', 'IssueDate')),
      })),
      seller: partyIn(root.within('AccountingSupplierParty', 'Party')),
      buyer: partyIn(root.within('AccountingCustomerParty', 'Party')),
      period: periodIn(root),
      payment: paymentIn(root),
      paymentTerms: root.optional('PaymentTerms', 'Note'),
      lines: root
        .all(kind === 'invoice' ? 'InvoiceLine' : 'CreditNoteLine')
        .map((line) =>
          lineIn(line, { of, reasons, quantity: kind === 'invoice' ? 'InvoicedQuantity' : 'CreditedQuantity' }),
        ),
      prepaid: totals.moneyIfAny(of, 'PrepaidAmount'),
      rounding: totals.moneyIfAny(of, 'PayableRoundingAmount'),
      vatInBooks: books === null || !inBooks ? null : inBooks.money(currency(books), 'TaxAmount'),
    },
    net: totals.money(of, 'TaxExclusiveAmount'),
    vat: root.money(of, 'TaxTotal', 'TaxAmount'),
    gross: totals.money(of, 'TaxInclusiveAmount'),
    due: totals.money(of, 'PayableAmount'),
  };
}

function noteIn(note: Reading): { code: string | null; text: string } {
  const whole = note.must();
  const [, code, text] = /^#([A-Z]{3})#([\s\S]+)$/.exec(whole) ?? [];
  return code === undefined || text === undefined ? { code: null, text: whole } : { code, text };
}

const identifierIn = (party: Reading, ...path: readonly string[]): Identifier | null => {
  const value = party.optional(...path);
  return value === null ? null : { scheme: party.element.child(...path)?.attribute('schemeID') ?? '', value };
};

function partyIn(party: Reading): InvoiceParty {
  const taxNumber = (scheme: string): string | null =>
    party
      .all('PartyTaxScheme')
      .find((each) => each.optional('TaxScheme', 'ID') === scheme)
      ?.must('CompanyID') ?? null;
  return {
    name: party.must('PartyLegalEntity', 'RegistrationName'),
    endpoint: identifierIn(party, 'EndpointID'),
    legalId: identifierIn(party, 'PartyLegalEntity', 'CompanyID'),
    vatNumber: taxNumber('VAT'),
    taxRegistration: taxNumber('TAX'),
    legalForm: party.optional('PartyLegalEntity', 'CompanyLegalForm'),
    address: {
      street: party.must('PostalAddress', 'StreetName'),
      postcode: party.must('PostalAddress', 'PostalZone'),
      town: party.must('PostalAddress', 'CityName'),
      country: country(party.must('PostalAddress', 'Country', 'IdentificationCode')),
    },
    email: party.optional('Contact', 'ElectronicMail'),
  };
}

function periodIn(element: Reading): InvoicePeriod | null {
  const [period] = element.all('InvoicePeriod');
  return period ? { first: dayIn(period.must('StartDate')), last: dayIn(period.must('EndDate')) } : null;
}

function paymentIn(root: Reading): InvoicePayment | null {
  const [means] = root.all('PaymentMeans');
  if (!means) return null;
  const account = means.must('PayeeFinancialAccount', 'ID');
  const branch = means.optional('PayeeFinancialAccount', 'FinancialInstitutionBranch', 'ID');
  return {
    account:
      branch === 'SE:BANKGIRO' ? { kind: 'bankgiro', number: account } : { kind: 'iban', iban: account, bic: branch },
    holder: means.must('PayeeFinancialAccount', 'Name'),
    remittance: means.must('PaymentID'),
  };
}

function reasonsIn(subtotals: readonly Reading[]): ReadonlyMap<string, VatExemption> {
  return new Map(
    subtotals.flatMap((each): [string, VatExemption][] => {
      const text = each.optional('TaxCategory', 'TaxExemptionReason');
      if (text === null) return [];
      return [[each.must('TaxCategory', 'ID'), { code: each.optional('TaxCategory', 'TaxExemptionReasonCode'), text }]];
    }),
  );
}

function lineIn(
  line: Reading,
  {
    of,
    reasons,
    quantity,
  }: { of: ReturnType<typeof currency>; reasons: ReadonlyMap<string, VatExemption>; quantity: string },
): DraftLine {
  const tax = line.within('Item', 'ClassifiedTaxCategory');
  return {
    name: line.must('Item', 'Name'),
    description: line.optional('Item', 'Description'),
    quantity: line.must(quantity),
    unit: unitOf(line.element.child(quantity)?.attribute('unitCode')),
    net: line.money(of, 'LineExtensionAmount'),
    vat: lineVatOf(tax.must('ID'), tax.optional('Percent'), reasons),
    period: periodIn(line),
  };
}

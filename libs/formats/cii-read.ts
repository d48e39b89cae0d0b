import { type CurrencyCode, type Result, country, currency } from '@passerelle/values';
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

/** Reads what `ciiOf` writes and any document with the same terms; other terms are ignored, wrong totals refused. */
export const readCii = (text: string): Result<InvoiceDocument, InvoiceReadRefusal> => readWith(text, said);

function said(root: Reading): Said {
  const context = root.within('ExchangedDocumentContext');
  const document = root.within('ExchangedDocument');
  const trade = root.within('SupplyChainTradeTransaction');
  const agreement = trade.within('ApplicableHeaderTradeAgreement');
  const settlement = trade.within('ApplicableHeaderTradeSettlement');
  const of = currency(settlement.must('InvoiceCurrencyCode'));
  const summation = settlement.within('SpecifiedTradeSettlementHeaderMonetarySummation');
  const [vat, inBooks] = summation.all('TaxTotalAmount');
  const books = settlement.optional('TaxCurrencyCode');
  const due = settlement.optional('SpecifiedTradePaymentTerms', 'DueDateDateTime', 'DateTimeString');
  const reasons = reasonsIn(settlement.all('ApplicableTradeTax'));
  return {
    draft: {
      kind: document.must('TypeCode') === '381' ? 'credit-note' : 'invoice',
      profile: profileOf(
        context.must('GuidelineSpecifiedDocumentContextParameter', 'ID'),
        context.optional('BusinessProcessSpecifiedDocumentContextParameter', 'ID'),
      ),
      number: document.must('ID'),
      issuedOn: dayIn(document.must('IssueDateTime', 'DateTimeString')),
      dueOn: due === null ? null : dayIn(due),
      currency: of,
      notes: document
        .all('IncludedNote')
        .map((note) => ({ code: note.optional('SubjectCode'), text: note.must('Content') })),
      buyerReference: agreement.optional('BuyerReference'),
      contract: agreement.optional('ContractReferencedDocument', 'IssuerAssignedID'),
      order: agreement.optional('BuyerOrderReferencedDocument', 'IssuerAssignedID'),
      preceding: settlement.all('InvoiceReferencedDocument').map((each) => ({
        number: each.must('IssuerAssignedID'),
        issuedOn: dayIn(each.must('FormattedIssueDateTime', 'DateTimeString')),
      })),
      seller: partyIn(agreement.within('SellerTradeParty')),
      buyer: partyIn(agreement.within('BuyerTradeParty')),
      period: periodIn(settlement),
      payment: paymentIn(settlement),
      paymentTerms: settlement.optional('SpecifiedTradePaymentTerms', 'Description'),
      lines: trade.all('IncludedSupplyChainTradeLineItem').map((line) => lineIn(line, of, reasons)),
      prepaid: summation.moneyIfAny(of, 'TotalPrepaidAmount'),
      rounding: summation.moneyIfAny(of, 'RoundingAmount'),
      vatInBooks: books === null || !inBooks ? null : inBooks.money(currency(books)),
    },
    net: summation.money(of, 'TaxBasisTotalAmount'),
    vat: vat ? vat.money(of) : summation.money(of, 'TaxTotalAmount'),
    gross: summation.money(of, 'GrandTotalAmount'),
    due: summation.money(of, 'DuePayableAmount'),
  };
}

const identifierIn = (party: Reading, ...path: readonly string[]): Identifier | null => {
  const value = party.optional(...path);
  return value === null ? null : { scheme: party.element.child(...path)?.attribute('schemeID') ?? '', value };
};

function partyIn(party: Reading): InvoiceParty {
  const taxNumber = (scheme: string): string | null =>
    party
      .all('SpecifiedTaxRegistration')
      .find((each) => each.element.child('ID')?.attribute('schemeID') === scheme)
      ?.must('ID') ?? null;
  return {
    name: party.must('Name'),
    endpoint: identifierIn(party, 'URIUniversalCommunication', 'URIID'),
    legalId: identifierIn(party, 'SpecifiedLegalOrganization', 'ID'),
    vatNumber: taxNumber('VA'),
    taxRegistration: taxNumber('FC'),
    legalForm: party.optional('Description'),
    address: {
      street: party.must('PostalTradeAddress', 'LineOne'),
      postcode: party.must('PostalTradeAddress', 'PostcodeCode'),
      town: party.must('PostalTradeAddress', 'CityName'),
      country: country(party.must('PostalTradeAddress', 'CountryID')),
    },
    email: party.optional('DefinedTradeContact', 'EmailURIUniversalCommunication', 'URIID'),
  };
}

function periodIn(element: Reading): InvoicePeriod | null {
  const [period] = element.all('BillingSpecifiedPeriod');
  if (!period) return null;
  return {
    first: dayIn(period.must('StartDateTime', 'DateTimeString')),
    last: dayIn(period.must('EndDateTime', 'DateTimeString')),
  };
}

function paymentIn(settlement: Reading): InvoicePayment | null {
  const [means] = settlement.all('SpecifiedTradeSettlementPaymentMeans');
  if (!means) return null;
  const iban = means.optional('PayeePartyCreditorFinancialAccount', 'IBANID');
  const bic = means.optional('PayeeSpecifiedCreditorFinancialInstitution', 'BICID');
  return {
    account:
      iban === null
        ? { kind: 'bankgiro', number: means.must('PayeePartyCreditorFinancialAccount', 'ProprietaryID') }
        : { kind: 'iban', iban, bic },
    holder: means.must('PayeePartyCreditorFinancialAccount', 'AccountName'),
    remittance: settlement.must('PaymentReference'),
  };
}

function reasonsIn(taxes: readonly Reading[]): ReadonlyMap<string, VatExemption> {
  return new Map(
    taxes.flatMap((each): [string, VatExemption][] => {
      const text = each.optional('ExemptionReason');
      return text === null ? [] : [[each.must('CategoryCode'), { code: each.optional('ExemptionReasonCode'), text }]];
    }),
  );
}

function lineIn(line: Reading, of: CurrencyCode, reasons: ReadonlyMap<string, VatExemption>): DraftLine {
  const settlement = line.within('SpecifiedLineTradeSettlement');
  const tax = settlement.within('ApplicableTradeTax');
  return {
    name: line.must('SpecifiedTradeProduct', 'Name'),
    description: line.optional('SpecifiedTradeProduct', 'Description'),
    quantity: line.must('SpecifiedLineTradeDelivery', 'BilledQuantity'),
    unit: unitOf(line.element.child('SpecifiedLineTradeDelivery', 'BilledQuantity')?.attribute('unitCode')),
    net: settlement.money(of, 'SpecifiedTradeSettlementLineMonetarySummation', 'LineTotalAmount'),
    vat: lineVatOf(tax.must('CategoryCode'), tax.optional('RateApplicablePercent'), reasons),
    period: periodIn(settlement),
  };
}

import type { Money, PlainDate } from '@passerelle/values';
import { create } from 'xmlbuilder2';
import type {
  InvoiceDocument,
  InvoiceLineItem,
  InvoiceParty,
  InvoicePayment,
  InvoicePeriod,
  LineVat,
  VatSubtotal,
} from './invoice-document.js';
import { meansCode, profiles } from './ubl.js';

const spaces = {
  '@xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  '@xmlns:qdt': 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  '@xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  '@xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
};

interface Node {
  readonly [name: string]: string | Node | readonly Node[] | undefined;
}

/** The document as a cross industry invoice (UN/CEFACT D16B), the form that Factur-X puts inside a PDF. */
export function ciiOf(invoice: InvoiceDocument): string {
  const { specification, process } = profiles[invoice.profile];
  const content: Node = {
    ...spaces,
    'rsm:ExchangedDocumentContext': {
      'ram:BusinessProcessSpecifiedDocumentContextParameter': when(process, (id) => ({ 'ram:ID': id })),
      'ram:GuidelineSpecifiedDocumentContextParameter': { 'ram:ID': specification },
    },
    'rsm:ExchangedDocument': {
      'ram:ID': invoice.number,
      'ram:TypeCode': invoice.kind === 'invoice' ? '380' : '381',
      'ram:IssueDateTime': dateTime(invoice.issuedOn),
      'ram:IncludedNote': invoice.notes.map(({ code, text }) => ({
        'ram:Content': text,
        'ram:SubjectCode': code ?? undefined,
      })),
    },
    'rsm:SupplyChainTradeTransaction': {
      'ram:IncludedSupplyChainTradeLineItem': invoice.lines.map(lineNode),
      'ram:ApplicableHeaderTradeAgreement': agreement(invoice),
      // The group must be there even when nothing is said about the delivery.
      'ram:ApplicableHeaderTradeDelivery': {},
      'ram:ApplicableHeaderTradeSettlement': settlement(invoice),
    },
  };
  return create({ encoding: 'UTF-8' }, { 'rsm:CrossIndustryInvoice': content }).end({ prettyPrint: true });
}

const when = <T>(value: T | null, then: (value: T) => Node): Node | undefined =>
  value === null ? undefined : then(value);

const dateTime = (day: PlainDate, space = 'udt'): Node => ({
  [`${space}:DateTimeString`]: { '@format': '102', '#': day.replaceAll('-', '') },
});

const period = ({ first, last }: InvoicePeriod): Node => ({
  'ram:StartDateTime': dateTime(first),
  'ram:EndDateTime': dateTime(last),
});

const agreement = ({ buyerReference, seller, buyer, order, contract }: InvoiceDocument): Node => ({
  'ram:BuyerReference': buyerReference ?? undefined,
  'ram:SellerTradeParty': party(seller),
  'ram:BuyerTradeParty': party(buyer),
  'ram:BuyerOrderReferencedDocument': when(order, (id) => ({ 'ram:IssuerAssignedID': id })),
  'ram:ContractReferencedDocument': when(contract, (id) => ({ 'ram:IssuerAssignedID': id })),
});

function party({ name, endpoint, legalId, vatNumber, taxRegistration, legalForm, address, email }: InvoiceParty): Node {
  const taxes = [
    ...(vatNumber === null ? [] : [{ 'ram:ID': { '@schemeID': 'VA', '#': vatNumber } }]),
    ...(taxRegistration === null ? [] : [{ 'ram:ID': { '@schemeID': 'FC', '#': taxRegistration } }]),
  ];
  return {
    'ram:Name': name,
    'ram:Description': legalForm ?? undefined,
    'ram:SpecifiedLegalOrganization': when(legalId, (id) => ({ 'ram:ID': { '@schemeID': id.scheme, '#': id.value } })),
    'ram:DefinedTradeContact': when(email, (to) => ({ 'ram:EmailURIUniversalCommunication': { 'ram:URIID': to } })),
    'ram:PostalTradeAddress': {
      'ram:PostcodeCode': address.postcode,
      'ram:LineOne': address.street,
      'ram:CityName': address.town,
      'ram:CountryID': address.country,
    },
    'ram:URIUniversalCommunication': when(endpoint, (id) => ({
      'ram:URIID': { '@schemeID': id.scheme, '#': id.value },
    })),
    'ram:SpecifiedTaxRegistration': taxes,
  };
}

function settlement(invoice: InvoiceDocument): Node {
  const { payment, vatInBooks, currency, vatBreakdown, paymentTerms, dueOn, preceding } = invoice;
  const hasTerms = paymentTerms !== null || dueOn !== null;
  return {
    'ram:PaymentReference': payment?.remittance,
    'ram:TaxCurrencyCode': vatInBooks?.currency,
    'ram:InvoiceCurrencyCode': currency,
    'ram:SpecifiedTradeSettlementPaymentMeans': payment ? means(payment, invoice) : undefined,
    'ram:ApplicableTradeTax': vatBreakdown.map(subtotal),
    'ram:BillingSpecifiedPeriod': when(invoice.period, period),
    'ram:SpecifiedTradePaymentTerms': hasTerms
      ? {
          'ram:Description': paymentTerms ?? undefined,
          'ram:DueDateDateTime': when(dueOn, (day) => dateTime(day)),
        }
      : undefined,
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation': summation(invoice),
    'ram:InvoiceReferencedDocument': preceding.map(({ number, issuedOn }) => ({
      'ram:IssuerAssignedID': number,
      'ram:FormattedIssueDateTime': dateTime(issuedOn, 'qdt'),
    })),
  };
}

function means(payment: InvoicePayment, { currency }: InvoiceDocument): Node {
  const { account, holder } = payment;
  const isIban = account.kind === 'iban';
  return {
    'ram:TypeCode': meansCode(payment, currency),
    'ram:PayeePartyCreditorFinancialAccount': {
      'ram:IBANID': isIban ? account.iban : undefined,
      'ram:AccountName': holder,
      'ram:ProprietaryID': isIban ? undefined : account.number,
    },
    'ram:PayeeSpecifiedCreditorFinancialInstitution': isIban
      ? when(account.bic, (bic) => ({ 'ram:BICID': bic }))
      : { 'ram:BICID': 'SE:BANKGIRO' },
  };
}

const subtotal = (tax: VatSubtotal): Node => ({
  'ram:CalculatedAmount': tax.vat.toDecimal(),
  'ram:TypeCode': 'VAT',
  'ram:ExemptionReason': tax.exemption?.text,
  'ram:BasisAmount': tax.base.toDecimal(),
  'ram:CategoryCode': tax.category,
  'ram:ExemptionReasonCode': tax.exemption?.code ?? undefined,
  'ram:RateApplicablePercent': tax.rate?.toPercent(),
});

const withCurrency = (money: Money): Node => ({ '@currencyID': money.currency, '#': money.toDecimal() });

function summation({ totals, vatInBooks, prepaid, rounding }: InvoiceDocument): Node {
  return {
    'ram:LineTotalAmount': totals.net.toDecimal(),
    'ram:TaxBasisTotalAmount': totals.net.toDecimal(),
    'ram:TaxTotalAmount': [totals.vat, ...(vatInBooks === null ? [] : [vatInBooks])].map(withCurrency),
    'ram:RoundingAmount': rounding?.toDecimal(),
    'ram:GrandTotalAmount': totals.gross.toDecimal(),
    'ram:TotalPrepaidAmount': prepaid?.toDecimal(),
    'ram:DuePayableAmount': totals.due.toDecimal(),
  };
}

const lineNode = (line: InvoiceLineItem): Node => ({
  'ram:AssociatedDocumentLineDocument': { 'ram:LineID': line.id },
  'ram:SpecifiedTradeProduct': { 'ram:Name': line.name, 'ram:Description': line.description ?? undefined },
  'ram:SpecifiedLineTradeAgreement': { 'ram:NetPriceProductTradePrice': { 'ram:ChargeAmount': line.price } },
  'ram:SpecifiedLineTradeDelivery': { 'ram:BilledQuantity': { '@unitCode': line.unit, '#': line.quantity } },
  'ram:SpecifiedLineTradeSettlement': {
    'ram:ApplicableTradeTax': lineTax(line.vat),
    'ram:BillingSpecifiedPeriod': when(line.period, period),
    'ram:SpecifiedTradeSettlementLineMonetarySummation': { 'ram:LineTotalAmount': line.net.toDecimal() },
  },
});

const lineTax = ({ category, rate }: LineVat): Node => ({
  'ram:TypeCode': 'VAT',
  'ram:CategoryCode': category,
  'ram:RateApplicablePercent': rate?.toPercent(),
});

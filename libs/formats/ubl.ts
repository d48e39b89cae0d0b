import type { CurrencyCode, Money } from '@passerelle/values';
import { create } from 'xmlbuilder2';
import type {
  InvoiceDocument,
  InvoiceLineItem,
  InvoiceParty,
  InvoicePayment,
  InvoicePeriod,
  InvoiceProfile,
  LineVat,
  VatSubtotal,
} from './invoice-document.js';

const spaces = {
  '@xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  '@xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
};

/** BT-24 and BT-23. In France the process is its frame of billing: S1, a service that is not yet paid. */
export const profiles: Readonly<
  Record<InvoiceProfile, { readonly specification: string; readonly process: string | null }>
> = {
  peppol: {
    specification: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
  },
  'xp-z12-012': { specification: 'urn:cen.eu:en16931:2017', process: 'S1' },
  core: { specification: 'urn:cen.eu:en16931:2017', process: null },
};

/** A node of the document: keys in the order of the schema, attributes with `@`, text with `#`; undefined is left out. */
interface Node {
  readonly [name: string]: string | Node | readonly Node[] | undefined;
}

/** The document in UBL 2.1, an `Invoice` or a `CreditNote`. */
export function ublOf(invoice: InvoiceDocument): string {
  const isInvoice = invoice.kind === 'invoice';
  const root = isInvoice ? 'Invoice' : 'CreditNote';
  const content: Node = {
    '@xmlns': `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`,
    ...spaces,
    ...head(invoice),
    'cac:AccountingSupplierParty': { 'cac:Party': party(invoice.seller) },
    'cac:AccountingCustomerParty': { 'cac:Party': party(invoice.buyer) },
    'cac:PaymentMeans': invoice.payment ? means(invoice.payment, invoice) : undefined,
    'cac:PaymentTerms': when(invoice.paymentTerms, (terms) => ({ 'cbc:Note': terms })),
    ...amounts(invoice),
    [`cac:${root}Line`]: invoice.lines.map((line) => lineNode(line, isInvoice)),
  };
  return create({ encoding: 'UTF-8' }, { [root]: content }).end({ prettyPrint: true });
}

const when = <T>(value: T | null, then: (value: T) => Node): Node | undefined =>
  value === null ? undefined : then(value);

function head(invoice: InvoiceDocument): Node {
  const { specification, process } = profiles[invoice.profile];
  const isInvoice = invoice.kind === 'invoice';
  return {
    'cbc:CustomizationID': specification,
    'cbc:ProfileID': process ?? undefined,
    'cbc:ID': invoice.number,
    'cbc:IssueDate': invoice.issuedOn,
    'cbc:DueDate': isInvoice ? (invoice.dueOn ?? undefined) : undefined,
    [`cbc:${isInvoice ? 'Invoice' : 'CreditNote'}TypeCode`]: isInvoice ? '380' : '381',
    // A subject has no element in UBL: it stands before the text between two number signs.
    'cbc:Note': invoice.notes.map(({ code, text }) => ({ '#': code === null ? text : `#${code}#${text}` })),
    'cbc:DocumentCurrencyCode': invoice.currency,
    'cbc:TaxCurrencyCode': invoice.vatInBooks?.currency,
    'cbc:BuyerReference': invoice.buyerReference ?? undefined,
    'cac:InvoicePeriod': when(invoice.period, period),
    'cac:OrderReference': when(invoice.order, (order) => ({ 'cbc:ID': order })),
    'cac:BillingReference': invoice.preceding.map(({ number, issuedOn }) => ({
      'cac:InvoiceDocumentReference': { 'cbc:ID': number, 'cbc:IssueDate': issuedOn },
    })),
    'cac:ContractDocumentReference': when(invoice.contract, (contract) => ({ 'cbc:ID': contract })),
  };
}

const period = ({ first, last }: InvoicePeriod): Node => ({ 'cbc:StartDate': first, 'cbc:EndDate': last });

const scheme = (id: string): Node => ({ 'cac:TaxScheme': { 'cbc:ID': id } });

function party({ name, endpoint, legalId, vatNumber, taxRegistration, legalForm, address, email }: InvoiceParty): Node {
  const taxes = [
    ...(vatNumber === null ? [] : [{ 'cbc:CompanyID': vatNumber, ...scheme('VAT') }]),
    ...(taxRegistration === null ? [] : [{ 'cbc:CompanyID': taxRegistration, ...scheme('TAX') }]),
  ];
  return {
    'cbc:EndpointID': when(endpoint, (id) => ({ '@schemeID': id.scheme, '#': id.value })),
    'cac:PostalAddress': {
      'cbc:StreetName': address.street,
      'cbc:CityName': address.town,
      'cbc:PostalZone': address.postcode,
      'cac:Country': { 'cbc:IdentificationCode': address.country },
    },
    'cac:PartyTaxScheme': taxes,
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': name,
      'cbc:CompanyID': when(legalId, (id) => ({ '@schemeID': id.scheme, '#': id.value })),
      'cbc:CompanyLegalForm': legalForm ?? undefined,
    },
    'cac:Contact': when(email, (to) => ({ 'cbc:ElectronicMail': to })),
  };
}

/** 58 is a SEPA credit transfer, which is in euro; 30 is any other. */
export const meansCode = ({ account }: InvoicePayment, currency: CurrencyCode): '30' | '58' =>
  account.kind === 'iban' && currency === 'EUR' ? '58' : '30';

function means(payment: InvoicePayment, { currency, kind, dueOn }: InvoiceDocument): Node {
  const { account, holder, remittance } = payment;
  const branch = account.kind === 'iban' ? account.bic : 'SE:BANKGIRO';
  return {
    'cbc:PaymentMeansCode': meansCode(payment, currency),
    'cbc:PaymentDueDate': kind === 'credit-note' ? (dueOn ?? undefined) : undefined,
    'cbc:PaymentID': remittance,
    'cac:PayeeFinancialAccount': {
      'cbc:ID': account.kind === 'iban' ? account.iban : account.number,
      'cbc:Name': holder,
      'cac:FinancialInstitutionBranch': when(branch, (id) => ({ 'cbc:ID': id })),
    },
  };
}

const amount = (money: Money): Node => ({ '@currencyID': money.currency, '#': money.toDecimal() });

function amounts({ totals, vatBreakdown, vatInBooks, prepaid, rounding }: InvoiceDocument): Node {
  const inBooks = vatInBooks === null ? [] : [{ 'cbc:TaxAmount': amount(vatInBooks) }];
  return {
    'cac:TaxTotal': [
      { 'cbc:TaxAmount': amount(totals.vat), 'cac:TaxSubtotal': vatBreakdown.map(subtotal) },
      ...inBooks,
    ],
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(totals.net),
      'cbc:TaxExclusiveAmount': amount(totals.net),
      'cbc:TaxInclusiveAmount': amount(totals.gross),
      'cbc:PrepaidAmount': when(prepaid, amount),
      'cbc:PayableRoundingAmount': when(rounding, amount),
      'cbc:PayableAmount': amount(totals.due),
    },
  };
}

const subtotal = (tax: VatSubtotal): Node => ({
  'cbc:TaxableAmount': amount(tax.base),
  'cbc:TaxAmount': amount(tax.vat),
  'cac:TaxCategory': {
    ...category(tax),
    'cbc:TaxExemptionReasonCode': tax.exemption?.code ?? undefined,
    'cbc:TaxExemptionReason': tax.exemption?.text,
    ...scheme('VAT'),
  },
});

const category = ({ category: code, rate }: LineVat): Node => ({ 'cbc:ID': code, 'cbc:Percent': rate?.toPercent() });

function lineNode(line: InvoiceLineItem, isInvoice: boolean): Node {
  return {
    'cbc:ID': line.id,
    [`cbc:${isInvoice ? 'Invoiced' : 'Credited'}Quantity`]: { '@unitCode': line.unit, '#': line.quantity },
    'cbc:LineExtensionAmount': amount(line.net),
    'cac:InvoicePeriod': when(line.period, period),
    'cac:Item': {
      'cbc:Description': line.description ?? undefined,
      'cbc:Name': line.name,
      'cac:ClassifiedTaxCategory': { ...category(line.vat), ...scheme('VAT') },
    },
    'cac:Price': { 'cbc:PriceAmount': { '@currencyID': line.net.currency, '#': line.price } },
  };
}

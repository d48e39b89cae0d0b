import { type CurrencyCode, Money, type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import { isValidBIC, isValidIBAN } from 'ibantools';
import { isBankgiro } from './identifiers.js';
import type { PaymentReference } from './references.js';

/** An address in elements of its own: since November 2026 banks refuse addresses in free lines. */
export interface BankAddress {
  readonly street: string | null;
  readonly building: string | null;
  readonly postcode: string | null;
  readonly town: string;
  /** ISO 3166. */
  readonly country: string;
}

export interface BankParty {
  readonly name: string;
  readonly address: BankAddress | null;
}

export type BankAccount =
  | { readonly kind: 'iban'; readonly iban: string; readonly bic: string | null }
  | { readonly kind: 'bankgiro'; readonly number: string };

/** One transfer, found again on the statement by `endToEndId`. */
export interface CreditTransfer {
  readonly endToEndId: string;
  readonly amount: Money;
  readonly payee: BankParty;
  readonly account: BankAccount;
  /** Either a reference that checks itself or a text, never both. */
  readonly remittance: PaymentReference | { readonly kind: 'text'; readonly value: string } | null;
}

/** What a bank books and executes together: one account, one day, one purpose. */
export interface PaymentBatch {
  readonly id: string;
  readonly on: PlainDate;
  /** Wages (SALA), suppliers and expenses (SUPP), between cooperatives (INTC). */
  readonly purpose: 'SALA' | 'SUPP' | 'INTC';
  readonly payer: BankParty;
  readonly account: BankAccount;
  readonly transfers: readonly CreditTransfer[];
}

/** Orders to a bank, all in one currency. */
export interface PaymentFile {
  readonly id: string;
  /** An instant in UTC, `2026-04-08T08:00:00Z`. */
  readonly createdAt: string;
  readonly initiator: string;
  readonly currency: CurrencyCode;
  readonly batches: readonly PaymentBatch[];
}

export interface PaymentFileRefusal {
  readonly kind: 'not-payable';
  readonly place: string;
  readonly detail: string;
}

const most = new Map<CurrencyCode, bigint>([['EUR', 99_999_999_999n]]);

/**
 * The file as a bank will take it: its texts in letters that banks know, every number checked, no transfer twice. The
 * first thing that stands against it is the refusal.
 */
export function makePaymentFile(wanted: PaymentFile): Result<PaymentFile, PaymentFileRefusal> {
  const file = inBankLetters(wanted);
  const fault = faultOf(file);
  return fault ? refuse({ kind: 'not-payable', ...fault }) : ok(file);
}

/** How many transfers, and the sum of their amounts: from the same whole numbers as the amounts themselves. */
export function controlOf(transfers: readonly CreditTransfer[], currency: CurrencyCode): { count: number; sum: Money } {
  const total = transfers.reduce((so, { amount }) => so + amount.minor, 0n);
  return { count: transfers.length, sum: new Money(total, currency) };
}

const inBankLetters = (file: PaymentFile): PaymentFile => ({
  ...file,
  initiator: letters(file.initiator, 70),
  batches: file.batches.map((batch) => ({
    ...batch,
    payer: partyInLetters(batch.payer),
    transfers: batch.transfers.map((transfer) => ({
      ...transfer,
      payee: partyInLetters(transfer.payee),
      remittance:
        transfer.remittance?.kind === 'text'
          ? { kind: 'text', value: letters(transfer.remittance.value, 140) }
          : transfer.remittance,
    })),
  })),
});

const partyInLetters = ({ name, address }: BankParty): BankParty => ({
  name: letters(name, 70),
  address: address && {
    street: address.street && letters(address.street, 70),
    building: address.building && letters(address.building, 16),
    postcode: address.postcode && letters(address.postcode, 16),
    town: letters(address.town, 35),
    country: address.country,
  },
});

// prettier-ignore
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D',
  '’': "'", '–': '-', '—': '-', '·': '-', '&': '+', '€': 'EUR',
};

/** Latin letters without accents and the signs of the European Payments Council; anything else is a space. */
export function letters(text: string, length: number): string {
  const plain = Array.from(text.normalize('NFC'), (sign) => spelled[sign] ?? sign).join('');
  const latin = plain.normalize('NFD').replace(/\p{M}/gu, '');
  const known = latin.replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ').replace(/ +/g, ' ');
  return known.trim().slice(0, length).trim();
}

type Fault = Omit<PaymentFileRefusal, 'kind'>;

function faultOf(file: PaymentFile): Fault | undefined {
  if (!isId(file.id)) return { place: 'id', detail: `"${file.id}" is no identification of a file.` };
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(file.createdAt))
    return { place: 'createdAt', detail: `"${file.createdAt}" is no instant in UTC.` };
  if (file.initiator === '') return { place: 'initiator', detail: 'Nobody is named who orders.' };
  if (file.batches.length === 0) return { place: 'batches', detail: 'There is nothing to pay.' };
  const ids = file.batches.flatMap(({ id, transfers }) => [id, ...transfers.map(({ endToEndId }) => endToEndId)]);
  const twice = firstTwice(ids);
  if (twice !== undefined) return { place: twice, detail: `"${twice}" stands twice in the file.` };
  for (const batch of file.batches) {
    const fault = batchFault(batch, file);
    if (fault) return fault;
  }
  return undefined;
}

function firstTwice(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return undefined;
}

function batchFault(batch: PaymentBatch, { createdAt, currency }: PaymentFile): Fault | undefined {
  const { id: place, on, payer, account, transfers } = batch;
  if (!isId(place)) return { place, detail: `"${place}" is no identification.` };
  if (on < createdAt.slice(0, 10)) return { place, detail: `${on} is before the day on which the file is made.` };
  if (transfers.length === 0) return { place, detail: 'There is nothing to pay.' };
  const fault = partyFault(payer, account, currency);
  if (fault !== undefined) return { place, detail: fault };
  for (const transfer of transfers) {
    const detail = transferFault(transfer, currency);
    if (detail !== undefined) return { place: transfer.endToEndId, detail };
  }
  return undefined;
}

function transferFault(transfer: CreditTransfer, currency: CurrencyCode): string | undefined {
  const { endToEndId, amount, payee, account, remittance } = transfer;
  if (!isId(endToEndId)) return `"${endToEndId}" is no end-to-end reference.`;
  if (amount.currency !== currency) return `${amount} is not in ${currency}, the currency of the file.`;
  if (!amount.isPositive() || amount.minor > (most.get(currency) ?? 10n ** 16n))
    return `${amount} cannot be transferred.`;
  if (remittance?.value === '') return 'The text for the payee is empty.';
  return partyFault(payee, account, currency);
}

function partyFault({ name, address }: BankParty, account: BankAccount, currency: CurrencyCode): string | undefined {
  if (name === '') return 'The name holds no letter that banks know.';
  if (address && (address.town === '' || !/^[A-Z]{2}$/.test(address.country)))
    return `The address of ${name} has no town or no country.`;
  if (account.kind === 'bankgiro') {
    if (currency !== 'SEK') return 'A Bankgiro account is paid in kronor only.';
    return isBankgiro(account.number) ? undefined : `"${account.number}" is no Bankgiro number.`;
  }
  if (!isValidIBAN(account.iban)) return `"${account.iban}" is not an IBAN.`;
  if (account.bic !== null && !isValidBIC(account.bic)) return `"${account.bic}" is not a BIC.`;
  return undefined;
}

/** At most 35 letters, digits and signs, no slash at an end, nor two together. */
const isId = (text: string): boolean =>
  /^[A-Za-z0-9\-?:().,'+/ ]{1,35}$/.test(text) && !/^\/|\/$|\/\/|^ | $/.test(text);

/** Street and number apart, as banks want them; the number stands before the street in France, behind it elsewhere. */
export function bankAddress(address: {
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: string;
}): BankAddress {
  const { street, postcode, town, country } = address;
  const [, number, before] = /^(\d+(?: ?(?:bis|ter|quater|[A-Za-z]))?),? +(\D.*)$/.exec(street) ?? [];
  const [, behind, last] = /^(.*\D) +(\d+ ?[A-Za-z]?(?:[/-]\d+)?)$/.exec(street) ?? [];
  const parts =
    behind !== undefined && last !== undefined
      ? { street: behind, building: last }
      : { street: before ?? street, building: before === undefined ? null : (number ?? null) };
  return { ...parts, postcode, town, country };
}

import { type PlainDate, isCurrencyCode } from '@passerelle/values';
import { isValidIBAN } from 'ibantools';
import type { StatementEntry, StatementTransaction } from './bank-statement.js';
import { amountOf, dateOf, needed, signed } from './camt-value.js';
import type { XmlElement } from './xml.js';

/** One movement, `<Ntry>`. */
export function readEntry(entry: XmlElement): StatementEntry {
  const amount = signed(entry, amountOf(needed(entry, 'Amt')));
  const status = statusOf(entry);
  const isIncoming = !amount.isNegative();
  const details = entry.children('NtryDtls').flatMap((part) => part.children('TxDtls'));
  const transactions = details.map((detail) => readTransaction(detail, isIncoming));
  const only = transactions.length === 1 ? transactions[0] : undefined;
  return {
    amount,
    bookingDate: dateAt(entry, 'BookgDt'),
    valueDate: dateAt(entry, 'ValDt'),
    status,
    isBooked: status === 'BOOK',
    isReversal: entry.text('RvslInd') === 'true',
    bankReference: entry.text('AcctSvcrRef') ?? only?.bankReference ?? entry.text('NtryRef') ?? null,
    endToEndId: only?.endToEndId ?? null,
    remittance: only?.remittance ?? {
      structured: transactions.flatMap(({ remittance }) => remittance.structured),
      unstructured: transactions.flatMap(({ remittance }) => remittance.unstructured),
    },
    counterparty: only?.counterparty ?? null,
    transactions,
    line: entry.line,
  };
}

/** Text in version 2, an element of its own in version 8. */
const statusOf = (entry: XmlElement): string => {
  const status = needed(entry, 'Sts');
  return status.text('Cd') ?? status.text('Prtry') ?? status.text() ?? '';
};

function readTransaction(detail: XmlElement, isIncoming: boolean): StatementTransaction {
  const endToEndId = detail.text('Refs', 'EndToEndId');
  return {
    amount: transactionAmount(detail, isIncoming),
    bankReference: detail.text('Refs', 'AcctSvcrRef') ?? null,
    // The format makes senders write NOTPROVIDED where they have no reference.
    endToEndId: endToEndId === undefined || endToEndId === 'NOTPROVIDED' ? null : endToEndId,
    remittance: {
      structured: detail
        .children('RmtInf')
        .flatMap((part) => part.children('Strd'))
        .flatMap((part) => part.text('CdtrRefInf', 'Ref') ?? []),
      unstructured: detail
        .children('RmtInf')
        .flatMap((part) => part.children('Ustrd'))
        .flatMap((part) => part.text() ?? []),
    },
    counterparty: counterpartyOf(detail, isIncoming),
  };
}

function transactionAmount(detail: XmlElement, isIncoming: boolean): StatementTransaction['amount'] {
  const amount = detail.child('Amt') ?? detail.child('AmtDtls', 'TxAmt', 'Amt');
  if (!amount || !isCurrencyCode(amount.attribute('Ccy'))) return null;
  if (detail.child('CdtDbtInd')) return signed(detail, amountOf(amount));
  return isIncoming ? amountOf(amount) : amountOf(amount).negated();
}

/** The other side: its name lies deeper since version 8, and the last payer or payee stands in where there is no other. */
function counterpartyOf(detail: XmlElement, isIncoming: boolean): StatementTransaction['counterparty'] {
  const parties = detail.child('RltdPties');
  if (!parties) return null;
  const [side, account] = isIncoming ? ['Dbtr', 'DbtrAcct'] : ['Cdtr', 'CdtrAcct'];
  const name = nameOf(parties.child(side)) ?? nameOf(parties.child(`Ultmt${side}`)) ?? null;
  const number = parties.text(account, 'Id', 'IBAN') ?? parties.text(account, 'Id', 'Othr', 'Id');
  const iban = number !== undefined && isValidIBAN(number) ? number : null;
  return name === null && iban === null ? null : { name, iban };
}

const nameOf = (party: XmlElement | undefined): string | undefined =>
  party && (party.text('Nm') ?? party.text('Pty', 'Nm') ?? party.text('Agt', 'FinInstnId', 'Nm'));

function dateAt(entry: XmlElement, name: string): PlainDate | null {
  const found = entry.child(name, 'Dt') ?? entry.child(name, 'DtTm');
  return found ? dateOf(found) : null;
}

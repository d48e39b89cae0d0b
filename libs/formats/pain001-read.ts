import { type CurrencyCode, type Result, currency, day, refuse } from '@passerelle/values';
import { painNamespace } from './pain001.js';
import {
  type BankAccount,
  type BankParty,
  type CreditTransfer,
  type PaymentBatch,
  type PaymentFile,
  controlOf,
  makePaymentFile,
} from './payment-file.js';
import { Reading, Unreadable } from './reading.js';
import { readXml } from './xml.js';

export interface PaymentReadRefusal {
  readonly kind: 'not-xml' | 'not-a-payment-file' | 'control-sum';
  readonly detail: string;
}

/** Reads a file of orders and asks whether its counts and sums are those of its transfers. */
export function readPain001(text: string): Result<PaymentFile, PaymentReadRefusal> {
  const document = readXml(text);
  if (!document.ok) return refuse({ kind: 'not-xml', detail: document.refusal.detail });
  if (document.value.namespace !== painNamespace)
    return refuse({ kind: 'not-a-payment-file', detail: `The file is not a ${painNamespace}.` });
  try {
    return fileIn(new Reading(document.value.root).within('CstmrCdtTrfInitn'));
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError)
      return refuse({ kind: 'not-a-payment-file', detail: error.message });
    throw error;
  }
}

function fileIn(root: Reading): Result<PaymentFile, PaymentReadRefusal> {
  const head = root.within('GrpHdr');
  const batches = root.all('PmtInf');
  const [first] = batches;
  const of = currency(first?.must('DbtrAcct', 'Ccy') ?? '');
  const made = makePaymentFile({
    id: head.must('MsgId'),
    createdAt: head.must('CreDtTm'),
    initiator: head.must('InitgPty', 'Nm'),
    currency: of,
    batches: batches.map((batch) => batchIn(batch, of)),
  });
  if (!made.ok) return refuse({ kind: 'not-a-payment-file', detail: made.refusal.detail });
  const all = made.value.batches.flatMap(({ transfers }) => transfers);
  const isRight = [
    saysControl(head, all, of),
    ...made.value.batches.map((batch, index) => saysControl(batches[index]!, batch.transfers, of)),
  ];
  if (isRight.every(Boolean)) return made;
  return refuse({ kind: 'control-sum', detail: 'A count or a control sum is not that of the transfers.' });
}

function saysControl(said: Reading, transfers: readonly CreditTransfer[], of: CurrencyCode): boolean {
  const { count, sum } = controlOf(transfers, of);
  return said.must('NbOfTxs') === String(count) && said.money(of, 'CtrlSum').equals(sum);
}

function batchIn(batch: Reading, of: CurrencyCode): PaymentBatch {
  const purpose = batch.must('PmtTpInf', 'CtgyPurp', 'Cd');
  if (purpose !== 'SALA' && purpose !== 'SUPP' && purpose !== 'INTC')
    throw new Unreadable(`The purpose "${purpose}" is not known.`);
  return {
    id: batch.must('PmtInfId'),
    on: day(batch.must('ReqdExctnDt', 'Dt')),
    purpose,
    payer: partyIn(batch.within('Dbtr')),
    account: accountIn(batch, 'Dbtr'),
    transfers: batch.all('CdtTrfTxInf').map((transfer) => transferIn(transfer, of)),
  };
}

function partyIn(party: Reading): BankParty {
  const name = party.must('Nm');
  if (!party.element.child('PstlAdr')) return { name, address: null };
  const address = party.within('PstlAdr');
  return {
    name,
    address: {
      street: address.optional('StrtNm'),
      building: address.optional('BldgNb'),
      postcode: address.optional('PstCd'),
      town: address.must('TwnNm'),
      country: address.must('Ctry'),
    },
  };
}

function accountIn(element: Reading, side: 'Dbtr' | 'Cdtr'): BankAccount {
  const iban = element.optional(`${side}Acct`, 'Id', 'IBAN');
  if (iban === null) return { kind: 'bankgiro', number: element.must(`${side}Acct`, 'Id', 'Othr', 'Id') };
  return { kind: 'iban', iban, bic: element.optional(`${side}Agt`, 'FinInstnId', 'BICFI') };
}

function transferIn(transfer: Reading, of: CurrencyCode): CreditTransfer {
  const said = transfer.element.child('Amt', 'InstdAmt')?.attribute('Ccy');
  if (said !== of) throw new Unreadable(`An amount is in ${said ?? 'no currency'}, the account in ${of}.`);
  return {
    endToEndId: transfer.must('PmtId', 'EndToEndId'),
    amount: transfer.money(of, 'Amt', 'InstdAmt'),
    payee: partyIn(transfer.within('Cdtr')),
    account: accountIn(transfer, 'Cdtr'),
    remittance: remittanceIn(transfer),
  };
}

function remittanceIn(transfer: Reading): CreditTransfer['remittance'] {
  const text = transfer.optional('RmtInf', 'Ustrd');
  if (text !== null) return { kind: 'text', value: text };
  const value = transfer.optional('RmtInf', 'Strd', 'CdtrRefInf', 'Ref');
  if (value === null) return null;
  const issuer = transfer.optional('RmtInf', 'Strd', 'CdtrRefInf', 'Tp', 'Issr');
  return { kind: issuer === 'BBA' ? 'ogm' : issuer === 'ISO' ? 'rf' : 'ocr', value };
}

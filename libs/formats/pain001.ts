import type { Money } from '@passerelle/values';
import {
  type BankAccount,
  type BankParty,
  type CreditTransfer,
  type PaymentBatch,
  type PaymentFile,
  controlOf,
} from './payment-file.js';
import { type XmlNode as Node, xmlOf } from './xml-write.js';

export const painNamespace = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/** The orders as an ISO 20022 customer credit transfer initiation, version 9. */
export function pain001Of(file: PaymentFile): string {
  const control = controlOf(
    file.batches.flatMap(({ transfers }) => transfers),
    file.currency,
  );
  return xmlOf({
    Document: {
      '@xmlns': painNamespace,
      CstmrCdtTrfInitn: {
        GrpHdr: { MsgId: file.id, CreDtTm: file.createdAt, ...controlNode(control), InitgPty: { Nm: file.initiator } },
        PmtInf: file.batches.map((batch) => batchNode(batch, file)),
      },
    },
  });
}

const controlNode = ({ count, sum }: { count: number; sum: Money }): Node => ({
  NbOfTxs: String(count),
  CtrlSum: sum.toDecimal(),
});

function batchNode(batch: PaymentBatch, { currency }: PaymentFile): Node {
  // SEPA is the euro's; other currencies go by the rules of their own country, at normal speed.
  const serviceLevel = currency === 'EUR' ? 'SEPA' : 'NURG';
  return {
    PmtInfId: batch.id,
    PmtMtd: 'TRF',
    BtchBookg: 'false',
    ...controlNode(controlOf(batch.transfers, currency)),
    PmtTpInf: { SvcLvl: { Cd: serviceLevel }, CtgyPurp: { Cd: batch.purpose } },
    ReqdExctnDt: { Dt: batch.on },
    Dbtr: partyNode(batch.payer),
    DbtrAcct: { ...accountNode(batch.account), Ccy: currency },
    DbtrAgt: agentNode(batch.account),
    ChrgBr: 'SLEV',
    CdtTrfTxInf: batch.transfers.map(transferNode),
  };
}

const partyNode = ({ name, address }: BankParty): Node => ({
  Nm: name,
  PstlAdr: address
    ? {
        StrtNm: address.street ?? undefined,
        BldgNb: address.building ?? undefined,
        PstCd: address.postcode ?? undefined,
        TwnNm: address.town,
        Ctry: address.country,
      }
    : undefined,
});

const accountNode = (account: BankAccount): Node =>
  account.kind === 'iban'
    ? { Id: { IBAN: account.iban } }
    : { Id: { Othr: { Id: account.number, SchmeNm: { Prtry: 'BGNR' } } } };

/** Bankgirot's own place in Swedish clearing. */
const bankgirot: Node = { ClrSysMmbId: { ClrSysId: { Cd: 'SESBA' }, MmbId: '9900' } };

function agentNode(account: BankAccount): Node {
  if (account.kind === 'bankgiro') return { FinInstnId: bankgirot };
  return { FinInstnId: account.bic === null ? { Othr: { Id: 'NOTPROVIDED' } } : { BICFI: account.bic } };
}

function transferNode({ endToEndId, amount, payee, account, remittance }: CreditTransfer): Node {
  const hasAgent = account.kind === 'bankgiro' || account.bic !== null;
  return {
    PmtId: { EndToEndId: endToEndId },
    Amt: { InstdAmt: { '@Ccy': amount.currency, '#': amount.toDecimal() } },
    CdtrAgt: hasAgent ? agentNode(account) : undefined,
    Cdtr: partyNode(payee),
    CdtrAcct: accountNode(account),
    RmtInf: remittance ? remittanceNode(remittance) : undefined,
  };
}

/** Who checks the reference: the Belgian banks' association, ISO, or the Swedish banks, who are not named. */
const issuers = { ogm: 'BBA', rf: 'ISO', ocr: undefined } as const;

function remittanceNode(remittance: NonNullable<CreditTransfer['remittance']>): Node {
  if (remittance.kind === 'text') return { Ustrd: remittance.value };
  const type = { CdOrPrtry: { Cd: 'SCOR' }, Issr: issuers[remittance.kind] };
  return { Strd: { CdtrRefInf: { Tp: type, Ref: remittance.value } } };
}

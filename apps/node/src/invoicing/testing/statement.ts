/** A movement as the bank writes it; an amount that begins with a minus went out. */
export interface Entry {
  readonly amount: string;
  readonly bankReference?: string;
  readonly structured?: string;
  readonly text?: string;
  readonly endToEnd?: string;
  readonly name?: string;
  readonly day?: string;
  readonly isReversal?: boolean;
}

export interface StatementWish {
  readonly iban: string;
  readonly currency?: string;
  readonly opening?: string;
  readonly closing: string;
  readonly entries: readonly Entry[];
  readonly id?: string;
}

/** A camt.053 file, version 8, with one statement. */
export const statementFile = ({
  iban,
  currency = 'EUR',
  opening = '0.00',
  closing,
  entries,
  id = 'S1',
}: StatementWish) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
<BkToCstmrStmt>
<GrpHdr><MsgId>M-${id}</MsgId><CreDtTm>2026-04-09T06:00:00+02:00</CreDtTm></GrpHdr>
<Stmt><Id>${id}</Id><CreDtTm>2026-04-09T06:00:00+02:00</CreDtTm>
<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>${currency}</Ccy></Acct>
${balance('OPBD', opening, currency)}
${balance('CLBD', closing, currency)}
${entries.map((entry) => entryText(entry, currency)).join('\n')}
</Stmt>
</BkToCstmrStmt>
</Document>
`;

const balance = (code: string, amount: string, currency: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${signed(amount, currency)}<Dt><Dt>2026-04-08</Dt></Dt></Bal>`;

const signed = (amount: string, currency: string): string =>
  `<Amt Ccy="${currency}">${amount.replace('-', '')}</Amt><CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;

function entryText(entry: Entry, currency: string): string {
  const { amount, bankReference, structured, text, endToEnd, name = 'THEATRE DE LILLE', day = '2026-04-08' } = entry;
  const party = amount.startsWith('-') ? 'Cdtr' : 'Dbtr';
  return `<Ntry>${signed(amount, currency)}${entry.isReversal ? '<RvslInd>true</RvslInd>' : ''}<Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>${element('AcctSvcrRef', bankReference)}
<NtryDtls><TxDtls><Refs>${element('EndToEndId', endToEnd)}</Refs>
<RltdPties><${party}><Pty><Nm>${name}</Nm></Pty></${party}></RltdPties>
<RmtInf>${structured === undefined ? '' : `<Strd><CdtrRefInf><Ref>${structured}</Ref></CdtrRefInf></Strd>`}${element('Ustrd', text)}</RmtInf>
</TxDtls></NtryDtls></Ntry>`;
}

const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${text}</${name}>`;

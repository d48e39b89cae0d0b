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
  /** The payments inside, where the bank books them as one sum and says so. */
  readonly parts?: readonly Entry[];
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

/** A camt.054 file, version 8, with one notice: the same movements, and no balances. */
export const noticeFile = ({ closing: _, ...wish }: StatementWish) =>
  statementFile({ ...wish, closing: '0.00' })
    .replace(/<Bal>.*<\/Bal>\n/g, '')
    .replaceAll('camt.053', 'camt.054')
    .replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn')
    .replace(/(<\/?)Stmt>/g, '$1Ntfctn>');

const balance = (code: string, amount: string, currency: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${signed(amount, currency)}<Dt><Dt>2026-04-08</Dt></Dt></Bal>`;

const signed = (amount: string, currency: string): string =>
  `<Amt Ccy="${currency}">${amount.replace('-', '')}</Amt><CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;

function entryText(entry: Entry, currency: string): string {
  const { amount, bankReference, day = '2026-04-08', parts } = entry;
  return `<Ntry>${signed(amount, currency)}${entry.isReversal ? '<RvslInd>true</RvslInd>' : ''}<Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>${element('AcctSvcrRef', bankReference)}
<NtryDtls>${parts ? parts.map((part) => partText(part, currency)).join('\n') : detailText(entry)}</NtryDtls></Ntry>`;
}

const partText = (part: Entry, currency: string): string =>
  detailText(
    part,
    element('AcctSvcrRef', part.bankReference),
    `<Amt Ccy="${currency}">${part.amount.replace('-', '')}</Amt>`,
  );

function detailText(entry: Entry, reference = '', amount = ''): string {
  const { structured, text, endToEnd, name = 'THEATRE DE LILLE' } = entry;
  const party = entry.amount.startsWith('-') ? 'Cdtr' : 'Dbtr';
  return `<TxDtls><Refs>${reference}${element('EndToEndId', endToEnd)}</Refs>${amount}
<RltdPties><${party}><Pty><Nm>${name}</Nm></Pty></${party}></RltdPties>
<RmtInf>${structured === undefined ? '' : `<Strd><CdtrRefInf><Ref>${structured}</Ref></CdtrRefInf></Strd>`}${element('Ustrd', text)}</RmtInf>
</TxDtls>`;
}

const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${text}</${name}>`;

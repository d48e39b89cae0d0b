import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { money } from '@passerelle/values';
import { readCamt } from './camt.js';
import type { BankMessage } from './bank-statement.js';

const samples = join(process.cwd(), '..', 'shared', 'formats', 'samples', 'camt');

const balance = (code: string, amount: string, currency = 'SEK') => `
      <Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>
        <Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-04-08</Dt></Dt></Bal>`;

const clientPays = `
      <Ntry>
        <Amt Ccy="SEK">50000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
        <BookgDt><Dt>2026-04-08</Dt></BookgDt><ValDt><Dt>2026-04-09</Dt></ValDt>
        <AcctSvcrRef>0042-17</AcctSvcrRef>
        <NtryDtls><TxDtls>
          <Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
          <RltdPties>
            <Dbtr><Nm>Göteborgs Kulturkalas &amp; Co</Nm></Dbtr>
            <DbtrAcct><Id><IBAN>SE4550000000058398257466</IBAN></Id></DbtrAcct>
          </RltdPties>
          <RmtInf><Strd><CdtrRefInf><Ref>0012345682</Ref></CdtrRefInf></Strd><Ustrd>Konsert <![CDATA[<mars> & april]]></Ustrd></RmtInf>
        </TxDtls></NtryDtls>
      </Ntry>`;

const message = (body: string, version = '02') => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}">
  <BkToCstmrStmt>
    <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-04-09T06:00:00+02:00</CreDtTm></GrpHdr>
    <Stmt><Id>S1</Id><CreDtTm>2026-04-09T06:00:00+02:00</CreDtTm>
      <FrToDt><FrDtTm>2026-04-08T00:00:00+02:00</FrDtTm><ToDtTm>2026-04-08T23:59:59+02:00</ToDtTm></FrToDt>
      <Acct><Id><IBAN>SE3550000000054910000003</IBAN></Id><Ccy>SEK</Ccy><Ownr><Nm>Kooperativet</Nm></Ownr></Acct>${body}
    </Stmt>
  </BkToCstmrStmt>
</Document>`;

/** The same as a notice of single movements (camt.054). */
const noticeOf = (statement: string): string =>
  statement
    .replaceAll('camt.053', 'camt.054')
    .replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn')
    .replaceAll('Stmt>', 'Ntfctn>');

/** Later versions give a state a code and a party a wrapping. */
const asSinceVersion8 = (entry: string): string =>
  entry
    .replace('<Sts>BOOK</Sts>', '<Sts><Cd>BOOK</Cd></Sts>')
    .replace(/<Dbtr>(<Nm>.*?<\/Nm>)<\/Dbtr>/, '<Dbtr><Pty>$1</Pty></Dbtr>');

const whole = message(balance('OPBD', '100.00') + balance('CLBD', '50100.00') + clientPays);

function read(source: string): BankMessage {
  const answer = readCamt(source);
  if (!answer.ok) throw new Error(`line ${answer.refusal.line}: ${answer.refusal.detail}`);
  return answer.value;
}

const refusalOf = (source: string) => {
  const answer = readCamt(source);
  return answer.ok ? 'read' : answer.refusal;
};

describe('a bank statement', () => {
  it('says whose account it is, for which days, and what it was worth', () => {
    const [statement] = read(whole).statements;
    expect(statement).toMatchObject({
      id: 'S1',
      account: { iban: 'SE3550000000054910000003', owner: 'Kooperativet' },
      currency: 'SEK',
      from: '2026-04-08',
      to: '2026-04-08',
      opening: { amount: money('100.00', 'SEK'), date: '2026-04-08', line: 8 },
      closing: { amount: money('50100.00', 'SEK') },
    });
  });

  it('says of a movement who paid, how much, when, and with which reference', () => {
    const [entry] = read(whole).statements[0]!.entries;
    expect(entry).toMatchObject({
      amount: money('50000.00', 'SEK'),
      bookingDate: '2026-04-08',
      valueDate: '2026-04-09',
      isBooked: true,
      bankReference: '0042-17',
      endToEndId: null,
      remittance: { structured: ['0012345682'], unstructured: ['Konsert <mars> & april'] },
      counterparty: { name: 'Göteborgs Kulturkalas & Co', iban: 'SE4550000000058398257466' },
    });
  });

  it('gives money out a minus and the name of who was paid, also in version 8', () => {
    const wagePaid = clientPays
      .replace('CRDT', 'DBIT')
      .replace('<Sts>BOOK</Sts>', '<Sts><Cd>BOOK</Cd></Sts>')
      .replaceAll('Dbtr', 'Cdtr')
      .replace(/<Nm>.*?<\/Nm>/, '<Pty><Nm>Ingrid</Nm></Pty>');
    const [entry] = read(message(wagePaid, '08')).statements[0]!.entries;
    expect(entry).toMatchObject({
      amount: money('-50000.00', 'SEK'),
      isBooked: true,
      counterparty: { name: 'Ingrid' },
    });
  });

  it.each(['02', '03', '04', '08'])('says the same in version %s, as a statement and as a notice', (version) => {
    const body = version === '08' ? asSinceVersion8(clientPays) : clientPays;
    const [statement, notice] = [message(body, version), noticeOf(message(body, version))].map(read);
    expect([statement!.kind, notice!.kind]).toEqual(['statement', 'notice']);
    expect([statement!.version, notice!.version]).toEqual([Number(version), Number(version)]);
    const [first] = read(message(clientPays)).statements;
    expect(statement!.statements).toEqual([first]);
    expect(notice!.statements).toEqual([first]);
  });

  it('does not count a pending movement as booked', () => {
    const [entry] = read(message(clientPays.replace('BOOK', 'PDNG'))).statements[0]!.entries;
    expect(entry).toMatchObject({ status: 'PDNG', isBooked: false });
  });

  it('keeps the payments of one sum apart', () => {
    const two = clientPays.replace(
      /<TxDtls>[\s\S]*<\/TxDtls>/,
      `<TxDtls><Refs><EndToEndId>A</EndToEndId></Refs><Amt Ccy="SEK">20000.00</Amt></TxDtls>
       <TxDtls><Refs><EndToEndId>B</EndToEndId></Refs><Amt Ccy="SEK">30000.00</Amt></TxDtls>`,
    );
    const [entry] = read(message(two)).statements[0]!.entries;
    expect(entry!.endToEndId).toBeNull();
    expect(entry!.transactions.map(({ endToEndId, amount }) => [endToEndId, amount?.toDecimal()])).toEqual([
      ['A', '20000.00'],
      ['B', '30000.00'],
    ]);
  });

  it('accepts decimals beyond the smallest unit only when they are zero', () => {
    expect(read(whole.replace('50000.00<', '50000.00000<')).statements[0]!.entries[0]!.amount.minor).toBe(5_000_000n);
    expect(refusalOf(whole.replace('50000.00<', '50000.00001<'))).toMatchObject({ kind: 'not-an-amount', line: 13 });
  });

  it('reads prefixed names, a byte order mark, line ends of Windows and numbered characters', () => {
    const prefixed = whole
      .replace('<Document xmlns=', '<Document xmlns:b=')
      .replace(/<(\/?)(?=[A-Z])/g, '<$1b:')
      .replace('Göteborgs', 'G&#246;t&#xE5;borgs')
      .replaceAll('\n', '\r\n');
    const [statement] = read(`\uFEFF${prefixed}`).statements;
    expect(statement!.entries[0]!.counterparty!.name).toBe('Götåborgs Kulturkalas & Co');
    expect(statement!.opening!.line).toBe(8);
  });

  it('reads notices of single movements, which have no balances', () => {
    expect(read(noticeOf(message(clientPays)))).toMatchObject({
      kind: 'notice',
      version: 2,
      statements: [{ opening: null, closing: null }],
    });
  });
});

describe('a file that is refused', () => {
  const bomb = `<?xml version="1.0"?>
<!DOCTYPE b [<!ENTITY a "ha"><!ENTITY c "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<Document>&c;</Document>`;

  it.each([
    ['text that is no XML', 'Kontoutdrag april', 'not-xml', 1],
    ['nothing', '', 'not-xml', 1],
    ['a file that is cut off inside', whole.slice(0, whole.indexOf('<AcctSvcrRef>')), 'not-xml', 15],
    ['a file that is cut off in a tag', whole.slice(0, whole.indexOf('Ref>0042')), 'not-xml', 15],
    ['elements that cross', whole.replace('</BookgDt><ValDt>', '<ValDt></BookgDt>'), 'not-xml', 14],
    ['two documents', `${whole}\n${whole.split('\n').slice(1).join('\n')}`, 'not-xml', 28],
    ['text after the end', `${whole}\nslut`, 'not-xml', 28],
    ['entities that grow', bomb, 'entities', 2],
    ['entities that read files', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>\n<a>&b;</a>', 'entities', 1],
    ['entities that nobody declared', whole.replace('&amp;', '&ouml;'), 'entities', 19],
    ['another kind of message', whole.replace('camt.053', 'pain.001'), 'wrong-format', 2],
    ['another kind of XML', '<html><body/></html>', 'wrong-format', 1],
    ['a version before the first', whole.replace('001.02', '001.01'), 'wrong-version', 2],
    ['a version after the last', whole.replace('001.02', '001.13'), 'wrong-version', 2],
    ['a message without statements', whole.replace(/<Stmt>[\s\S]*<\/Stmt>/, ''), 'missing', 3],
    ['a movement without amount', whole.replace('<Amt Ccy="SEK">50000.00</Amt>', ''), 'missing', 12],
    ['a movement without status', whole.replace('<Sts>BOOK</Sts>', ''), 'missing', 12],
    ['an amount with a comma', whole.replace('>50000.00<', '>50000,00<'), 'not-an-amount', 13],
    ['an amount with a sign', whole.replace('>50000.00<', '>-50000.00<'), 'not-an-amount', 13],
    ['a currency that no cooperative uses', whole.replace('"SEK">50000', '"JPY">50000'), 'unknown-currency', 13],
    ['a movement in another currency', whole.replace('"SEK">50000', '"EUR">50000'), 'wrong-currency', 12],
    [
      'a day that does not exist',
      whole.replace('<BookgDt><Dt>2026-04-08', '<BookgDt><Dt>2026-02-30'),
      'not-a-date',
      14,
    ],
    ['a direction that is none', whole.replace(/CRDT(?=<\/CdtDbtInd><Sts)/, 'IN'), 'not-a-direction', 13],
  ])('%s', (_what, source, kind, line) => {
    expect(refusalOf(source)).toMatchObject({ kind, line });
  });

  it('one that is larger than a bank makes them', () => {
    expect(readCamt(whole, { characters: 1000 })).toMatchObject({ ok: false, refusal: { kind: 'too-large' } });
  });

  it('one that is nested without end, or names what JavaScript reserves', () => {
    expect(refusalOf('<a>'.repeat(5000) + '</a>'.repeat(5000))).toMatchObject({ kind: 'not-xml' });
    expect(refusalOf('<a><__proto__>1</__proto__></a>')).toMatchObject({ kind: 'not-xml' });
  });
});

describe('the sample files of banks', () => {
  it('are read, and the wrong one is refused', () => {
    if (!existsSync(samples)) {
      process.stdout.write('skipped: the camt samples are not beside the checkout\n');
      return;
    }
    const answers = readdirSync(samples).map((name) => {
      const answer = readCamt(readFileSync(join(samples, name), 'utf8'));
      return [name, answer.ok ? answer.value.statements.flatMap(({ entries }) => entries).length : answer.refusal.kind];
    });
    const read = answers.filter(([name]) => name !== 'camt053.v2.wrong.xml');
    expect(answers.filter(([name]) => name === 'camt053.v2.wrong.xml')).toEqual([['camt053.v2.wrong.xml', 'missing']]);
    expect(read.length).toBeGreaterThanOrEqual(16);
    expect(read.filter(([, entries]) => typeof entries !== 'number' || entries === 0)).toEqual([]);
  });
});

import { strict as assert } from 'node:assert';
import {
  type CreditTransfer,
  type PaymentFile,
  checkedStatement,
  controlOf,
  makePaymentFile,
  pain001Of,
  readCamt,
  readPain001,
  ublOf,
} from '@passerelle/formats';
import { Money, day } from '@passerelle/values';
import { payslipPaper } from '../../node/src/papers/payslip-paper.js';
import { countries } from '../papers/countries.js';
import { invoicesOf } from '../papers/invoices.js';
import { payslipOf } from '../papers/payslips.js';
import { cooperative } from '../papers/scene.js';
import { type Figures, rounded } from './figures.js';

const entries = 10_000;
const transfers = 30_000;
const measuredMs = 3000;

/** What papers cost: processor time of this program alone, and the memory it holds afterwards. */
export async function* measurePapers(): AsyncGenerator<Figures> {
  yield invoices();
  yield await payslips();
  yield statement();
  yield paymentFile();
}

/** Five documents a round: VAT decided, checked against the rules of their network, and written. */
function invoices(): Figures {
  const round = (): number => invoicesOf(countries.be).map(({ invoice }) => ublOf(invoice)).length;
  const made = repeated(round);
  return { what: 'invoices checked and written as UBL', invoicesPerSecondAndCore: rounded(made) };
}

async function payslips(): Promise<Figures> {
  const paper = payslipOf(countries.be);
  await payslipPaper(paper);
  const start = process.cpuUsage();
  let made = 0;
  for (; msSince(start) < measuredMs; made += 1) {
    const bytes = await payslipPaper({ ...paper, number: `be-2026-${made}` });
    assert(bytes.length > 10_000);
  }
  return { what: 'payslips drawn as PDF', payslipsPerSecondAndCore: rounded((made * 1000) / msSince(start)) };
}

/** A month of a busy account, read, and its sums checked. */
function statement(): Figures {
  const { iban } = cooperative('be');
  const file = statementOf(iban);
  const start = process.cpuUsage();
  const read = readCamt(file);
  if (!read.ok) throw new Error(read.refusal.detail);
  const checked = checkedStatement(read.value.statements[0]!, { iban, currency: 'EUR' });
  if (!checked.ok) throw new Error(checked.refusal.detail);
  assert.equal(checked.value.booked.length, entries);
  return { what: 'a bank statement is read and checked', entries, ...usedSince(start, file) };
}

/** The wages of a month, checked, written, and read back with the same sum. */
function paymentFile(): Figures {
  const wanted = wagesFile();
  const start = process.cpuUsage();
  const made = makePaymentFile(wanted);
  if (!made.ok) throw new Error(made.refusal.detail);
  const xml = pain001Of(made.value);
  const used = usedSince(start, xml);
  const read = readPain001(xml);
  if (!read.ok) throw new Error(read.refusal.detail);
  const [written, orders] = [read.value, wanted].map(({ batches }) => controlOf(batches[0]!.transfers, 'EUR'));
  assert.deepEqual([written!.count, written!.sum.minor], [transfers, orders!.sum.minor]);
  return { what: 'a payment file is checked and written', transfers, ...used };
}

const usedSince = (start: NodeJS.CpuUsage, text: string) => ({
  ms: rounded(msSince(start)),
  megabytes: rounded(Buffer.byteLength(text) / 1024 / 1024),
  memoryMb: Math.round(process.memoryUsage().rss / 1024 / 1024),
});

/** How many are made in a second of one core. */
function repeated(round: () => number): number {
  round();
  const start = process.cpuUsage();
  let made = 0;
  while (msSince(start) < measuredMs) made += round();
  return (made * 1000) / msSince(start);
}

const msSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const eur = (minor: number): Money => new Money(BigInt(minor), 'EUR');

/** A camt.053 of version 8 in which every entry is another amount. */
function statementOf(iban: string): string {
  const amounts = Array.from({ length: entries }, (_, at) => 1000 + ((at * 7919) % 99_991));
  const closing = eur(amounts.reduce((so, amount) => so + amount, 0));
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-04-09T06:00:00+02:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><CreDtTm>2026-04-09T06:00:00+02:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', eur(0))}${balance('CLBD', closing)}
${amounts.map((amount, at) => entryOf(eur(amount), at)).join('\n')}
</Stmt></BkToCstmrStmt></Document>`;
}

const balance = (code: string, amount: Money): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${credit(amount)}<Dt><Dt>2026-04-08</Dt></Dt></Bal>`;

const credit = (amount: Money): string => `<Amt Ccy="EUR">${amount.toDecimal()}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`;

const entryOf = (amount: Money, at: number): string =>
  `<Ntry>${credit(amount)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-04-08</Dt></BookgDt><ValDt><Dt>2026-04-08</Dt></ValDt>
<AcctSvcrRef>B${at}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Client ${at}</Nm></Pty></Dbtr></RltdPties>
<RmtInf><Ustrd>Invoice ${at}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;

function wagesFile(): PaymentFile {
  const payer = cooperative('be');
  const account = { kind: 'iban', iban: payer.iban, bic: payer.bic } as const;
  const wage = (_: unknown, at: number): CreditTransfer => ({
    endToEndId: `SLIP-${at}`,
    amount: eur(50_000 + ((at * 7919) % 199_999)),
    payee: { name: `Member ${at}`, address: null },
    account: { kind: 'iban', iban: countries.be.worker.iban, bic: null },
    remittance: { kind: 'text', value: `be-2026-${at} 03/2026` },
  });
  return {
    id: 'PAY-be-2026-04-07',
    createdAt: '2026-04-07T08:00:00Z',
    initiator: payer.name,
    currency: 'EUR',
    batches: [
      {
        id: 'WAGES-2026-03',
        on: day('2026-04-08'),
        purpose: 'SALA',
        payer: { name: payer.name, address: null },
        account,
        transfers: Array.from({ length: transfers }, wage),
      },
    ],
  };
}

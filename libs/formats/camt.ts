import { type CurrencyCode, type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import { isValidIBAN } from 'ibantools';
import type { BankMessage, BankStatement, StatementBalance, StatementEntry } from './bank-statement.js';
import { readEntry } from './camt-entry.js';
import { CamtFault, type CamtRefusal, amountOf, currencyOf, dateOf, needed, signed } from './camt-value.js';
import { type XmlDocument, type XmlElement, readXml } from './xml.js';

const versions: Readonly<Record<string, { kind: BankMessage['kind']; body: string; part: string }>> = {
  '053': { kind: 'statement', body: 'BkToCstmrStmt', part: 'Stmt' },
  '054': { kind: 'notice', body: 'BkToCstmrDbtCdtNtfctn', part: 'Ntfctn' },
};
const oldest = 2;
const newest = 8;

/** Some ten thousand movements; a larger file would keep the node busy for seconds. */
const largestFile = 10_000_000;

/**
 * Reads a bank message: camt.053 or camt.054, versions 2 to 8. Refuses, with the line and the reason, what is no such
 * message or holds an amount, a currency or a day that cannot be read exactly. Whether the balances add up is asked
 * afterwards by `checkedStatement`, because not every bank gives them.
 */
export function readCamt(source: string, limits = { characters: largestFile }): Result<BankMessage, CamtRefusal> {
  if (source.length > limits.characters)
    return refuse({
      kind: 'too-large',
      line: null,
      detail: `The file has ${source.length} characters; at most ${limits.characters} are read. Ask the bank for shorter periods.`,
    });
  const document = readXml(source);
  if (!document.ok) return document;
  try {
    return ok(readMessage(document.value));
  } catch (error) {
    if (error instanceof CamtFault) return refuse(error.refusal);
    throw error;
  }
}

function readMessage(document: XmlDocument): BankMessage {
  const { root } = document;
  const { message, version } = formatOf(document);
  const { kind, body, part } = versions[message]!;
  const content = needed(root, body);
  const statements = content.children(part).map(readStatement);
  if (statements.length === 0)
    throw new CamtFault('missing', content, `The message holds no statement (<${part}> is missing).`);
  return { kind, version, id: needed(content, 'GrpHdr', 'MsgId').text() ?? '', statements };
}

function formatOf({ root, namespace }: XmlDocument): { message: string; version: number } {
  const found = /^urn:iso:std:iso:20022:tech:xsd:camt\.(053|054)\.001\.(\d\d)$/.exec(namespace ?? '');
  if (root.name !== 'Document' || !found)
    throw new CamtFault(
      'wrong-format',
      root,
      `This is ${namespace ?? `an XML file of another kind, <${root.name}>`}, not a camt.053 or camt.054 message.`,
    );
  const version = Number(found[2]);
  if (version < oldest || version > newest)
    throw new CamtFault(
      'wrong-version',
      root,
      `Version ${version} of camt.${found[1]} is not read here; ask the bank for a version from ${oldest} to ${newest}.`,
    );
  return { message: found[1]!, version };
}

function readStatement(statement: XmlElement): BankStatement {
  const account = needed(statement, 'Acct');
  const number = needed(account, 'Id').text('IBAN') ?? needed(account, 'Id', 'Othr', 'Id').text() ?? '';
  const opening = balanceOf(statement, ['OPBD', 'PRCD']);
  const closing = balanceOf(statement, ['CLBD']);
  const currency = statementCurrency(statement, account, opening, closing);
  return {
    id: needed(statement, 'Id').text() ?? '',
    account: {
      iban: isValidIBAN(number) ? number : null,
      number,
      owner: account.text('Ownr', 'Nm') ?? account.text('Nm') ?? null,
    },
    currency,
    from: dayAt(statement, 'FrToDt', 'FrDtTm'),
    to: dayAt(statement, 'FrToDt', 'ToDtTm'),
    opening,
    closing,
    entries: statement.children('Ntry').map((entry) => entryIn(entry, currency)),
  };
}

/** Of the account if it says so, else of the balances, else of the first movement. */
function statementCurrency(
  statement: XmlElement,
  account: XmlElement,
  opening: StatementBalance | null,
  closing: StatementBalance | null,
): CurrencyCode {
  const said = account.child('Ccy');
  if (said) return currencyOf(said, said.text());
  const entry = statement.child('Ntry', 'Amt');
  const found = opening?.amount.currency ?? (entry && amountOf(entry).currency) ?? closing?.amount.currency;
  if (found) return found;
  throw new CamtFault('missing', account, 'Nothing in the statement says in which currency the account is.');
}

function entryIn(element: XmlElement, currency: CurrencyCode): StatementEntry {
  const entry = readEntry(element);
  if (entry.amount.currency === currency) return entry;
  throw new CamtFault(
    'wrong-currency',
    element,
    `A movement in ${entry.amount.currency} stands on an account in ${currency}.`,
  );
}

function balanceOf(statement: XmlElement, codes: readonly string[]): StatementBalance | null {
  for (const code of codes)
    for (const balance of statement.children('Bal'))
      if (balance.text('Tp', 'CdOrPrtry', 'Cd') === code)
        return {
          amount: signed(balance, amountOf(needed(balance, 'Amt'))),
          date: dayAt(balance, 'Dt', 'Dt') ?? dayAt(balance, 'Dt', 'DtTm'),
          line: balance.line,
        };
  return null;
}

function dayAt(element: XmlElement, ...path: readonly string[]): PlainDate | null {
  const found = element.child(...path);
  return found ? dateOf(found) : null;
}

export type { CamtRefusal };

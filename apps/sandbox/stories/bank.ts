import { createHash } from 'node:crypto';
import { type Money, sum } from '@passerelle/values';
import { create } from 'xmlbuilder2';

/** Money that arrived on or left an account, as the bank of the sandbox saw it. */
export interface Movement {
  /** Positive for a credit, negative for a debit. */
  readonly amount: Money;
  /** What the payer wrote so that the payee can tell what it is for. */
  readonly reference: string;
  readonly counterparty: string;
}

export interface Account {
  readonly iban: string;
  readonly opening: Money;
}

/** A day's statement of one account as its bank sends it: camt.053.001.08 of ISO 20022. */
export function statement(account: Account, day: string, movements: readonly Movement[]): string {
  const { iban, opening } = account;
  const closing = opening.plus(
    sum(
      movements.map(({ amount }) => amount),
      opening.currency,
    ),
  );
  const id = createHash('sha256')
    .update(JSON.stringify([iban, day, movements]))
    .digest('hex')
    .slice(0, 20);
  const statementOf = {
    Id: id,
    CreDtTm: `${day}T18:00:00+00:00`,
    Acct: { Id: { IBAN: iban }, Ccy: opening.currency },
    Bal: [balance('OPBD', opening, day), balance('CLBD', closing, day)],
    Ntry: movements.map((movement, index) => entry(movement, `${id}${index}`, day)),
  };
  return create(
    { encoding: 'UTF-8' },
    {
      Document: {
        '@xmlns': 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08',
        BkToCstmrStmt: { GrpHdr: { MsgId: id, CreDtTm: `${day}T18:00:00+00:00` }, Stmt: statementOf },
      },
    },
  ).end({ prettyPrint: true });
}

const balance = (code: string, amount: Money, day: string) => ({
  Tp: { CdOrPrtry: { Cd: code } },
  ...signed(amount),
  Dt: { Dt: day },
});

function entry({ amount, reference, counterparty }: Movement, id: string, day: string) {
  const party = amount.isNegative() ? 'Cdtr' : 'Dbtr';
  return {
    ...signed(amount),
    Sts: { Cd: 'BOOK' },
    BookgDt: { Dt: day },
    ValDt: { Dt: day },
    AcctSvcrRef: id,
    BkTxCd: { Domn: { Cd: 'PMNT', Fmly: { Cd: amount.isNegative() ? 'ICDT' : 'RCDT', SubFmlyCd: 'ESCT' } } },
    NtryDtls: {
      TxDtls: {
        Refs: { AcctSvcrRef: id, EndToEndId: reference },
        Amt: written(amount),
        CdtDbtInd: amount.isNegative() ? 'DBIT' : 'CRDT',
        RltdPties: { [party]: { Pty: { Nm: counterparty } } },
        RmtInf: { Ustrd: reference },
      },
    },
  };
}

const signed = (amount: Money) => ({ Amt: written(amount), CdtDbtInd: amount.isNegative() ? 'DBIT' : 'CRDT' });

const written = (amount: Money) => ({
  '@Ccy': amount.currency,
  '#': (amount.isNegative() ? amount.negated() : amount).toDecimal(),
});

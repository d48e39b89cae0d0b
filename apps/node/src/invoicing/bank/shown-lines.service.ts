import type { Accounts, Work } from '@passerelle/doors';
import type { BankLine } from './bank-line.js';
import { BankLineBody } from './bank.bodies.js';
import { unexplained } from './debit.js';
import type { Debits } from './debits.service.js';
import type { Payments } from './payments.service.js';

/** Lines as the API shows them: an open one with what it could be, a debit with what was said of it. */
export class ShownLines {
  constructor(
    private readonly payments: Payments,
    private readonly debits: Debits,
    private readonly accounts: Accounts,
  ) {}

  async one(work: Work, line: BankLine): Promise<BankLineBody> {
    const [shown] = await this.all(work, [line]);
    return shown!;
  }

  async all(work: Work, lines: readonly BankLine[]): Promise<readonly BankLineBody[]> {
    const debits = await this.debits.of(
      work,
      lines.map(({ id }) => id),
    );
    const people = [...debits.values()].flatMap(({ explanations }) => explanations.map(({ by }) => by));
    const emails = await this.accounts.emails([...new Set(people)]);
    return Promise.all(
      lines.map(async (line) => {
        const question = line.explainedBy === null ? await this.payments.questionOf(work, line) : null;
        return BankLineBody.of(line, { question, debit: debits.get(line.id) ?? unexplained, emails });
      }),
    );
  }
}

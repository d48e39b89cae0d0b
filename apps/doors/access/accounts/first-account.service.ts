import type { OnApplicationBootstrap } from '@nestjs/common';
import type { NewAccount } from './account.js';
import type { Accounts } from './accounts.service.js';

/** Lets the operator in to a program in which nobody can sign in yet; everybody else is let in by her. */
export class FirstAccount implements OnApplicationBootstrap {
  constructor(
    private readonly accounts: Accounts,
    private readonly account: NewAccount,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.accounts.areNone())) return;
    const made = await this.accounts.create(this.account);
    // Two replicas that start together: one made it, and the other finds it made.
    if (!made.ok && made.refusal.kind !== 'email-taken')
      throw new Error(`the first account cannot be made: ${made.refusal.kind}`);
  }
}

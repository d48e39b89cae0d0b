import { money } from '@passerelle/values';
import type { Guaranteed } from '../../guarantee/testing/guaranteed.js';
import { statementFile } from '../../invoicing/testing/statement.js';
import type { Member } from '../../members/member.js';
import type { Mission } from '../../missions/mission.js';
import { type Given, amina, mission } from '../../payroll/testing/home.js';
import { type Activity, personalActivity } from '../activity.js';
import type { Budget } from '../budget.js';

/** A mission whose worker keeps some of its income for expenses, of her own activity unless another is named. */
export interface Earned extends Given {
  readonly aside?: string;
  readonly to?: Activity;
}

/** Work is done and reported, a part of its income was set aside before, and everybody has followed. */
export async function earned(branch: Guaranteed, { aside, to, ...given }: Earned): Promise<Mission> {
  const made = await branch.database.transact(async (work) => {
    const done = await mission(branch, work, given);
    if (aside !== undefined) {
      const { id: activity } = to ?? personalActivity(given.member);
      const wish = { mission: done.id, activity, amount: money(aside, 'EUR') };
      const decided = await branch.setAsides.decide(work, wish, 'amina');
      if (!decided.ok) throw new Error(decided.refusal.kind);
    }
    const body = { mission: done.id, days: given.days ?? 5 };
    await branch.facts.record(work, { kind: 'MissionCompleted', subject: done.id, body });
    return done;
  });
  await branch.runner.drain();
  return made;
}

/** The host pays so much of what it owes for a mission. */
export async function hostPays(branch: Guaranteed, { id }: Mission, amount: string): Promise<void> {
  const cause = `obligation:${branch.ids.newId()}` as const;
  await branch.database.transact((work) =>
    branch.guarantee.repay(work, { mission: id, amount: money(amount, 'EUR'), cause }),
  );
}

/** The client of a mission of this branch pays its invoice, which our statement shows. */
export async function clientPays(branch: Guaranteed, { id }: Mission): Promise<void> {
  const invoice = await branch.invoices.ofMission(branch.database.reading, id);
  if (!invoice) throw new Error('there is no invoice');
  const entries = [{ amount: invoice.gross.toDecimal(), structured: invoice.reference.value, bankReference: id }];
  const file = statementFile({ iban: branch.entity.iban, closing: invoice.gross.toDecimal(), entries });
  const imported = await branch.database.transact((work) => branch.statements.import(work, Buffer.from(file), null));
  if (!imported.ok) throw new Error(imported.refusal.kind);
  await branch.runner.drain();
}

/** Another Amina, with no income yet. */
export const somebody = (branch: Guaranteed): Promise<Member> =>
  branch.database.transact((work) => amina(branch, work));

/** Some lines of a budget as decimals, for a short comparison. */
export const linesOf = (budget: Budget, ...names: readonly (keyof Budget)[]): readonly string[] =>
  names.map((name) => budget[name].toDecimal());

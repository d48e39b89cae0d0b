import type { PolicyName } from '../../cooperative/policy.js';
import { type Home, decide, openHome } from '../../payroll/testing/home.js';
import { type PlainDate, money } from '@passerelle/values';
import { FundReading } from '../fund-reading.service.js';
import { GuaranteeFollower } from '../guarantee.follower.js';
import { Guarantee } from '../guarantee.service.js';
import { GuaranteeStore } from '../guarantee.store.js';
import { ReceiptsOfMissions } from '../receipts-of-missions.service.js';
import { Wages } from '../wages.service.js';

export type Guaranteed = Awaited<ReturnType<typeof openGuaranteed>>;

/** A Belgian branch with payroll and an empty guarantee fund, as the node wires them. */
export async function openGuaranteed(today?: string) {
  const home = await openHome(today);
  const { books, cooperative, missions, members, facts, ids, transfers, estimates } = home;
  const store = new GuaranteeStore();
  const guarantee = new Guarantee({ store, books, cooperative, missions, facts, ids });
  const wages = new Wages({ store, guarantee, books, transfers, cooperative, members, facts, ids });
  const reading = new FundReading(store, cooperative, estimates);
  home.sources.add(new ReceiptsOfMissions(store));
  home.runner.add(new GuaranteeFollower(wages, guarantee, missions));
  return { ...home, guarantee, wages, reading, store };
}

let number = 0;

/** The same branch seen from another legal entity of it, with a fund of so much and what its members decided. */
export async function withFund(
  branch: Guaranteed,
  fund: string,
  policies: Partial<Record<PolicyName, string>> = {},
): Promise<Guaranteed> {
  const { database, cooperative, guarantee } = branch;
  const tail = String((number += 1)).padStart(4, '0');
  const { id: _, ...same } = branch.entity;
  const added = { ...same, name: `De Brug ${tail}`, vatNumber: `BE041749${tail}`, iban: `BE6853900754${tail}` };
  const entity = await database.transact((work) => cooperative.add(work, added));
  const other = { ...branch, entity };
  await decide(other, { contributionRate: '6.5', payWorkingDays: '7', invoiceTermDays: '30', ...policies });
  await database.transact((work) =>
    guarantee.endow(work, { entity: entity.id, amount: money(fund, 'EUR'), text: 'General assembly' }),
  );
  return other;
}

/** The calendar reaches a day, and everybody follows. */
export async function dayBegins({ clock, database, facts, runner }: Home, date: string): Promise<void> {
  clock.at = date;
  const body = { date: date as PlainDate };
  await database.transact((work) => facts.record(work, { kind: 'DayBegan', subject: date, body }));
  await runner.drain();
}

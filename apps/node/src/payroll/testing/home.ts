import type { Work } from '@passerelle/doors';
import type { Fact } from '@passerelle/rules';
import { country, day, money, percent } from '@passerelle/values';
import { openActivities } from '../../activities/testing/purse.js';
import type { PolicyName } from '../../cooperative/policy.js';
import { type Branch, openBranch } from '../../invoicing/testing/branch.js';
import type { Member } from '../../members/member.js';
import type { Mission, MissionId, MissionTerms } from '../../missions/mission.js';
import { hashOfTerms } from '../../missions/terms.js';
import { MonthlyPay } from '../../wage-plans/monthly-pay.service.js';
import { WagePlansStore } from '../../wage-plans/wage-plans.store.js';
import { Estimates } from '../estimates.service.js';
import { Issuing } from '../issuing.service.js';
import { MonthlyWages } from '../monthly-wages.service.js';
import { MonthlyWagesStore } from '../monthly-wages.store.js';
import { PayrollFollower } from '../payroll.follower.js';
import { Payslips } from '../payslips.service.js';
import { PayslipsStore } from '../payslips.store.js';
import { WagesOfMissions } from '../wages-of-missions.service.js';

export type Home = Awaited<ReturnType<typeof openHome>>;

/** What the members of the examples decided from 2026 on. */
const decided: Partial<Record<PolicyName, string>> = { contributionRate: '6.5', payWorkingDays: '7' };

/** A Belgian branch that employs, on a database of its own, with payroll as the node wires it. */
export async function openHome(today = '2026-03-27', policies: Partial<Record<PolicyName, string>> = decided) {
  const branch = await openBranch('BE', today, 10);
  const { books, cooperative, members, missions, facts, clock, ids } = branch;
  await decide(branch, policies);
  const store = new PayslipsStore();
  const purse = openActivities(branch);
  const { setAsides } = purse;
  const kept = new MonthlyWagesStore();
  purse.sources.add(new WagesOfMissions(store, kept));
  const issuing = new Issuing({ store, books, facts, clock, ids });
  const pay = new MonthlyPay(new WagePlansStore(), purse.budgets);
  const parts = { store, issuing, books, cooperative, members, missions, setAsides, facts, clock, ids };
  const monthly = new MonthlyWages({ ...parts, kept, pay });
  const payslips = new Payslips({ ...parts, monthly });
  const estimates = new Estimates(cooperative, members, store, setAsides);
  branch.runner.add(new PayrollFollower(payslips, monthly, missions));
  return { ...branch, ...purse, payslips, monthly, estimates, payslipsStore: store };
}

/** Records what the members of the branch's entity decided. */
export async function decide(
  { database, cooperative, entity }: Pick<Branch, 'database' | 'cooperative' | 'entity'>,
  policies: Partial<Record<PolicyName, string>>,
): Promise<void> {
  const from = day('2026-01-01');
  const decisions = Object.entries(policies) as [PolicyName, string][];
  for (const [policy, value] of decisions)
    await database.transact((work) =>
      cooperative.decide(work, { entity: entity.id, policy, from, value, decision: 'assembly' }, null),
    );
}

/** Amina in Brussels, a musician; each time another person of that name. */
export async function amina(
  { entity, members, ids }: Pick<Branch, 'entity' | 'members' | 'ids'>,
  work: Work,
  facts: Readonly<Record<string, Fact>> = artist,
): Promise<Member> {
  const email = `amina.${ids.newId()}@demo.example`;
  const person = { name: 'Amina', email, language: 'fr', role: 'musician' } as const;
  const joined = await members.join(work, { ...person, entity: entity.id, iban: 'BE71096123456769', facts });
  if (!joined.ok) throw new Error(joined.refusal.kind);
  return joined.value;
}

export const artist = { status: 'artist', withholding: 'artist-short-engagement' } as const;

export interface Given {
  readonly member: Member;
  readonly role?: 'home' | 'both';
  readonly price?: string;
  readonly first?: string;
  readonly last?: string;
  readonly days?: number;
  readonly clientCountry?: string;
  readonly place?: string;
  readonly state?: Mission['state'];
  readonly confirmed?: boolean;
  /** Known again only because a partner gave it back after a restore. */
  readonly isGivenBack?: boolean;
}

let number = 0;

/** A mission of a member for a theatre in Lille that the French branch invoices, or that her own branch does. */
export async function mission(branch: Branch, work: Work, given: Given): Promise<Mission> {
  const { entity, clients, ids, clock } = branch;
  const { member, role = 'home', price = '1000.00', first = '2026-03-23', last = '2026-03-27' } = given;
  const theatre = {
    entity: entity.id,
    name: 'Théâtre de Lille',
    email: 'compta@theatre.example',
    language: 'fr',
    country: country(given.clientCountry ?? 'FR'),
    vatNumber: null,
    address: entity.address,
  } as const;
  const client = await clients.add(work, theatre, null);
  if (!client.ok) throw new Error(client.refusal.kind);
  const id = ids.newId() as MissionId;
  const terms: MissionTerms = {
    mission: id,
    reference: `be-2026-${String((number += 1)).padStart(4, '0')}`,
    version: 1,
    home: 'be',
    host: role === 'home' ? 'fr' : 'be',
    worker: { name: member.name, role: member.role },
    client: theatre,
    work: 'Two concerts',
    kind: 'artistic_performance',
    directedBy: 'home',
    place: { country: country(given.place ?? 'FR'), town: 'Lille' },
    first: day(first),
    last: day(last),
    days: given.days ?? 5,
    price: money(price, 'EUR'),
    hostShare: percent('2'),
    defaultBearer: 'host',
    dueDays: 30,
  };
  const made: Mission = {
    id,
    role,
    entity: entity.id,
    member: member.id,
    client: client.value.id,
    state: given.state ?? 'completed',
    terms,
    agreement: { hash: hashOfTerms(terms), homeSignature: null, hostSignature: null },
    reason: null,
    clientConfirmedAt: (given.confirmed ?? true) ? clock.now() : null,
    registeredAt: clock.now(),
  };
  await branch.missionsStore.add(work, made);
  return made;
}

/** The worker has reported her work, and everybody has followed. */
export async function completed(branch: Branch, given: Given): Promise<Mission> {
  const made = await branch.database.transact(async (work) => {
    const done = await mission(branch, work, given);
    const body = { mission: done.id, days: given.days ?? 5, ...(given.isGivenBack && { isGivenBack: true as const }) };
    await branch.facts.record(work, { kind: 'MissionCompleted', subject: done.id, body });
    return done;
  });
  await branch.runner.drain();
  return made;
}

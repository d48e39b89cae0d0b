import type { NodeBody } from '../api/node.js';
import type { Amount } from '../app/amount.js';

/** Why something stands in the inbox; each kind has its own text and its own page. */
export type InboxKind =
  | 'mission-to-approve'
  | 'mission-to-accept'
  | 'mission-to-amend'
  | 'formality'
  | 'contract-unsigned'
  | 'expense-to-approve'
  | 'expense-to-pay'
  | 'payslip-stopped'
  | 'wages-to-collect'
  | 'run-to-check'
  | 'run-to-publish'
  | 'invoice-held'
  | 'bank-line'
  | 'obligation-proposed'
  | 'obligation-disputed'
  | 'fund-alarm'
  | 'payment-late'
  | 'payout-to-prepare'
  | 'payout-to-approve'
  | 'declaration';

export interface InboxItem {
  readonly kind: InboxKind;
  readonly id: string;
  /** Whom or what it is about, in words that data brings. */
  readonly about: string;
  /** How many of what it is, where its kind is about several. */
  readonly counted?: readonly [words: 'desk.run.count' | 'desk.inbox.transfers', count: number];
  /** Why it is here, where data says more than its kind. */
  readonly detail: string | null;
  readonly since: string | null;
  readonly deadline: string | null;
  /** The branch's data says that the deadline is past. */
  readonly isLate?: boolean;
  readonly amount: Amount | null;
  readonly to: string;
}

type Mission = NodeBody<'MissionBody'>;

interface Terms {
  readonly work: string;
  readonly worker: { readonly name: string };
  readonly client: { readonly name: string };
  readonly first: string;
  readonly price: Amount;
}

const termsOf = ({ terms }: Mission): Terms => terms as unknown as Terms;

/** What people call a mission; its id where it is not among the newest. */
function nameOf(id: string, missions: readonly Mission[]): string {
  const found = missions.find((mission) => mission.id === id);
  if (!found) return id;
  const { work, worker } = termsOf(found);
  return `${work} · ${worker.name}`;
}

/** Missions that wait for the word of this branch. Work that has begun to wait is most urgent by its first day. */
export function ofMissions(missions: readonly Mission[]): readonly InboxItem[] {
  return missions.flatMap((mission) => {
    const kind = kindOf(mission);
    if (!kind) return [];
    const { work, worker, client, first, price } = termsOf(mission);
    const about = `${work} · ${worker.name} · ${client.name}`;
    const { id, reason, registeredAt: since } = mission;
    return [{ kind, id, about, detail: reason, since, deadline: first, amount: price, to: `/staff/missions/${id}` }];
  });
}

function kindOf({ state, role, possible }: Mission): InboxKind | undefined {
  if (state === 'branch_check') return 'mission-to-approve';
  if (state === 'offered' && role === 'host') return 'mission-to-accept';
  if (state === 'changes_requested' && role === 'home' && possible.includes('amend')) return 'mission-to-amend';
  return undefined;
}

/** Gates of one mission at which somebody of this branch has to act; the nearest one speaks for it. */
export function ofFormalities(mission: Mission, { gates }: NodeBody<'FormalitiesBody'>): readonly InboxItem[] {
  const open = gates.filter(({ state, owner }) => state === 'refused' || (state === 'open' && owner !== 'fund'));
  if (open.length === 0) return [];
  const { work, worker, first } = termsOf(mission);
  const deadline = open.map(({ due }) => due ?? first).sort()[0] ?? first;
  const { id, registeredAt: since } = mission;
  const about = `${work} · ${worker.name}`;
  const to = `/staff/missions/${id}`;
  return [{ kind: 'formality', id, about, detail: null, since, deadline, amount: null, to }];
}

/** Work has begun under a contract that she has not signed: somebody reminds her today. */
export const ofContracts = (contracts: readonly NodeBody<'ContractBody'>[]): readonly InboxItem[] =>
  contracts
    .filter(({ isLate }) => isLate)
    .map(({ id, reference, worker, localName, mission, member, offeredAt, due }) => ({
      kind: 'contract-unsigned',
      id,
      about: `${mission === null ? worker : reference} · ${localName}`,
      detail: null,
      since: offeredAt,
      deadline: due,
      isLate: true,
      amount: null,
      to: mission === null ? `/staff/people/${member}` : `/staff/missions/${mission}`,
    }));

export const ofExpenses = (expenses: readonly NodeBody<'ExpenseBody'>[]): readonly InboxItem[] =>
  expenses.map(({ id, state, form, claim, madeAt }) => ({
    kind: state === 'approved' ? 'expense-to-pay' : 'expense-to-approve',
    id,
    about: form.purpose ?? '',
    detail: null,
    since: madeAt,
    deadline: null,
    amount: (claim as { readonly refund: Amount } | null)?.refund ?? null,
    to: `/staff/expenses/${id}`,
  }));

export const ofPayrollProblems = (
  problems: readonly NodeBody<'PayrollProblemBody'>[],
  missions: readonly Mission[],
  members: readonly NodeBody<'MemberBody'>[],
): readonly InboxItem[] =>
  problems.map(({ id, detail, raisedAt, date, mission, month, member }) => ({
    kind: 'payslip-stopped',
    id,
    about:
      mission === null
        ? `${members.find((each) => each.id === member)?.name ?? member} · ${month}`
        : nameOf(mission, missions),
    detail,
    since: raisedAt,
    deadline: date,
    amount: null,
    to: `/staff/payslips/${id}`,
  }));

/** Wages that fall due this month and that nobody has collected. */
export const ofUncollected = (waiting: readonly NodeBody<'UncollectedBody'>[]): readonly InboxItem[] =>
  waiting
    .filter(({ count }) => count > 0)
    .map(({ entity, name, period, count, firstDue }) => ({
      kind: 'wages-to-collect',
      id: entity,
      about: name,
      counted: ['desk.run.count', count],
      detail: null,
      since: null,
      deadline: firstDue,
      amount: null,
      to: `/staff/payroll/${period}`,
    }));

/** Runs that wait for somebody else than those who prepared them, and approved ones that nobody has published. */
export const ofRuns = (runs: readonly NodeBody<'RunBody'>[], email: string): readonly InboxItem[] =>
  runs.flatMap(({ id, state, period, total, steps }) => {
    const isOwn = steps.some(({ act, by }) => (act === 'collected' || act === 'retried') && by === email);
    const kind = state === 'approved' ? 'run-to-publish' : state === 'checking' && !isOwn ? 'run-to-check' : null;
    if (!kind) return [];
    const since = steps.at(-1)?.at ?? null;
    return [
      { kind, id, about: period, detail: null, since, deadline: null, amount: total, to: `/staff/payroll/${period}` },
    ];
  });

export const ofHeldInvoices = (
  held: readonly NodeBody<'HeldBody'>[],
  missions: readonly Mission[],
): readonly InboxItem[] =>
  held.map(({ mission, detail, since }) => ({
    kind: 'invoice-held',
    id: mission,
    about: nameOf(mission, missions),
    detail,
    since,
    deadline: null,
    amount: null,
    to: `/staff/invoices/${mission}`,
  }));

export const ofBankLines = (lines: readonly NodeBody<'BankLineBody'>[]): readonly InboxItem[] =>
  lines.map(({ id, counterparty, text, bookedOn, amount }) => ({
    kind: 'bank-line',
    id,
    about: counterparty ?? text,
    detail: null,
    since: bookedOn,
    deadline: null,
    amount,
    to: `/staff/bank?line=${id}`,
  }));

/** What another branch proposes waits for our word; what is disputed waits for an outcome. */
export const ofObligations = (obligations: readonly NodeBody<'ObligationBody'>[]): readonly InboxItem[] =>
  obligations
    .filter(({ state, proposer, peer }) => state === 'held' || (state === 'proposed' && proposer === peer))
    .map(({ id, state, debtor, creditor, text, amount, due, proposedAt }) => ({
      kind: state === 'held' ? 'obligation-disputed' : 'obligation-proposed',
      id,
      about: `${debtor} → ${creditor} · ${text}`,
      detail: null,
      since: proposedAt,
      deadline: due,
      amount,
      to: `/staff/obligations/${id}`,
    }));

export const ofFundAlarms = (
  alarms: readonly NodeBody<'AlarmBody'>[],
  missions: readonly Mission[],
): readonly InboxItem[] =>
  alarms.map(({ payslip, mission, paidOn, open }) => ({
    kind: 'fund-alarm',
    id: payslip,
    about: mission === null ? '' : nameOf(mission, missions),
    detail: null,
    since: paidOn,
    deadline: paidOn,
    amount: open,
    to: '/staff/guarantee',
  }));

/** What rooms have ordered goes to the bank the same day: a wage that lies here is not paid. */
export const ofWaiting = (groups: readonly NodeBody<'WaitingBody'>[]): readonly InboxItem[] =>
  groups.map(({ entity, count, since, sum }) => ({
    kind: 'payout-to-prepare',
    id: `${entity} ${sum.currency}`,
    about: '',
    counted: ['desk.inbox.transfers', count],
    detail: null,
    since,
    deadline: since,
    amount: sum,
    to: '/staff/payouts',
  }));

/** Files for the bank that wait for a second person, due on the day they were prepared: wages are. */
export const ofPayouts = (payouts: readonly NodeBody<'PayoutBody'>[]): readonly InboxItem[] =>
  payouts.map(({ id, preparedBy, preparedAt, sum }) => ({
    kind: 'payout-to-approve',
    id,
    about: preparedBy,
    detail: null,
    since: preparedAt,
    deadline: preparedAt.slice(0, 10),
    amount: sum,
    to: `/staff/payouts/${id}`,
  }));

/** What is to be completed, corrected or handed in, and whatever is late; what the authority has in time can wait. */
export const ofDeclarations = (declarations: readonly NodeBody<'DeclarationBody'>[]): readonly InboxItem[] =>
  declarations
    .filter(({ state, awaitsAnswer }) => state === 'late' || !awaitsAnswer)
    .map(({ id, state, localName, number, title, reason, dueOn }) => ({
      kind: 'declaration',
      id,
      about: `${localName} ${number} · ${title}`,
      detail: reason,
      since: null,
      deadline: dueOn,
      isLate: state === 'late',
      amount: null,
      to: `/staff/declarations/${id}`,
    }));

const lateStates: readonly string[] = ['late', 'partial', 'unpaid', 'defaulted'];

export const ofLegs = (legs: readonly NodeBody<'OpenLegBody'>[]): readonly InboxItem[] =>
  legs
    .filter(({ state, role }) => lateStates.includes(state) || role === 'payer')
    .map(({ id, state, peer, role, missing, paymentDate }) => ({
      kind: 'payment-late',
      id,
      about: role === 'payer' ? `→ ${peer}` : `${peer} →`,
      detail: id,
      since: null,
      deadline: paymentDate,
      isLate: lateStates.includes(state),
      amount: missing,
      to: '/staff/partners',
    }));

/** The nearest deadline first; what has none comes after, the oldest first. */
export const byDeadline = (items: readonly InboxItem[]): readonly InboxItem[] =>
  [...items].sort((one, other) => keyOf(one).localeCompare(keyOf(other)));

const keyOf = ({ deadline, since, id }: InboxItem): string => `${deadline ?? '9999-12-31'} ${since ?? ''} ${id}`;

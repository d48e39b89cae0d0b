import type { NodeBody } from '../../api/node.js';
import { type Activity, isJoined } from '../budget/budgets.js';
import { contractPage } from '../contract-page.js';
import type { Terms } from '../mission-list.js';

/** Something that waits for the worker herself. */
export interface Todo {
  readonly kind: 'sign' | 'sign-wage' | 'correct' | 'hand-in' | 'report' | 'join' | 'accept' | 'claim';
  readonly id: string;
  /** The page on which it is done. */
  readonly at: string;
  /** Which mission, activity or expense it is about. */
  readonly about: string;
  /** The last day for it; null where nothing is lost by waiting. */
  readonly by: string | null;
}

/** What the node knows of her that may wait for her. */
export interface Open {
  readonly member: string;
  /** The day it is at her cooperative. */
  readonly today: string;
  readonly contracts: readonly NodeBody<'ContractBody'>[];
  readonly missions: readonly NodeBody<'MissionBody'>[];
  readonly activities: readonly Activity[];
  readonly grants: readonly NodeBody<'GrantBody'>[];
  readonly expenses: readonly NodeBody<'ExpenseBody'>[];
}

const shownAtMost = 5;

/** What waits for her, the most urgent first: what has a last day before what has none. As many as one takes in. */
export function todosOf(open: Open): readonly Todo[] {
  const all = [
    ...contracts(open),
    ...missions(open),
    ...worked(open),
    ...invitations(open),
    ...grants(open),
    ...claims(open),
  ];
  const last = '9999';
  return all.sort((one, other) => (one.by ?? last).localeCompare(other.by ?? last)).slice(0, shownAtMost);
}

const contracts = (open: Open): readonly Todo[] =>
  open.contracts
    .filter(({ state }) => state === 'open')
    .map(({ id, mission, reference, due }) => ({
      kind: mission === null ? 'sign-wage' : 'sign',
      id,
      at: contractPage({ mission }),
      about: mission === null ? '' : reference,
      by: due,
    }));

const missions = (open: Open): readonly Todo[] =>
  open.missions
    .filter(({ state }) => state === 'changes_requested' || state === 'draft')
    .map(({ id, state, terms }) => {
      const { work, first } = terms as unknown as Terms;
      return {
        kind: state === 'draft' ? 'hand-in' : 'correct',
        id,
        at: `/missions/${id}/change`,
        about: work,
        by: first,
      };
    });

/** Nothing is billed and no payslip is made before she says that the work is done. */
const worked = ({ missions: all, today }: Open): readonly Todo[] =>
  all.flatMap(({ id, state, terms }) => {
    const { work, last } = terms as unknown as Terms;
    return state === 'active' && last <= today
      ? [{ kind: 'report' as const, id, at: `/missions/${id}`, about: work, by: last }]
      : [];
  });

const invitations = ({ activities, member }: Open): readonly Todo[] =>
  activities
    .filter((one) => !isJoined(one, member))
    .map(({ id, name }) => ({ kind: 'join', id, at: '/budget', about: name, by: null }));

const grants = (open: Open): readonly Todo[] => {
  const led = open.activities.filter(({ participants }) =>
    participants.some(({ member, role }) => member === open.member && role === 'lead'),
  );
  return open.grants
    .filter(({ state, receiver }) => state === 'offered' && led.some(({ id }) => id === receiver))
    .map(({ id, text }) => ({ kind: 'accept', id, at: '/budget', about: text, by: null }));
};

const claims = ({ expenses }: Open): readonly Todo[] =>
  expenses
    .filter(({ state }) => state === 'draft')
    .map(({ id, form }) => ({ kind: 'claim', id, at: `/expenses/${id}`, about: form.purpose ?? '', by: null }));

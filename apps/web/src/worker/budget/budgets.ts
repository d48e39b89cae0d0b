import { useQuery } from '@tanstack/react-query';
import { type NodeBody, askNode } from '../../api/node.js';
import { negated } from '../../parts/signed.js';

export type Activity = NodeBody<'ActivityBody'>;
export type Budget = NodeBody<'ActivityBudgetBody'>;

/** Her own activity first, then those she shares with others or is asked to. */
export const useActivities = () =>
  useQuery({
    queryKey: ['activities'],
    queryFn: async ({ signal }) => {
      const read = async (kind: 'personal' | 'collective') =>
        (await askNode('get', '/api/v1/activities', { query: { kind, limit: 200 }, signal })).items;
      return [...(await read('personal')), ...(await read('collective'))];
    },
  });

/** What an activity has and may spend. */
export const useBudget = (id: string | undefined) =>
  useQuery({
    queryKey: ['activities', id, 'budget'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/activities/{id}/budget', { path: { id: id! }, signal }),
    enabled: id !== undefined,
  });

/** True once she takes part; before that it is an invitation. */
export const isJoined = ({ kind, participants }: Activity, member: string): boolean =>
  kind === 'personal' || participants.some((one) => one.member === member && one.joinedAt !== null);

/** A line of the sum behind what is available: its name in the budget, and whether it adds or takes. */
export interface SumLine {
  readonly name: LineName;
  readonly amount: { readonly amount: string; readonly currency: string };
}

const added = ['collected', 'carried', 'received', 'other'] as const;
const taken = ['contribution', 'paidWages', 'plannedWages', 'expenses', 'reserved', 'granted'] as const;
export type LineName = (typeof added)[number] | (typeof taken)[number];

/** The lines that sum to what is available, in the order in which one thinks of them; what is zero says nothing. */
export function sumOf(budget: Budget): readonly SumLine[] {
  const order: readonly LineName[] = [...added.slice(0, 2), ...taken, ...added.slice(2)];
  return order
    .map((name) => ({ name, amount: isTaken(name) ? negated(budget[name]) : budget[name] }))
    .filter(({ name, amount }) => name === 'collected' || !isZero(amount.amount));
}

const isTaken = (name: LineName): boolean => (taken as readonly string[]).includes(name);

export const isZero = (amount: string): boolean => /^-?[0.]+$/.test(amount);

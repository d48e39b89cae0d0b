import type { Branch } from '../../invoicing/testing/branch.js';
import { Activities } from '../activities.service.js';
import { ActivitiesStore } from '../activities.store.js';
import { BudgetSources } from '../budget-source.js';
import { Budgets } from '../budgets.service.js';
import { SetAsides } from '../set-asides.service.js';
import { SetAsidesStore } from '../set-asides.store.js';

/** Activities and their budgets over the rooms of a branch, as the node wires them. */
export function openActivities(branch: Branch) {
  const { books, cooperative, invoices, members, missions, facts, clock, ids } = branch;
  const sources = new BudgetSources();
  const store = new SetAsidesStore();
  const activities = new Activities({ store: new ActivitiesStore(), members, facts, clock, ids });
  const setAsides = new SetAsides({ store, activities, sources, missions, facts, clock });
  const budgets = new Budgets({ setAsides: store, sources, books, cooperative, invoices, missions });
  return { activities, budgets, setAsides, sources };
}

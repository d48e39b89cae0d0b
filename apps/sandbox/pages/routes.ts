import type { Page } from 'playwright-core';
import type { Person } from '../people.js';

/**
 * Every route of the pages, by the role that looks at it here. A name in it (`:id`) stands for the first one that the
 * API lists to that role. A route that the router knows and this list does not is refused by `routes.spec.ts`.
 */
export const routes = {
  worker: [
    '/',
    '/login',
    '/password',
    '/simulate?country=BE&amount=1000&first=2026-03-23&last=2026-03-27&days=5',
    '/missions',
    '/missions/new',
    '/missions/:id',
    '/missions/:id/change',
    '/payslips',
    '/payslips/:id',
    '/expenses',
    '/expenses/:id',
    '/budget',
    '/documents',
    '/notifications',
    '/me/notifications',
    '/me/data',
    '/me/second-factor',
  ],
  adviser: [
    '/staff/inbox',
    '/staff/people',
    '/staff/people/new',
    '/staff/people/:id',
    '/staff/clients',
    '/staff/clients/:id',
    '/staff/missions/:id',
    '/staff/missions/:id/amend',
    '/staff/invoices/:id',
    '/staff/rules',
  ],
  payroll: [
    '/staff/inbox',
    '/staff/declarations?state=all',
    '/staff/declarations/:id',
    '/staff/payroll',
    '/staff/payroll/:period',
    '/staff/payroll/:period/:id/done',
    '/staff/payslips/:id',
  ],
  finance: [
    '/staff/bank',
    '/staff/bank/:id/done',
    '/staff/refunds/:id/done',
    '/staff/payouts',
    '/staff/payouts/:id',
    '/staff/payouts/:id/done',
    '/staff/recovery',
    '/staff/recovery/:id',
    '/staff/recovery/:id/done',
    '/staff/recovery/:id/credited',
    '/staff/policies',
    '/staff/guarantee',
    '/staff/guarantee/:id/done',
    '/staff/partners',
    '/staff/obligations/:id',
    '/staff/expenses/:id',
    '/staff/expenses/:id/done',
  ],
  sysadmin: ['/system', '/staff/inbox', '/system/keys', '/staff/trail', '/status', '/accessibility'],
  fedadmin: [
    '/login',
    '/status',
    '/accessibility',
    '/me/second-factor',
    '/federation',
    '/federation/positions',
    '/federation/cycles',
    '/federation/cycles/:id',
    '/federation/stuck',
    '/federation/ageing',
    '/federation/alarms',
    '/federation/keys',
    '/federation/trail',
  ],
} as const satisfies Readonly<Record<Person['role'], readonly string[]>>;

/** Where the API lists what stands under a path. */
const lists: Readonly<Record<string, string>> = {
  '/staff/people': 'members',
  '/staff/declarations': 'declarations?state=all',
  '/staff/invoices': 'invoices/held',
  '/staff/payslips': 'payroll/problems',
  '/staff/bank': 'bank/lines',
  '/staff/refunds': 'client-refunds',
  '/staff/guarantee': 'guarantee/entries',
  '/staff/payroll/:period': 'payroll-runs',
};

/** The month in which the story pays its wages. */
const period = '2026-04';

/** What stands for the name of a thing that the sandbox has none of: its page says that it is not there. */
export const absent = 'nothing';

/** The addresses of the routes that this role looks at, as they are in the program that the page belongs to. */
export async function addressesOf(page: Page, role: Person['role']): Promise<readonly string[]> {
  return Promise.all(
    routes[role].map(async (route) => {
      const path = route.split('/:id')[0]!;
      const id = path === route ? '' : await firstOf(page, lists[path] ?? path.split('/').at(-1)!);
      return route.replace(':id', id).replace(':period', period);
    }),
  );
}

async function firstOf(page: Page, list: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/${list}`);
  const { items } = (await answer.json()) as {
    readonly items: readonly { id?: string; invoice?: string; mission?: string }[];
  };
  return items[0]?.id ?? items[0]?.invoice ?? items[0]?.mission ?? absent;
}

import { strict as assert } from 'node:assert';
import type { Browser, Page } from 'playwright-core';
import type { Person } from '../people.js';

/** A visit of one person to the pages of one program; whatever the page itself complains about is kept. */
export interface Visit {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Opens a fresh visit in a language. */
export async function visit(browser: Browser, baseURL: string, locale = 'fr-BE'): Promise<Visit> {
  const context = await browser.newContext({ baseURL, locale, timezoneId: 'Europe/Brussels' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Being asked to sign in is an answer, not a fault of the page.
    if (message.type() === 'error' && !/status of 401/.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints };
}

/** Signs in as a person does: on the page, with the keyboard. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto('/login');
  await page.locator('input[type=email]').fill(person.email);
  await page.locator('input[type=password]').fill(person.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
}

/** The pages a worker can open, with a mission and a payslip of hers. */
export async function workerAddresses(page: Page): Promise<readonly string[]> {
  const first = async (list: string): Promise<string> => {
    const answer = await page.request.get(`/api/v1/${list}?limit=50`);
    const { items } = (await answer.json()) as { readonly items: readonly { readonly id: string }[] };
    assert(items[0], `there is no ${list} to look at`);
    return `/${list}/${items[0].id}`;
  };
  const simulation = '/simulate?country=BE&amount=1000&first=2026-03-23&last=2026-03-27&days=5';
  return ['/', simulation, '/missions', await first('missions'), '/payslips', await first('payslips')];
}

import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Locator, Page, Request } from 'playwright-core';
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
  underWay.set(page, requestsOf(page));
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Being asked to sign in is an answer, not a fault of the page.
    if (message.type() === 'error' && !/status of 401/.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints };
}

/** What each page has asked and not heard yet. A stream of events never ends, so it does not count. */
const underWay = new WeakMap<Page, ReadonlySet<Request>>();

function requestsOf(page: Page): ReadonlySet<Request> {
  const asked = new Set<Request>();
  page.on('request', (request) => request.resourceType() !== 'eventsource' && asked.add(request));
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => asked.delete(request));
  return asked;
}

/** Resolves when the page has a heading and has asked nothing for half a second. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  const asked = underWay.get(page);
  assert(asked, 'the page belongs to a visit');
  const end = Date.now() + 30_000;
  for (let quiet = 0; quiet < 10; quiet = asked.size === 0 ? quiet + 1 : 0) {
    assert(Date.now() < end, `${page.url()} never comes to rest`);
    await pause(50);
  }
}

/** Signs in as a person does: on the page, with the keyboard. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto('/login');
  await page.locator('input[type=email]').fill(person.email);
  await page.locator('input[type=password]').fill(person.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/login');
}

/** Goes on with the keyboard until that element has the focus, as somebody does who has no mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < 120; steps += 1) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not reach it');
}

/** Reaches a button or a link with the keyboard, and presses it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Reaches a field with the keyboard, and types into it. */
export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** Gives the browser a device that keeps passkeys and knows by a finger whose they are. */
export async function giveDevice(page: Page): Promise<void> {
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('WebAuthn.enable');
  const hand = { isUserVerified: true, automaticPresenceSimulation: true };
  await chromium.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, ...hand },
  });
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
  const rooms = [
    'missions',
    'missions/new',
    'payslips',
    'expenses',
    'budget',
    'documents',
    'notifications',
    'me/notifications',
    'me/data',
  ];
  const opened = await Promise.all(['missions', 'payslips'].map(first));
  return ['/', simulation, ...rooms.map((room) => `/${room}`), ...opened];
}

/** The desk as each of a branch's roles finds it. */
export const deskAddresses = {
  adviser: ['/staff/inbox', '/staff/people', '/staff/clients', '/staff/rules'],
  payroll: ['/staff/inbox', '/staff/declarations?state=all', '/staff/payroll/2026-04'],
  finance: ['/staff/bank', '/staff/payouts', '/staff/policies', '/staff/guarantee', '/staff/partners'],
} as const;

/** What each role looks at one by one: a file for the bank, a declaration. */
const lists = { adviser: [], payroll: ['declarations?state=all'], finance: ['payouts'] } as const;

/** The first one of each list that a role decides about. */
export async function openedAddresses(page: Page, role: keyof typeof lists): Promise<readonly string[]> {
  const opened = lists[role].map(async (list) => {
    const { items } = (await (await page.request.get(`/api/v1/${list}`)).json()) as {
      readonly items: readonly [{ readonly id: string }];
    };
    return `/staff/${list.split('?')[0]}/${items[0].id}`;
  });
  return Promise.all(opened);
}

/** The console of the federation, with a cycle of it. */
export async function consoleAddresses(page: Page): Promise<readonly string[]> {
  const { items } = (await (await page.request.get('/api/v1/cycles')).json()) as {
    readonly items: readonly { readonly id: string }[];
  };
  const rooms = ['positions', 'cycles', 'stuck', 'ageing', 'alarms'].map((room) => `/federation/${room}`);
  return ['/federation', ...rooms, ...items.slice(0, 1).map(({ id }) => `/federation/cycles/${id}`)];
}

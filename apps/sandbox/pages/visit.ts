import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Locator, Page, Request } from 'playwright-core';
import type { Person } from '../people.js';

/** A visit of one person to the pages of one program; whatever the page itself complains about is kept. */
export interface Visit {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Opens a fresh visit in a language. */
export async function visit(
  browser: Browser,
  baseURL: string,
  locale = 'fr-BE',
  more: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ baseURL, locale, timezoneId: 'Europe/Brussels', ...more });
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

/** Ends the session behind the page, which learns of it when that is pressed, or by itself a moment before. */
export async function endSession(page: Page, button: Locator): Promise<void> {
  await page.context().clearCookies();
  const asked = page.locator('input[type=password]');
  while (!(await asked.isVisible())) {
    await button.click({ timeout: 1000 }).catch(() => undefined);
    await pause(50);
  }
}

/** Signs in where a session ended while a page was open, and has the page back. */
export async function signInAgain(page: Page, { email, password }: Person): Promise<void> {
  // The page that waits behind it may have an address of its own.
  await holds(page.locator('input[type=email][autocomplete=username]'), email);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('input[type=password]').waitFor({ state: 'detached' });
}

/** Waits until a field says that. */
export async function holds(field: Locator, text: string): Promise<void> {
  await field.waitFor();
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await field.inputValue()) === text) return;
    await pause(50);
  }
  throw new Error(`the field says "${await field.inputValue()}"`);
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

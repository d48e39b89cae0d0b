import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Federation } from '../federation.js';
import type { Person } from '../people.js';
import { agree, confirm, register } from '../stories/border.js';
import type { Scene } from '../stories/scene.js';
import { type Form, fillIn, goesWell, goesWrong, losesNothing } from './forms.js';
import { workUnpaid } from './season.js';
import { staged } from './testing/stage.js';
import { holds, signIn, visit } from './visit.js';

// A federation of real processes and a real browser.
jest.setTimeout(4 * 60_000);

let federation: Federation;
let browser: Browser;
let scene: Scene;
/** Amina's mission in Paris, of which nobody at the desk has said anything yet. */
let mission: string;

staged(async (stage) => {
  ({ federation, browser, scene } = stage);
  const registered = await register(scene);
  await agree(scene, registered);
  await confirm(scene, registered.mission);
  mission = registered.mission;
});

const person = (role: Person['role']): Person =>
  federation.people.find((one) => one.role === role && (one.at === 'be' || one.at === 'federation'))!;

/** Signs in as somebody with that role, and opens a page. */
async function opened(role: Person['role'], address: string, more: BrowserContextOptions = {}): Promise<Page> {
  const url = role === 'fedadmin' ? federation.centre.url : federation.node('be').url;
  const { page } = await visit(browser, url, 'en-GB', more);
  await signIn(page, person(role));
  await page.getByTestId('lang-switch').selectOption('en');
  await page.goto(address);
  return page;
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

describe('a form with more than one field', () => {
  it('lists what is wrong, has the focus there, and leads to each field until it is mended', async () => {
    const page = await opened('adviser', '/staff/people/new');
    await page.locator('form button[type=submit]').last().click();
    const summary = page.getByTestId('error-summary');
    await summary.waitFor();
    expect(await hasFocus(summary)).toBe(true);
    const [first, ...others] = await summary.getByRole('link').all();
    expect(others.length).toBeGreaterThan(0);
    const before = others.length;
    await first!.click();
    const field = page.locator('[aria-invalid=true]').first();
    expect(await hasFocus(field)).toBe(true);
    await field.fill('Ana Peeters');
    await summary.getByRole('link').nth(before).waitFor({ state: 'detached' });
    expect(await summary.getByRole('link').count()).toBe(before);
  });
});

describe('what the cooperative knows about a posting', () => {
  const facts: Form = {
    what: 'what the cooperative knows about a posting',
    who: 'adviser',
    at: () => `/staff/missions/${mission}`,
    in: (page) => page.getByTestId('posting-facts'),
    good: {
      'Kind of work there': 'live-performance',
      'Does the cooperative do real work': 'yes',
      'take the place of another posted person': 'no',
      'hired in order to be sent': 'no',
    },
    bad: [],
    send: 'Record these answers',
    writes: /posting-facts$/,
  };

  it('opens the question of the law, and nothing is lost on the way', async () => {
    const page = await opened('adviser', `/staff/missions/${mission}`);
    await page.locator('[data-gate=legislation][data-state=open]').waitFor();
    await losesNothing(page, facts, person(facts.who));
    await goesWell(page, facts);
    await page.locator('[data-gate=legislation][data-state=passed]').waitFor();
  });

  it('is asked of the second of two people', async () => {
    const page = await opened('adviser', `/staff/missions/${mission}`);
    const real = (at: Page): Locator => facts.in(at).getByLabel('Does the cooperative do real work');
    const record = (at: Page): Promise<void> => facts.in(at).getByRole('button', { name: 'Record these' }).click();
    await real(page).selectOption('unknown');
    const twin = await page.context().newPage();
    await twin.goto(page.url());
    await facts.in(twin).getByLabel('hired in order to be sent').selectOption('unknown');
    await record(twin);
    await twin.locator('[data-gate=legislation][data-state=passed]').waitFor();
    await twin.close();
    await record(page);
    await page.getByTestId('meanwhile').waitFor();
    expect(await real(page).inputValue()).toBe('unknown');
  });
});

describe('a day or a moment', () => {
  it('says how far it is by the clock of the cooperative', async () => {
    const page = await opened('worker', `/missions/${mission}`);
    const times = page.locator('main time');
    await times.first().waitFor();
    for (const time of await times.all())
      expect(await time.getAttribute('title')).toMatch(/ago|in |today|yester|tomor/);
    const [today] = await times.evaluateAll((all) =>
      all
        .filter((time) => time.getAttribute('datetime')!.startsWith('2026-03-16'))
        .map((time) => time.getAttribute('title')),
    );
    expect(today).toBe('today');
  });

  it('that is a deadline names its time zone to whoever reads by other clocks', async () => {
    const inLisbon = await opened('adviser', '/staff/inbox', { timezoneId: 'Europe/Lisbon' });
    const deadline = (page: Page): Locator => page.locator('[data-testid=inbox-item] .state time').first();
    await deadline(inLisbon).filter({ hasText: 'Central European Time' }).waitFor();
    const inBrussels = await opened('adviser', '/staff/inbox');
    await deadline(inBrussels).waitFor();
    expect(await deadline(inBrussels).textContent()).not.toContain('Time');
  });
});

describe('what moves money', () => {
  // A second mission, worked at home for a client who does not pay.
  beforeAll(() => workUnpaid(scene));

  /** The page that confirms it: its reference, the same after a reload. */
  async function confirmed(page: Page, path: RegExp): Promise<string> {
    await page.waitForURL((url) => path.test(url.pathname));
    const reference = await page.getByTestId('done-reference').textContent();
    await page.reload();
    await page.getByTestId('done-reference').filter({ hasText: reference! }).waitFor();
    expect(await page.getByTestId('done-next').locator('li').count()).toBeGreaterThan(0);
    return reference!;
  }

  it('from the wages of a month to the file for the bank is confirmed at each step, with a reference', async () => {
    const payroll = await opened('payroll', '/staff/payroll/2026-06');
    await payroll.getByRole('button', { name: 'Collect and compute them' }).click();
    await payroll.locator('[data-testid=payroll-run][data-state=checking]').waitFor();
    const finance = await opened('finance', '/staff/payroll/2026-06');
    await finance.getByRole('button', { name: /^Approve \d+ payslip/ }).click();
    expect(await confirmed(finance, /payroll\/2026-06\/run_\w+\/done$/)).toMatch(/^run_/);

    await payroll.goto('/staff/payouts');
    await payroll
      .getByRole('button', { name: /^Prepare / })
      .first()
      .click();
    const id = await confirmed(payroll, /payouts\/\w+\/done$/);
    await finance.goto(`/staff/payouts/${id}`);
    const approve = finance.getByRole('button', { name: /^Approve / });
    await approve.click();
    await finance.getByTestId('confirm').fill((await approve.textContent())!.replace('Approve ', ''));
    await approve.dblclick();
    expect(await confirmed(finance, /payouts\/\w+\/done$/)).toBe(id);
    await finance
      .getByTestId('done-next')
      .getByRole('link', { name: /Download/ })
      .waitFor();
  });

  it('takes an invoice back in part, says at its fields what is wrong, and acts once', async () => {
    const page = await opened('finance', '/staff/recovery');
    await page.locator('tbody').getByRole('link').first().click();
    await page.getByTestId('credit-note').waitFor();
    const { pathname } = new URL(page.url());
    const [number] = /[\w-]*\d[\w-]*/.exec((await page.locator('h1').textContent())!)!;
    const form: Form = {
      what: 'an invoice that is taken back',
      who: 'finance',
      at: () => pathname,
      in: (at) => at.getByTestId('credit-note').locator('form'),
      good: {
        'How much of it': 'part',
        'Amount without VAT': '10,50',
        'Why, as the client reads it': 'One song was not played',
        'To confirm, type': number,
      },
      understood: ['Amount without VAT', /10\.50/],
      bad: [
        ['Amount without VAT', ''],
        ['Amount without VAT', '1.234'],
        ['Amount without VAT', '99999'],
        ['Why, as the client reads it', '   '],
        ['To confirm, type', 'another number'],
      ],
      send: 'Issue the credit note',
      isAskedAgain: true,
      leadsTo: /recovery\/\w+\/credited$/,
      writes: /credit-notes$/,
    };
    await goesWrong(page, form);
    await losesNothing(page, form, person('finance'));
    await goesWell(page, form);
    expect(await confirmed(page, /recovery\/\w+\/credited$/)).toMatch(/\d/);
  });

  it('gives up an invoice, and says under which number and who bears it', async () => {
    const page = await opened('finance', '/staff/recovery');
    await page.locator('tbody').getByRole('link').first().click();
    const heading = page.locator('h1').filter({ hasText: /\d/ });
    const [number] = /[\w-]*\d[\w-]*/.exec((await heading.textContent())!)!;
    const giveUp = page.getByRole('button', { name: /^Give up/ });
    await giveUp.click();
    await page.getByLabel('Why it will not come').fill('The business was wound up');
    await page.getByTestId('confirm').fill(number);
    await giveUp.click();
    expect(await confirmed(page, /recovery\/\w+\/done$/)).toBe(number);
  });
});

describe('a table of the worker', () => {
  it('is put in order by its heads, stays so by its address, and is saved for programs', async () => {
    const page = await opened('worker', '/missions');
    const price = page.getByRole('columnheader', { name: 'Price without VAT' });
    await price.getByRole('button').click();
    await page.waitForURL((url) => url.searchParams.get('missions.sort') === 'price');
    await page.reload();
    await page.getByRole('columnheader', { name: 'Price without VAT' }).waitFor();
    expect(await price.getAttribute('aria-sort')).toBe('ascending');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByTestId('csv').click()]);
    expect(saved.suggestedFilename()).toBe('missions.csv');
    const [head, first] = readFileSync(await saved.path(), 'utf8').split('\r\n');
    expect(head).toBe('work,state,days,client,price,priceCurrency');
    expect(first).toMatch(/^Two concerts and a workshop,.*,Festival des Lilas,[\d.]+,EUR$/);
  });
});

describe('the status of the federation’s program', () => {
  it('says to anybody that reports wait while its NATS server is away, and that they come again', async () => {
    const { page } = await visit(browser, federation.centre.url, 'en-GB');
    await page.goto('/status');
    const reports = page.getByRole('row', { name: /What the cooperatives report/ });
    // The page looks again every half minute.
    const becomes = (state: string): Promise<void> => reports.filter({ hasText: state }).waitFor({ timeout: 90_000 });
    await becomes('works');
    await federation.centre.nats.stop();
    await becomes('takes longer');
    await page.getByText('Most things work; some take longer.').waitFor();
    await federation.centre.nats.start();
    await becomes('works');
  });
});

describe('an alarm of the federation', () => {
  const why = 'Why it may stand';
  const silent = (at: Page): Locator => at.locator('[data-testid=alarm][data-state=node-silent]');
  // Its sentence says for how long, which goes on; whom it is about stays.
  const ofSweden = (at: Page): Locator =>
    at.getByTestId('alarm').filter({ has: at.locator('.state', { hasText: /^se$/ }) });
  const form: Form = {
    what: 'an alarm that may stand',
    who: 'fedadmin',
    at: () => '/federation/alarms',
    in: ofSweden,
    good: { 'For how long': 'month', [why]: 'The machine is moved today' },
    bad: [
      [why, ''],
      [why, '   '],
    ],
    send: /^Let it stand/,
    writes: /alarms\/[^/]+\/acknowledge$/,
  };

  it('is acknowledged with a reason, once, and whoever was about to do the same is told who was first', async () => {
    await federation.node('se').app.stop();
    const page = await opened('fedadmin', '/federation/alarms');
    await silent(page).waitFor({ timeout: 120_000 });
    await goesWrong(page, form);
    await losesNothing(page, form, person('fedadmin'));
    const twin = await page.context().newPage();
    await twin.goto('/federation/alarms');
    await fillIn(twin, form, { [why]: 'Somebody is on the way' });
    // A browser draws only what is in front, and nobody presses what is not drawn.
    await page.bringToFront();
    await goesWell(page, form);
    await twin.bringToFront();
    await ofSweden(twin).and(twin.locator('[data-state=acknowledged]')).waitFor();
    await holds(ofSweden(twin).getByLabel(why), 'Somebody is on the way');
    await ofSweden(twin).getByRole('button', { name: 'Let it stand longer' }).click();
    const meanwhile = ofSweden(twin).getByTestId('meanwhile');
    await meanwhile
      .filter({ hasText: person('fedadmin').email })
      .filter({ hasText: form.good[why]! })
      .waitFor();
    await holds(ofSweden(twin).getByLabel(why), 'Somebody is on the way');
    await meanwhile.getByRole('button', { name: 'Keep mine' }).click();
    await ofSweden(twin).getByText('Somebody is on the way').waitFor();
    await meanwhile.waitFor({ state: 'detached' });
  });
});

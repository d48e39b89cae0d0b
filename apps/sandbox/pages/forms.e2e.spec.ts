import { jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Federation } from '../federation.js';
import type { Person } from '../people.js';
import { agree, confirm, register } from '../stories/border.js';
import { postingFacts } from '../stories/gates.js';
import { type Scene, act } from '../stories/scene.js';
import { type Form, goesWell, goesWrong, losesNothing, part } from './forms.js';
import { newestLink } from './letters.js';
import { workAtHome } from './season.js';
import { staged } from './testing/stage.js';
import { signIn, visit } from './visit.js';

// A federation of real processes and a real browser.
jest.setTimeout(2 * 60_000);

let federation: Federation;
let browser: Browser;
/** Amina's mission in Paris, whose formalities are open. */
let mission: string;
let scene: Scene;

staged(async (stage) => {
  ({ federation, browser, scene } = stage);
  const registered = await register(scene);
  await agree(scene, registered);
  await confirm(scene, registered.mission);
  await act(scene.branch('be').adviser, `/missions/${registered.mission}/posting-facts`, postingFacts);
  mission = registered.mission;
});

const person = (role: Person['role']): Person =>
  federation.people.find((one) => one.role === role && (one.at === 'be' || one.at === 'federation'))!;

const opened = async (form: Form): Promise<Page> => {
  const { page } = await visit(browser, federation.node('be').url, 'en-GB');
  page.setDefaultTimeout(8_000);
  await signIn(page, person(form.who));
  await page.getByTestId('lang-switch').selectOption('en');
  await page.goto(await form.at(page));
  return page;
};

/** The first client that the desk lists. */
const clientOf = async (page: Page): Promise<string> => {
  const { items } = (await (await page.request.get('/api/v1/clients')).json()) as { items: { id: string }[] };
  return `/staff/clients/${items[0]!.id}`;
};

/** A form more is a line more. */
const forms: readonly Form[] = [
  {
    what: 'a new member',
    who: 'adviser',
    at: () => '/staff/people/new',
    in: (page) => page.locator('main form'),
    good: {
      Name: 'Inès Martin',
      'E-mail': 'ines@demo.example',
      Work: 'dancer',
      'Account for her wages (IBAN)': 'BE68 5390 0754 7034',
    },
    bad: [
      ['Name', '   '],
      ['E-mail', 'ines'],
      ['E-mail', 'amina@demo.example'],
      ['Work', ''],
      ['Account for her wages (IBAN)', 'BE00 0000 0000 0000'],
    ],
    send: 'Take her in',
    isExact: true,
    leadsTo: /people\/mem_/,
    writes: /members$/,
  },
  {
    what: 'the request for an A1 certificate',
    who: 'adviser',
    at: () => `/staff/missions/${mission}`,
    in: (page) => part(page, 'A1'),
    good: { 'Reference of the institution': 'BE-A1-2026-004711' },
    bad: [['Reference of the institution', 'no spaces, please']],
    send: 'Record this',
    writes: /missions\/[^/]+\/a1$/,
  },
  {
    what: 'an answer for a certificate that has not come',
    who: 'adviser',
    at: () => `/staff/missions/${mission}`,
    in: (page) => page.locator('form').filter({ has: page.getByRole('button', { name: 'Answer for the missing A1' }) }),
    good: { Reason: 'The institution said by telephone that it is on its way' },
    bad: [
      ['Reason', ''],
      ['Reason', '   '],
    ],
    send: 'Answer for the missing A1',
    writes: /overrides$/,
  },
  {
    what: 'what a client buys as',
    who: 'adviser',
    at: clientOf,
    in: (page) => page.getByRole('form', { name: 'Tax' }),
    good: { 'Buys as': 'taxable', 'VAT number': 'FR83404833048' },
    bad: [['VAT number', 'FR12345678901']],
    send: 'Keep this for the next invoices',
    writes: /clients\/[^/]+\/tax$/,
  },
  {
    what: 'a decision of the members',
    who: 'finance',
    at: () => '/staff/policies',
    in: (page) => page.getByRole('form', { name: 'Record a decision' }),
    good: {
      'New value': '1.234',
      'First day on which it holds': '2027-01-01',
      'Who decided, where and when': 'Assembly',
    },
    understood: ['New value', /1\.234%/],
    bad: [
      ['New value', ''],
      ['New value', 'six'],
      ['First day on which it holds', ''],
      ['First day on which it holds', '2026-01-01'],
      ['Who decided, where and when', ''],
    ],
    send: 'Record the decision',
    writes: /policies$/,
  },
  {
    what: 'the limit of a partner',
    who: 'finance',
    at: () => '/staff/partners',
    in: (page) => page.locator('[data-testid=partner][data-node=fr] form').first(),
    good: { 'may owe us at most': '8 000,50', 'Why, for your own people': 'A quiet year' },
    understood: ['may owe us at most', /8,000\.50/],
    bad: [
      ['may owe us at most', ''],
      ['may owe us at most', '1.234'],
      ['may owe us at most', 'much'],
      ['may owe us at most', '90000000'],
    ],
    send: 'Set this limit in EUR',
    isAskedAgain: true,
    writes: /partners\/fr\/cap$/,
  },
  {
    what: 'the suspension of a partner',
    who: 'finance',
    at: () => '/staff/partners',
    in: (page) =>
      page
        .locator('[data-testid=partner][data-node=se] form')
        .filter({ hasText: /^Suspend|Why, for/ })
        .first(),
    good: { 'Why, for your own people': 'Its accounts are being looked into' },
    bad: [['Why, for your own people', '   ']],
    send: /^Suspend /,
    isAskedAgain: true,
    writes: /partners\/se\/suspend$/,
  },
  {
    what: 'a monthly wage',
    who: 'worker',
    at: () => '/budget',
    in: (page) => page.getByRole('form', { name: 'Plan a monthly wage' }),
    good: { 'Gross wage of a month': '2 400,00' },
    understood: ['Gross wage of a month', /2,400\.00/],
    bad: [
      ['Gross wage of a month', ''],
      ['Gross wage of a month', '1.234'],
      ['Gross wage of a month', '12'],
    ],
    send: 'Plan this wage',
    writes: /wage-plan$/,
  },
  {
    what: 'the part of a mission that is kept for expenses',
    who: 'worker',
    at: () => `/missions/${mission}`,
    in: (page) => page.getByTestId('set-aside'),
    good: { 'Amount to keep': '40,23' },
    understood: ['Amount to keep', /40\.23/],
    bad: [
      ['Amount to keep', ''],
      ['Amount to keep', '1.234'],
      ['Amount to keep', '999999'],
    ],
    send: 'Keep this amount',
    writes: /set-aside$/,
  },
];

describe('a form', () => {
  it.each(forms)('for $what says at its fields what is wrong, loses nothing, and acts once', async (form) => {
    const page = await opened(form);
    await goesWrong(page, form);
    await losesNothing(page, form, person(form.who));
    await goesWell(page, form);
  });

  it('for what she wants to hear of keeps her choice while the network is away', async () => {
    const { page } = await visit(browser, federation.node('be').url, 'en-GB');
    await signIn(page, person('worker'));
    await page.goto('/me/notifications');
    const choice: Locator = page.locator('[data-way=mail]:not(:checked)').first();
    await choice.waitFor();
    const name = await choice.evaluate((it) => it.parentElement!.textContent);
    const row = page.getByLabel(name);
    await page.context().setOffline(true);
    await row.click();
    await page.getByRole('alert').waitFor();
    expect(await row.isChecked()).toBe(true);
    await page.context().setOffline(false);
    await page.getByRole('alert').getByRole('button').click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.reload();
    await row.waitFor();
    expect(await row.isChecked()).toBe(true);
  });
});

describe('a password', () => {
  const email = 'nadia@demo.example';
  const first = 'a sentence to remember';
  const field = (page: Page): Locator => page.getByLabel('New password');
  const wrongAt = (label: Locator): Promise<void> => label.and(label.page().locator('[aria-invalid=true]')).waitFor();
  const sysadmin = () => scene.branch('be').sysadmin;
  const anybody = async (): Promise<Page> => {
    const { page } = await visit(browser, federation.node('be').url, 'en-GB');
    page.setDefaultTimeout(8_000);
    return page;
  };

  beforeAll(async () => {
    const { adviser } = scene.branch('be');
    const { items } = (await adviser.must('GET', '/entities')) as { items: { id: string }[] };
    const body = { name: 'Nadia Peeters', email, language: 'en', role: 'translator', iban: 'BE68539007547034' };
    await adviser.must('POST', '/members', { ...body, entity: items[0]!.id, facts: {}, invite: true });
  });

  it('is chosen with the link of a letter, once, and nothing that was typed is lost on the way', async () => {
    const link = await newestLink(sysadmin(), email);
    const page = await anybody();
    await page.goto(link);
    const keep = page.getByRole('button', { name: 'Keep it and sign in' });
    for (const wrong of ['', 'eleven char']) {
      await field(page).fill(wrong);
      await keep.click();
      await wrongAt(field(page));
      expect(await field(page).inputValue()).toBe(wrong);
    }
    await field(page).fill(first);
    await page.getByLabel('Show the password').check();
    expect(await field(page).getAttribute('type')).toBe('text');
    await page.context().setOffline(true);
    await keep.click();
    await page.getByRole('alert').filter({ hasText: 'offline' }).waitFor();
    expect(await field(page).inputValue()).toBe(first);
    await page.context().setOffline(false);
    const second = await page.context().newPage();
    await second.goto(link);
    await field(second).fill('typed in another tab');
    await keep.dblclick();
    await page.waitForURL(({ pathname }) => pathname === '/');
    await second.getByRole('button', { name: 'Keep it and sign in' }).click();
    await second.getByText('This link no longer works').waitFor();
    expect(await second.getByLabel('E-mail').inputValue()).toBe(email);
    await page.goBack();
    await page.goto(link);
    await page.getByText('A password was chosen with it already').waitFor();
  });

  it('that is forgotten is asked for without telling who has an account, and is replaced', async () => {
    const page = await anybody();
    await page.goto('/login');
    await page.getByRole('link', { name: 'I have forgotten my password' }).click();
    const send = page.getByRole('button', { name: 'Send me a link' });
    for (const wrong of ['', 'nadia', 'nadia@']) {
      await page.getByLabel('E-mail').fill(wrong);
      await send.click();
      await wrongAt(page.getByLabel('E-mail'));
    }
    const known = [await newestLink(sysadmin(), email)];
    const told: string[] = [];
    for (const address of ['nobody@demo.example', email]) {
      await page.getByLabel('E-mail').fill(address);
      await page.context().setOffline(true);
      await send.click();
      await page.getByRole('alert').filter({ hasText: 'offline' }).waitFor();
      expect(await page.getByLabel('E-mail').inputValue()).toBe(address);
      await page.context().setOffline(false);
      await send.dblclick();
      const answer = page.getByRole('status').filter({ hasText: address });
      told.push((await answer.textContent())!.replace(address, '…'));
      await page.getByRole('button', { name: 'Ask again' }).click();
    }
    expect(told[0]).toBe(told[1]);
    await page.goto(await newestLink(sysadmin(), email, known));
    await field(page).fill('another sentence');
    await page.keyboard.press('Enter');
    await page.waitForURL(({ pathname }) => pathname === '/');
  });

  it('of whoever is signed in is changed with the one she has', async () => {
    const page = await anybody();
    await signIn(page, { ...person('worker'), email, password: 'another sentence' });
    await page.goto('/me/second-factor');
    const form = page.getByRole('form', { name: 'Password' });
    const current = form.getByLabel('Current password');
    const change = form.getByRole('button', { name: 'Change the password' });
    await change.click();
    await wrongAt(current);
    await current.fill('not the one at all');
    await field(page).fill('short');
    await change.click();
    await wrongAt(field(page));
    await field(page).fill('a third sentence');
    await change.click();
    await current.and(page.locator('[aria-invalid=true]')).waitFor();
    expect([await current.inputValue(), await field(page).inputValue()]).toEqual([
      'not the one at all',
      'a third sentence',
    ]);
    await current.fill('another sentence');
    await page.context().setOffline(true);
    await change.click();
    await form.getByRole('alert').waitFor();
    expect(await field(page).inputValue()).toBe('a third sentence');
    await page.context().setOffline(false);
    await change.dblclick();
    await form.getByRole('status').filter({ hasText: 'Your password is changed' }).waitFor();
    expect(await current.inputValue()).toBe('');
    const again = await anybody();
    await signIn(again, { ...person('worker'), email, password: 'a third sentence' });
  });
});

describe('when work was done', () => {
  const declaration = async (page: Page): Promise<string> => {
    const { items } = (await (await page.request.get('/api/v1/declarations?state=all')).json()) as {
      items: { id: string; localName: string; state: string }[];
    };
    const dimona = items.find(({ localName, state }) => localName === 'Dimona' && state === 'prepared') ?? items[0]!;
    return `/staff/declarations/${dimona.id}`;
  };

  beforeAll(async () => {
    await workAtHome(scene, '40.00');
  });

  const forms: readonly Form[] = [
    {
      what: 'a field of a declaration',
      who: 'payroll',
      at: declaration,
      in: (page) => page.getByTestId('declaration-fields'),
      good: { Value: '90051700053' },
      bad: [],
      send: 'Keep this value',
      writes: /declarations\/[^/]+\/fields$/,
    },
  ];

  it.each(forms)('$what says at its fields what is wrong, loses nothing, and acts once', async (form) => {
    const page = await opened(form);
    await goesWrong(page, form);
    await losesNothing(page, form, person(form.who));
    await goesWell(page, form);
  });
});

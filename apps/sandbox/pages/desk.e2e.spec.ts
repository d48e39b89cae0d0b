import { jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Federation } from '../federation.js';
import type { Person } from '../people.js';
import { type Mission, type Paged, get, newestToken, register, seen } from '../stories/border.js';
import { type Scene, act, until } from '../stories/scene.js';
import { staged } from './testing/stage.js';
import { signIn, visit } from './visit.js';

// A federation of real processes and a real browser.
jest.setTimeout(4 * 60_000);

let federation: Federation;
let browser: Browser;
let scene: Scene;
/** Amina's mission in Paris, of which the client wants other terms. */
let abroad: string;
/** Her mission at home, which is under way and ends today. */
let home: string;

const today = '2026-03-16';
const second = { email: 'second@demo.example', password: 'a sentence to remember' };

staged(async (stage) => {
  ({ federation, browser, scene } = stage);
  const [be, fr] = [scene.branch('be'), scene.branch('fr')];
  await be.sysadmin.must('POST', '/accounts', { ...second, roles: ['adviser'], language: 'en' });
  ({ mission: abroad } = await register(scene));
  await act(be.adviser, `/missions/${abroad}/approve`);
  await until('the offer is in Paris', () => seen(fr.adviser, abroad, ({ state }) => state === 'offered'));
  await act(fr.adviser, `/missions/${abroad}/accept`);
  const token = await until('the letter is written', () => newestToken(fr.sysadmin));
  const wish = { answer: 'changes', text: 'One day longer, please' };
  await fr.stranger.must('POST', `/confirmations/${token}`, wish);
  await until('Brussels has heard it', () => seen(be.worker, abroad, ({ state }) => state === 'changes_requested'));
  home = await underWay('Workshop', today, today);
  for (const work of ['A reading', 'A rehearsal']) await sent(work, '2026-04-20', '2026-04-21');
});

/** Handed in by Amina, for a client of her own cooperative. */
async function sent(work: string, first: string, last: string): Promise<string> {
  const { worker, adviser } = scene.branch('be');
  const { items } = await get<Paged<{ id: string }>>(adviser, '/entities');
  const client = (await worker.must('POST', '/clients', {
    entity: items[0]!.id,
    name: `Theatre for ${work}`,
    country: 'BE',
    email: `${work.replaceAll(' ', '-').toLowerCase()}@theatre.example`,
    address: { street: 'Rue du Comte de Flandre 5', postcode: '1080', town: 'Bruxelles', country: 'BE' },
    language: 'fr',
  })) as { readonly id: string };
  const { id } = (await act(worker, '/missions', {
    client: client.id,
    host: 'be',
    work,
    kind: 'artistic_performance',
    place: { country: 'BE', town: 'Bruxelles' },
    first,
    last,
    days: first === last ? 1 : 2,
    price: { amount: '700.00', currency: 'EUR' },
  })) as Mission;
  await act(worker, `/missions/${id}/submit`);
  return id;
}

async function underWay(work: string, first: string, last: string): Promise<string> {
  const { worker, adviser, sysadmin, stranger } = scene.branch('be');
  const id = await sent(work, first, last);
  await act(adviser, `/missions/${id}/approve`);
  const token = await until('the letter is written', async () => {
    const { items } = await get<Paged<string>>(sysadmin, `/sandbox/mail?to=${work.toLowerCase()}@theatre.example`);
    return items.map((letter) => /\/c\/([\w-]{43})/.exec(letter)?.[1]).find(Boolean);
  });
  await stranger.must('POST', `/confirmations/${token}`, { answer: 'accept' });
  await until('the work may begin', () => seen(worker, id, ({ state }) => state === 'active'));
  return id;
}

const staff = (role: Person['role']): Person => federation.people.find((one) => one.role === role && one.at === 'be')!;

async function opened(who: Pick<Person, 'email' | 'password'>, address: string): Promise<Page> {
  const { page } = await visit(browser, federation.node('be').url, 'en-GB');
  await signIn(page, who as Person);
  await page.getByTestId('lang-switch').selectOption('en');
  await page.goto(address);
  return page;
}

const rows = (page: Page): Locator => page.getByTestId('inbox-item');

describe('the inbox', () => {
  it('stands in groups with their counts, at an address that stays, and is gone through with the keys', async () => {
    const page = await opened(staff('adviser'), '/staff/inbox');
    await rows(page).first().waitFor();
    await page.getByLabel('Arrange').selectOption('kind');
    await page.waitForURL((url) => url.searchParams.get('by') === 'kind');
    await page.reload();
    const groups = page.getByTestId('inbox-group');
    const approve = groups.filter({ has: page.getByRole('heading', { name: 'Mission to approve · 2' }) });
    await approve.waitFor();
    expect(await approve.getByTestId('inbox-item').count()).toBe(2);
    const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement!.getAttribute('href'));
    const links = await rows(page)
      .locator('a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const at of [0, 1, 2]) {
      await page.keyboard.press('j');
      expect(await focused()).toBe(links[at]);
    }
    await page.keyboard.press('k');
    expect(await focused()).toBe(links[1]);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === links[1]);
  });

  it('hands a row to a colleague with a sentence, shows it at both, and takes it back', async () => {
    const mine = await opened(staff('adviser'), '/staff/inbox');
    const theirs = await opened(second, '/staff/inbox');
    const reading = (page: Page): Locator => rows(page).filter({ hasText: 'A reading' });
    await reading(theirs).waitFor();
    await reading(mine).getByText('Hand over to a colleague').click();
    await reading(mine).getByLabel('One sentence').fill('You know this theatre.');
    await reading(mine).getByRole('button', { name: 'Hand it over' }).click();
    const away = mine.getByTestId('handed-over');
    await away.getByText('You have handed this to second@demo.example').waitFor();
    await reading(theirs).getByText('You know this theatre.').waitFor();
    await away.getByRole('button', { name: 'Take it back' }).click();
    await away.waitFor({ state: 'detached' });
    await reading(theirs).getByTestId('delegated').waitFor({ state: 'detached' });
  });

  it('leads from what the client asks to new terms, which are offered once and signed again', async () => {
    const page = await opened(staff('adviser'), '/staff/inbox');
    await page.locator('[data-kind=mission-to-amend]').getByRole('link').click();
    await page.getByRole('link', { name: 'Change the terms' }).click();
    await page.getByText('One day longer, please').waitFor();
    const offer = page.getByRole('button', { name: 'Sign the new terms' });
    await offer.click();
    await page.getByText('These are the terms that were agreed').waitFor();
    await page.getByLabel('Last day').fill('2026-03-30');
    await page.getByLabel('Days of work').fill('6');
    await page.getByLabel('Price for the whole mission').fill('1140,00');
    await page.reload();
    await page.getByLabel('Share of the host branch').fill('200');
    await offer.click();
    await page.getByTestId('error-summary').getByText('from 0 to 100').waitFor();
    await page.getByLabel('Share of the host branch').fill('2,5');
    await page.getByText(/By these terms the worker gets about €/).waitFor();
    await offer.dblclick();
    await page.waitForURL((url) => url.pathname === `/staff/missions/${abroad}`);
    const { worker } = scene.branch('be');
    const { terms } = await get<Mission & { terms: object }>(worker, `/missions/${abroad}`);
    expect(terms).toMatchObject({
      version: 2,
      last: '2026-03-30',
      days: 6,
      price: { amount: '1140.00' },
      hostSharePercent: '2.5',
    });
  });
});

describe('a member', () => {
  it('reports that her work is done, and what follows begins', async () => {
    const page = await opened(staff('worker'), `/missions/${home}`);
    const report = page.getByTestId('report-work');
    await report.getByRole('button', { name: 'Report 1 day of work' }).click();
    await report.getByText('your payslip is made').waitFor();
    await report.getByRole('button', { name: 'Report 1 day of work' }).dblclick();
    await report.waitFor({ state: 'detached' });
    const { worker } = scene.branch('be');
    const { state } = await get<Mission>(worker, `/missions/${home}`);
    expect(state).toBe('completed');
  });

  it('says that a mission does not take place, with a reason', async () => {
    const id = await sent('A parade', '2026-05-04', '2026-05-05');
    const page = await opened(staff('worker'), `/missions/${id}`);
    await page.getByText('The mission does not take place').click();
    const callOff = page.getByRole('button', { name: 'Call the mission off' });
    await callOff.click();
    await page.getByLabel(/^Reason/).fill('The square is closed');
    await callOff.click();
    await page.locator('[data-testid=timeline-step][data-state=ended]').waitFor();
  });

  // Last of them: she is signed out at the API as well.
  it('has her address changed once it is confirmed, and the refusal of another one stands at the field', async () => {
    const page = await opened(staff('adviser'), '/staff/people');
    await page.getByRole('link', { name: /Amina/ }).click();
    const form = page.getByTestId('member-address');
    await form.getByText('Change the e-mail address').click();
    const change = form.getByRole('button', { name: 'Change the address' });
    await form.getByLabel('E-mail').fill(staff('finance').email);
    await change.click();
    await change.click();
    await form.getByText(`A member with the address ${staff('finance').email} exists.`).waitFor();
    await form.getByLabel('E-mail').fill('amina.diallo@demo.example');
    await change.click();
    await form.getByText('The old and the new address are told.').waitFor();
    await change.click();
    await page.getByText('amina.diallo@demo.example').first().waitFor();
    const { email: old, password } = staff('worker');
    const hers = await opened({ email: 'amina.diallo@demo.example', password }, `/missions/${home}`);
    expect(hers.url()).toContain(home);
    const back = await opened(staff('adviser'), page.url());
    await back.getByTestId('member-address').getByText('Change the e-mail address').click();
    await back.getByTestId('member-address').getByLabel('E-mail').fill(old);
    for (const _ of [1, 2]) await back.getByRole('button', { name: 'Change the address' }).click();
    await back.getByText(old).first().waitFor();
  });
});

describe('the rules of law', () => {
  it('are tried on payslips with a button, which says what came of it', async () => {
    const page = await opened(staff('payroll'), '/staff/rules');
    const issued = page.locator('[data-testid=law-comparison][data-from=""]');
    await issued.and(page.locator('[data-state=never]')).waitFor();
    await issued.getByRole('button', { name: 'Compute issued payslips again' }).click();
    await issued.and(page.locator('[data-state=done]')).waitFor();
    await page.reload();
    await issued.and(page.locator('[data-state=done]')).waitFor();
    const adviser = await opened(staff('adviser'), '/staff/rules');
    await adviser.locator('[data-testid=law-comparison][data-state=done]').waitFor();
    expect(await adviser.getByRole('button', { name: 'Compute issued payslips again' }).count()).toBe(0);
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Federation } from '../federation.js';
import type { Scene } from '../stories/scene.js';
import { tell } from '../stories/story.js';
import { bankTells, refundClient, unpaid, workAtHome, workUnpaid } from './season.js';
import { invoiceTold, newestLink } from './letters.js';
import { absent, addressesOf } from './routes.js';
import { staged } from './testing/stage.js';
import { endSession, giveDevice, holds, press, settled, signIn, signInAgain, tabTo, visit, write } from './visit.js';

// A federation of real processes and a real browser.
jest.setTimeout(5 * 60_000);

/** Given to the browser itself: the page's own policy lets no script in from elsewhere. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const languages = ['en', 'fr', 'nl', 'sv', 'de'];
let federation: Federation;
let browser: Browser;
let scene: Scene;
/** Expenses that were made meanwhile: one that was sent, and a draft. */
const claims: string[] = [];

staged(async (stage) => {
  ({ federation, browser, scene } = stage);
  await tell(scene);
});

const belgium = (): string => federation.node('be').url;
const amina = () => federation.people.find(({ email }) => email.startsWith('amina'))!;

const staff = (role: string) => federation.people.find((person) => person.role === role && person.at === 'be')!;
/** The link in the newest letter to that address, as far as the page is concerned. */
const linkTo = (email: string): Promise<string> => newestLink(scene.branch('be').sysadmin, email);
const fedadmin = () => federation.people.find(({ role }) => role === 'fedadmin')!;

/** What axe finds wrong with the page as it stands, each with the element. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

describe('a worker at her node', () => {
  it('sees what she was paid, and opens the payslip down to rule, rate, base and source', async () => {
    const { page, complaints } = await visit(browser, belgium());
    await signIn(page, amina());
    await expect(page.getByTestId('net-amount').textContent()).resolves.toMatch(/508,89\s€/);
    await expect(page.getByTestId('pay-account').textContent()).resolves.toContain('6769');
    await page.getByRole('link', { name: 'Pourquoi ce montant ?' }).click();
    const net = page.locator('tr[data-group="net"] td');
    await net.first().waitFor();
    for (const text of await net.allTextContents()) expect(text).toMatch(/508,89\s€/);
    const line = page.locator('[data-line-id="be.employee-contribution"]');
    await line.click();
    await expect(line.getAttribute('data-rate')).resolves.toBe('0.1307');
    const panel = await page.getByTestId('explain-panel').textContent();
    expect(panel).toMatch(/675,02\s€ × 13,07\s% = 88,23\s€/);
    expect(panel).toContain('be.employee-contribution');
    expect(complaints).toEqual([]);
  });

  it('sees where her mission stands, each step with its owner', async () => {
    const { page } = await visit(browser, belgium());
    await signIn(page, amina());
    await page.goto('/missions');
    await page.getByRole('link', { name: 'Two concerts' }).last().click();
    const steps = page.getByTestId('timeline-step');
    await steps.first().waitFor();
    for (const step of await steps.all()) expect(await step.getAttribute('data-owner')).toBeTruthy();
    await expect(page.getByTestId('next-sentence').textContent()).resolves.toBeTruthy();
  });

  it('must sign in, and comes back to where she was', async () => {
    const { page } = await visit(browser, belgium());
    await page.goto('/payslips');
    await page.waitForURL((url) => url.pathname === '/login');
    await page.locator('input[type=email]').fill(amina().email);
    await page.locator('input[type=password]').fill('wrong, but typed with care');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await expect(page.locator('input[type=email]').inputValue()).resolves.toBe(amina().email);
    await page.locator('input[type=password]').fill(amina().password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/payslips');
  });
});

describe('a passkey', () => {
  it('is made with the password, asked for after it, enough alone, and removed', async () => {
    const adviser = federation.people.find(({ role, at }) => role === 'adviser' && at === 'se')!;
    const { page, complaints } = await visit(browser, federation.node('se').url, 'en-GB');
    await giveDevice(page);
    await signIn(page, adviser);
    await page.goto('/me/second-factor');
    await page.getByLabel('Your password').fill(adviser.password);
    await page.getByLabel('Name of a new passkey').fill('My telephone');
    await press(page, page.getByRole('button', { name: 'Add a passkey' }));
    await page.getByRole('rowheader', { name: 'My telephone' }).waitFor();
    await expect(faultsOf(page)).resolves.toEqual([]);
    const leave = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL((url) => url.pathname === '/login');
    };
    await leave();
    await page.locator('input[type=email]').fill(adviser.email);
    await page.locator('input[type=password]').fill(adviser.password);
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('button', { name: 'Use your passkey' }));
    await page.waitForURL((url) => url.pathname !== '/login');
    await leave();
    await press(page, page.getByRole('button', { name: 'Sign in with a passkey' }));
    await page.waitForURL((url) => url.pathname !== '/login');
    await page.goto('/me/second-factor');
    await page.getByLabel('Your password').fill(adviser.password);
    await press(page, page.getByRole('button', { name: 'Remove My telephone' }));
    await page.getByText('You have none yet.').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('a new mission', () => {
  const draft = (page: Page) => page.getByLabel('Ce que vous faites');

  /** The six things a mission needs, typed by a worker whose client is new. */
  async function fillIn(page: Page, work: string, name: string): Promise<void> {
    const write = (label: string, text: string): Promise<void> => page.getByLabel(label, { exact: true }).fill(text);
    await write('Ce que vous faites', work);
    await page.locator('[data-field=country] select').selectOption('FR');
    await page.locator('[data-field=town] input').fill('Lille');
    await write('Premier jour', '2026-06-08');
    await write('Dernier jour', '2026-06-10');
    await write('Prix de toute la mission', '900');
    await page.getByLabel('Client', { exact: true }).selectOption('new');
    const client = page.getByRole('group', { name: 'Un nouveau client' });
    for (const [label, text] of [
      ['Nom', name],
      ['E-mail de la personne qui confirme', 'jardin@client.example'],
      ['Rue et numéro', 'Rue Verte 3'],
      ['Code postal', '59000'],
      ['Ville', 'Lille'],
    ] as const)
      await client.getByLabel(label).fill(text);
    await client.getByRole('button').click();
    await client.waitFor({ state: 'detached' });
  }

  it('is sent once, survives reload and sign-out before, and says what follows while it is typed', async () => {
    const { page, complaints } = await visit(browser, belgium());
    await signIn(page, amina());
    await page.goto('/missions/new');
    await page.getByRole('button', { name: 'Envoyer à la coopérative' }).click();
    await page.getByTestId('error-summary').getByRole('link').first().waitFor();
    await fillIn(page, 'Concert au jardin', 'Jardin des Arts');
    await page.getByTestId('net-amount').filter({ hasText: /€/ }).waitFor();
    await page.getByTestId('pay-date').filter({ hasText: /2026/ }).waitFor();
    await page.locator('[data-testid=guarantee-verdict][data-verdict=conditional]').waitFor();
    await page.locator('[data-gate=a1]').waitFor();
    await page.reload();
    await draft(page).waitFor();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.waitForURL((url) => url.pathname === '/login');
    await signIn(page, amina());
    await page.goto('/missions/new');
    await draft(page).waitFor();
    await expect(draft(page).inputValue()).resolves.toBe('Concert au jardin');
    await page.getByTestId('net-amount').waitFor();
    await page.getByRole('button', { name: 'Envoyer à la coopérative' }).dblclick();
    await page.waitForURL((url) => /^.missions.mis_/.test(url.pathname));
    const { items } = (await (await page.request.get('/api/v1/missions?limit=50')).json()) as {
      readonly items: readonly { readonly state: string; readonly terms: { readonly work: string } }[];
    };
    const sent = items.filter(({ terms }) => terms.work === 'Concert au jardin');
    expect(sent.map(({ state }) => state)).toEqual(['branch_check']);
    await page.goto('/missions/new');
    await draft(page).waitFor();
    await expect(draft(page).inputValue()).resolves.toBe('');
    expect(complaints).toEqual([]);
  });

  it('keeps what was typed while a field is wrong, another window writes, the network is lost and the session ends', async () => {
    const { page } = await visit(browser, belgium());
    const send = () => page.getByRole('button', { name: 'Envoyer à la coopérative' });
    await signIn(page, amina());
    await page.goto('/missions/new');
    await fillIn(page, 'Concert au parc', 'Parc des Arts');
    await page.getByLabel('Dernier jour', { exact: true }).fill('2026-06-01');
    await page.getByLabel('Prix de toute la mission', { exact: true }).fill('1.234');
    await send().click();
    const wrong = page.getByTestId('error-summary').getByRole('link');
    await wrong.nth(1).waitFor();
    const fields = await Promise.all((await wrong.all()).map((link) => link.getAttribute('href')));
    // The days of work follow the period, which is none yet.
    expect(fields).toEqual(['#last', '#days', '#price']);
    await page.getByTestId('amount-confirm').getByRole('button').first().click();
    await page.getByLabel('Dernier jour', { exact: true }).fill('2026-06-10');
    await page.getByTestId('error-summary').waitFor({ state: 'detached' });

    const twin = await page.context().newPage();
    await twin.goto('/missions/new');
    await draft(twin).waitFor();
    expect(await draft(twin).inputValue()).toBe('Concert au parc');
    await draft(twin).fill('Concert au parc, le soir');
    await twin.close();
    await holds(draft(page), 'Concert au parc, le soir');

    await page.context().setOffline(true);
    await page.locator('[data-testid=save-state][data-state=offline]').waitFor();
    await send().click();
    await page.locator('form [role=alert]').waitFor();
    await page.context().setOffline(false);
    await endSession(page, send());
    await signInAgain(page, amina());
    await holds(draft(page), 'Concert au parc, le soir');
    await send().click();
    await page.waitForURL((url) => /^.missions.mis_/.test(url.pathname));
    await page.goBack();
    const { items } = (await (await page.request.get('/api/v1/missions?limit=50')).json()) as {
      readonly items: readonly { readonly terms: { readonly work: string } }[];
    };
    expect(items.filter(({ terms }) => terms.work.startsWith('Concert au parc'))).toHaveLength(1);
  });

  it('stands in the inbox of the adviser until she has decided', async () => {
    const { page } = await visit(browser, belgium());
    await signIn(page, staff('adviser'));
    await page.waitForURL((url) => url.pathname === '/staff/inbox');
    const item = page.locator('[data-kind=mission-to-approve]').filter({ hasText: 'Concert au jardin' });
    await item.waitFor();
    await page.keyboard.press('j');
    await item.getByRole('link').click();
    await page.getByRole('button', { name: 'Approuver la mission' }).click();
    await page.waitForURL((url) => url.pathname === '/staff/inbox');
    await item.waitFor({ state: 'detached' });
  });

  it('keeps what one adviser typed when another was faster, and shows both', async () => {
    const { page } = await visit(browser, belgium());
    await signIn(page, staff('adviser'));
    await page.goto('/staff/clients');
    await page.getByRole('link', { name: 'Parc des Arts' }).click();
    const buysAs = (at: Page) => at.getByLabel('Achète en tant que', { exact: true });
    const say = (at: Page) => at.getByRole('button', { name: 'Enregistrer pour les prochaines factures' }).click();
    await buysAs(page).selectOption('non_taxable_legal_person');
    const twin = await page.context().newPage();
    await twin.goto(page.url());
    await buysAs(twin).selectOption('private');
    await say(twin);
    await twin.locator('form [role=status] .state').waitFor();
    await twin.close();
    await say(page);
    await page.getByTestId('meanwhile').filter({ hasText: 'adviser' }).waitFor();
    expect(await buysAs(page).inputValue()).toBe('non_taxable_legal_person');
    await page.getByRole('button', { name: 'Garder la leur' }).click();
    await holds(buysAs(page), 'private');
    await say(page);
    await page.locator('form [role=status] .state').waitFor();
  });
});

describe('a client without an account and without script', () => {
  /** What he did with the link of his letter, on a small phone. */
  let kept: { written: string; after: string; saved: number };
  beforeAll(async () => {
    await workAtHome(scene, '500.00', async (token) => {
      const { page } = await visit(browser, belgium());
      await lookAt(page, [`/c/${token}`]);
      kept = await accepts(token);
    });
  });

  async function accepts(token: string): Promise<typeof kept> {
    const address = `/c/${token}`;
    const context = await browser.newContext({ baseURL: belgium(), locale: 'fr-BE', javaScriptEnabled: false });
    const page = await context.newPage();
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(address);
    await page.locator('textarea').fill('Plutôt le matin');
    await page.getByRole('button', { name: 'nl', exact: true }).click();
    await page.locator('html[lang=nl]').waitFor();
    const written = await page.locator('textarea').inputValue();
    await page.getByRole('button', { name: 'Ik aanvaard' }).click();
    await page.getByText('U hebt deze bestelling aanvaard').waitFor();
    await page.goBack();
    const after = await page.getByRole('heading', { level: 1 }).innerText();
    const saved = (await page.request.get(`${address}/order.pdf`)).status();
    await context.close();
    return { written, after, saved };
  }

  it('accepts once, keeps what was written in another language, and has the signed order', () => {
    expect(kept).toEqual({ written: 'Plutôt le matin', after: 'Uw bestelling is bevestigd', saved: 200 });
  });
});

describe('an expense', () => {
  const photo = (of: string) => ({
    name: `${of}.jpg`,
    mimeType: 'image/jpeg',
    buffer: Buffer.from(`\xff\xd8\xff\xe0${of}\xff\xd9`, 'latin1'),
  });
  const take = (page: Page, of: string): Promise<void> =>
    page.locator('input[type=file][capture]').setInputFiles(photo(of));
  const sending = (page: Page) => page.getByRole('button', { name: 'Envoyer à la coopérative' });
  const send = (page: Page): Promise<void> => sending(page).click();
  const lines = (page: Page) => page.locator('[data-field=lines] input');

  it('begins with the photo, is kept at each step, and is claimed only when the budget has it', async () => {
    const { page } = await visit(browser, belgium());
    await signIn(page, amina());
    await page.goto('/expenses');
    await take(page, 'strings');
    await page.waitForURL((url) => /^.expenses.exp_/.test(url.pathname));
    claims.push(new URL(page.url()).pathname);
    await send(page);
    await page.getByTestId('error-summary').getByRole('link').first().click();
    await expect(
      page.locator('[data-field=kind] select').evaluate((it) => it === document.activeElement),
    ).resolves.toBe(true);
    await page.locator('[data-field=kind] select').selectOption('material');
    await page.locator('[data-field=spentOn] input').fill('2026-05-19');
    await page.locator('[data-field=purpose] input').fill('Cordes');
    await lines(page).nth(0).fill('968');
    await lines(page).nth(1).fill('21');
    await page.getByLabel('de la coopérative').check();
    await page.locator('[data-testid=save-state][data-state=saved]').filter({ hasText: /:/ }).waitFor();
    await page.reload();
    await expect(lines(page).nth(2).inputValue()).resolves.toBe('168,00');
    await send(page);
    await expect(page.getByTestId('not-available').textContent()).resolves.toMatch(/800,00\s€, et 500,00\s€/);
    await lines(page).nth(0).fill('121');
    await goesWrong(page);
    await page.getByRole('button', { name: 'Envoyer à la coopérative' }).dblclick();
    await page.locator('[data-testid=expense-state][data-state=submitted]').filter({ hasText: /2026/ }).waitFor();
    await page.goBack();
    const hers = page.getByRole('link', { name: 'Cordes du soir' });
    await hers.waitFor();
    expect(await hers.count()).toBe(1);
  });

  /** All that can go wrong on the way, before it is sent: each is said where it stands, and nothing typed is lost. */
  async function goesWrong(page: Page): Promise<void> {
    const purpose = page.locator('[data-field=purpose] input');
    const spentOn = page.locator('[data-field=spentOn] input');
    await lines(page).nth(0).fill('1.234');
    await send(page);
    await page.getByTestId('error-summary').waitFor();
    await page
      .getByTestId('amount-confirm')
      .first()
      .getByRole('button', { name: /1\s234,00/ })
      .waitFor();
    await lines(page).nth(0).fill('40,23');
    await page
      .getByTestId('amount-confirm')
      .filter({ hasText: /40,23\s€/ })
      .waitFor();
    await lines(page).nth(0).fill('121');
    await spentOn.fill('2030-01-01');
    await send(page);
    await page.getByText('Cette date est dans le futur.').waitFor();
    expect(await spentOn.evaluate((it) => it === document.activeElement)).toBe(true);
    await spentOn.fill('2026-05-19');
    const twin = await page.context().newPage();
    await twin.goto(page.url());
    await twin.locator('[data-field=purpose] input').fill('Cordes du soir');
    await holds(purpose, 'Cordes du soir');
    await twin.close();
    await page.context().setOffline(true);
    await send(page);
    await page.locator('form [role=alert]').waitFor();
    await page.context().setOffline(false);
    await endSession(page, sending(page));
    await signInAgain(page, amina());
    await holds(purpose, 'Cordes du soir');
  }

  it('is kept on this device while the network is away, and sent on when it is back', async () => {
    const { page } = await visit(browser, belgium());
    await signIn(page, amina());
    await page.goto('/expenses');
    await take(page, 'train');
    await page.waitForURL((url) => /^.expenses.exp_/.test(url.pathname));
    claims.push(new URL(page.url()).pathname);
    await page.locator('[data-field=purpose] input').waitFor();
    await page.context().setOffline(true);
    await page.locator('[data-field=purpose] input').fill('Train pour Lille');
    await page.locator('[data-testid=save-state][data-state=offline]').waitFor();
    await page.context().setOffline(false);
    await page.locator('[data-testid=save-state][data-state=saved]').filter({ hasText: /:/ }).waitFor();
    await page.goto('/expenses');
    await page.getByRole('link', { name: 'Train pour Lille' }).waitFor();
  });

  it('with a receipt that was sent before is refused, and the first one is named', async () => {
    const { page } = await visit(browser, belgium());
    await signIn(page, amina());
    await page.goto('/expenses');
    await take(page, 'strings');
    await page
      .getByTestId('same-receipt')
      .getByRole('link', { name: /Cordes du soir/ })
      .click();
    await page.locator('[data-testid=expense-state][data-state=submitted]').waitFor();
  });

  it('is reserved in a budget whose sum is shown and opens to what it is made of', async () => {
    const { page } = await visit(browser, belgium());
    await signIn(page, amina());
    await page.goto('/budget');
    const figure = (name: string) => page.locator(`[data-figure=${name}]`).getAttribute('data-amount');
    await page.locator('[data-figure=available]').waitFor();
    await expect(figure('reserved')).resolves.toBe('100.00');
    await expect(figure('available')).resolves.toBe('400.00');
    const amounts = await page.getByTestId('budget-sum').locator('[data-amount]').all();
    const cents = await Promise.all(amounts.map(async (line) => Number(await line.getAttribute('data-amount')) * 100));
    expect(Math.round(cents.reduce((all, one) => all + one, 0))).toBe(40_000);
    await page.locator('[data-line=reserved] summary').click();
    await page.locator('[data-line=reserved]').getByRole('link', { name: 'Cordes du soir' }).click();
    await page.waitForURL((url) => url.pathname === claims[0]);
  });
});

describe('a monthly wage', () => {
  it('is planned and stopped, and says before for how long the work carries it', async () => {
    const { page, complaints } = await visit(browser, belgium());
    await signIn(page, amina());
    await page.goto('/budget');
    const plan = page.getByTestId('wage-plan');
    const gross = plan.getByLabel('Salaire brut d’un mois');
    await gross.fill('2.500');
    await plan
      .getByTestId('amount-confirm')
      .getByRole('button', { name: /2\s500,00/ })
      .click();
    await expect(gross.inputValue()).resolves.toBe('2500,00');
    await plan.getByTestId('wage-preview').locator('[data-testid=wage-carried]:not([data-until=""])').waitFor();
    await plan.getByRole('button', { name: 'Prévoir ce salaire' }).dblclick();
    await plan.locator('[data-testid=wage-step][data-gross="2500.00"]').waitFor();
    await plan.getByRole('button', { name: /^Arrêter le salaire/ }).click();
    await plan.locator('[data-testid=wage-step][data-gross=""]').waitFor();
    await expect(plan.locator('[data-testid=wage-step][data-gross="2500.00"]').count()).resolves.toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('documents', () => {
  async function savedBy(page: Page, name: RegExp): Promise<string> {
    const link = page.getByRole('link', { name }).first();
    const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
    return saved.suggestedFilename();
  }

  it('are found by year, kind and mission, by an address that stays', async () => {
    const { page } = await visit(browser, belgium());
    await signIn(page, amina());
    await page.goto('/documents');
    const rows = page.locator('tbody tr');
    await rows.filter({ hasText: 'Reçu' }).first().waitFor();
    await page.getByLabel('Type').selectOption('payslip');
    await rows.filter({ hasText: 'Reçu' }).first().waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('type')).toBe('payslip');
    for (const row of await rows.all()) expect(await row.textContent()).toContain('Fiche de paie');
    await page.reload();
    await expect(page.getByLabel('Type').inputValue()).resolves.toBe('payslip');
    expect(await savedBy(page, /^PDF Fiche de paie/)).toMatch(/^payslip-.*[.]pdf$/);
    await page.getByLabel('Type').selectOption('order');
    expect(await savedBy(page, /^PDF Commande/)).toMatch(/^order-.*[.]pdf$/);
    await page.getByLabel('Type').selectOption('invoice');
    expect(await savedBy(page, /^PDF Facture/)).toMatch(/^invoice-.*[.]pdf$/);
  });
});

describe('notifications', () => {
  it('are new until they are read, and each way is chosen for itself', async () => {
    const { page, complaints } = await visit(browser, belgium());
    await signIn(page, amina());
    await page.getByRole('link', { name: 'Toutes les notifications' }).click();
    const unread = page.locator('[data-testid=notification][data-read=false]');
    await unread.filter({ hasText: 'fiche de paie' }).first().waitFor();
    await page.getByRole('button', { name: 'Tout marquer comme lu' }).click();
    await unread.first().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Choisir ce dont vous êtes informé' }).click();
    const row = (name: string) => page.getByRole('row', { name });
    await expect(row('Une fiche de paie est prête').locator('[data-way=mail]').count()).resolves.toBe(0);
    const mail = row('Un client a payé').locator('[data-way=mail]');
    await mail.check();
    await page.reload();
    await expect(mail.isChecked()).resolves.toBe(true);
    expect(complaints).toEqual([]);
  });
});

describe('the console of the federation', () => {
  it('shows every node, and opens what one owes another down to its debts', async () => {
    const { page } = await visit(browser, federation.centre.url, 'en-GB');
    await signIn(page, fedadmin());
    for (const node of ['be', 'fr', 'se']) await page.locator(`[data-testid=node-row][data-node=${node}]`).waitFor();
    await page.locator('[data-testid=freshness][data-live=true]').waitFor();
    await page.goto('/federation/positions');
    await settled(page);
    const text = await page.locator('main').textContent();
    expect(text).not.toMatch(/Amina|Lucas|Ingrid|Festival/);
  });
});

describe('the desk of payroll', () => {
  it('says who is paid, and says the same after a reload', async () => {
    const { page } = await visit(browser, belgium());
    await signIn(page, staff('payroll'));
    const run = page.getByTestId('payroll-run');
    for (const look of [() => page.goto('/staff/payroll/2026-04'), () => page.reload()]) {
      await look();
      await run.waitFor();
      const progress = run.getByTestId('run-progress');
      for (const [name, value] of Object.entries({ done: '1', failed: '0', total: '1' }))
        expect(await progress.getAttribute(`data-${name}`)).toBe(value);
      await expect(run.getAttribute('data-state')).resolves.toBe('published');
      await expect(run.getByTestId('run-step').count()).resolves.toBe(8);
    }
    await expect(page.locator('h1').textContent()).resolves.toContain('avril 2026');
  });
});

describe('with the keyboard alone', () => {
  it('a worker follows her pay from the start page to a line, its rule and the price of the work', async () => {
    const { page, complaints } = await visit(browser, belgium());
    await signIn(page, amina());
    await press(page, page.getByRole('link', { name: 'Pourquoi ce montant ?' }));
    await press(page, page.locator('[data-line-id="be.employee-contribution"]'));
    await expect(page.getByTestId('explain-panel').textContent()).resolves.toContain('13,07');
    await press(page, page.getByRole('button', { name: 'Montrer comment le prix devient ce net' }));
    await page.locator('[data-line-id="host-share"]').waitFor();
    await press(page, page.getByRole('link', { name: 'be-2026-0001' }));
    await page.getByTestId('mission-timeline').waitFor();
    expect(complaints).toEqual([]);
  });

  it('a worker with many clients finds one by what she types, or a new one whatever she typed', async () => {
    const { page, complaints } = await visit(browser, belgium());
    await signIn(page, amina());
    const address = { street: 'Rue Verte 3', postcode: '1000', town: 'Bruxelles', country: 'BE' };
    const { items } = (await (await page.request.get('/api/v1/clients')).json()) as {
      readonly items: readonly { readonly entity: string }[];
    };
    for (let number = 1; number <= 12; number += 1) {
      const name = `Théâtre numéro ${String(number)}`;
      const email = `theatre.${String(number)}@client.example`;
      const data = { entity: items[0]!.entity, name, email, country: 'BE', address, language: 'fr' };
      const answer = await page.request.post('/api/v1/clients', {
        headers: { 'Idempotency-Key': `many-clients-${String(number)}` },
        data,
      });
      expect(answer.status()).toBe(201);
    }
    await page.goto('/missions/new');
    const field = page.getByRole('combobox', { name: 'Client', exact: true });
    await field.waitFor();
    await tabTo(page, field);
    await page.keyboard.type('theatre 11');
    await expect(page.getByRole('listbox', { name: 'Client' }).getByRole('option').allTextContents()).resolves.toEqual([
      'Théâtre numéro 11 (BE)',
      'Un nouveau client',
    ]);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(field.inputValue()).resolves.toBe('Théâtre numéro 11 (BE)');
    await page.getByTestId('save-state').and(page.locator('[data-state=saved]')).waitFor();
    await page.reload();
    await field.waitFor();
    await expect(field.inputValue()).resolves.toBe('Théâtre numéro 11 (BE)');
    await field.fill('nobody is called that');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Un nouveau client' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('payroll completes a declaration, hands it in, and sees where the authority states something else', async () => {
    const { page, complaints } = await visit(browser, belgium());
    await signIn(page, staff('payroll'));
    const item = page.locator('[data-kind=declaration]').filter({ hasText: 'Dimona 1' }).getByRole('link');
    await item.waitFor();
    for (let at = 0; at < 20 && !(await item.evaluate((it) => it === document.activeElement)); at += 1)
      await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const said = page.getByTestId('declaration-fields');
    for (const value of ['90051700053', 'OTH']) {
      await write(page, said.getByLabel('Valeur'), value);
      await press(page, said.getByRole('button'));
      await page.locator(`[data-testid=diff-row][data-ours="${value}"]`).waitFor();
    }
    await press(page, page.getByRole('button', { name: 'Noter qu’elle est déposée' }));
    // The authority answers later: nobody asks for it again, the page hears of it.
    await page.locator('[data-testid=declaration][data-state=accepted]').waitFor();
    const stated = page.getByTestId('declaration-stated');
    await write(page, stated.getByLabel('Champ'), 'dimonaIn.endDate');
    await write(page, stated.getByLabel('Valeur'), '2026-03-28');
    await press(page, stated.getByRole('button'));
    await page.locator('[data-testid=diff-row][data-ours="2026-03-27"][data-theirs="2026-03-28"]').waitFor();
    await tabTo(page, page.getByLabel('Seulement là où les deux diffèrent'));
    await page.keyboard.press('Space');
    await page.getByTestId('diff-row').filter({ hasText: 'work.first' }).waitFor({ state: 'detached' });
    expect(await page.getByTestId('diff-row').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('finance records a decision for a day to come, and none for a day that is past', async () => {
    const { page } = await visit(browser, belgium());
    await signIn(page, staff('finance'));
    await press(page, page.getByRole('link', { name: 'Règles internes' }));
    const from = page.getByLabel('Premier jour d’application');
    await write(page, page.getByLabel('Nouvelle valeur'), '7,25');
    await tabTo(page, from);
    await from.fill('2026-01-01');
    await write(page, page.getByLabel('Qui a décidé'), 'assemblée générale du 1er juin 2026');
    await page.keyboard.press('Enter');
    await press(page, page.getByTestId('error-summary').getByRole('link'));
    expect(await from.evaluate((it) => it === document.activeElement)).toBe(true);
    await expect(page.getByLabel('Nouvelle valeur').inputValue()).resolves.toBe('7,25');
    await from.fill('2027-01-01');
    await page.keyboard.press('Enter');
    const policy = page.locator('[data-testid=policy][data-policy=contributionRate]');
    await policy.locator('[data-testid=policy-coming][data-from="2027-01-01"]').waitFor();
    await expect(policy.getAttribute('data-value')).resolves.toBe('6.5');
  });

  it('the federation opens a cycle and reads what each node has done', async () => {
    const { page } = await visit(browser, federation.centre.url, 'en-GB');
    await signIn(page, fedadmin());
    await press(page, page.getByRole('link', { name: 'Cycles' }));
    await press(page, page.locator('tbody').getByRole('link').first());
    await page.getByTestId('cycle-step').first().waitFor();
    expect(await page.locator('h1').evaluate((it) => it === document.activeElement)).toBe(true);
  });
});

describe('a new member', () => {
  it('is taken in once, keeps what was typed while her address is taken, and chooses her password by a letter', async () => {
    const { page } = await visit(browser, belgium());
    await signIn(page, staff('adviser'));
    await page.goto('/staff/people/new');
    const take = page.getByRole('button', { name: 'Accueillir' });
    await page.getByLabel('Nom').fill('Inès Martin');
    await take.click();
    await page.getByLabel('Métier').and(page.locator('[aria-invalid=true]')).fill('danseuse');
    await page.getByLabel('E-mail').fill(amina().email);
    await page.getByLabel('Compte pour son salaire').fill('BE68 5390 0754 7034');
    await take.click();
    await page.getByLabel('E-mail').and(page.locator('[aria-invalid=true]')).waitFor();
    await expect(page.getByLabel('Nom').inputValue()).resolves.toBe('Inès Martin');
    await page.getByLabel('E-mail').fill('ines@demo.example');
    await take.dblclick();
    await page.getByRole('heading', { name: 'Inès Martin' }).waitFor();
    const invitation = page.getByTestId('invitation');
    await invitation.and(page.locator('[data-state=open]')).getByText('n’a pas encore servi').waitFor();
    await expect(faultsOf(page)).resolves.toEqual([]);
    await page.goto('/staff/people');
    await page.getByRole('rowheader', { name: 'Inès Martin' }).waitFor();
    await expect(page.getByRole('rowheader', { name: 'Inès Martin' }).count()).resolves.toBe(1);
    const hers = await visit(browser, belgium(), 'en-GB');
    await hers.page.goto(await linkTo('ines@demo.example'));
    await hers.page.getByRole('heading', { name: 'Choisissez votre mot de passe' }).waitFor();
    await expect(faultsOf(hers.page)).resolves.toEqual([]);
    await write(hers.page, hers.page.getByLabel('Nouveau mot de passe'), 'une phrase à retenir');
    await hers.page.keyboard.press('Enter');
    await hers.page.getByText('Pas encore de fiche de paie').first().waitFor();
    expect(hers.complaints).toEqual([]);
  });
});

describe('a key of a program', () => {
  it('is told once, opens what it may, and opens nothing once it is revoked', async () => {
    const { page, complaints } = await visit(browser, belgium(), 'en-GB');
    await signIn(page, staff('sysadmin'));
    await page.goto('/system/keys');
    await page.getByLabel('Name').fill('bookkeeping');
    await page.getByLabel('finance:read').check();
    await page.getByRole('button', { name: 'Make the key' }).click();
    const secret = (await page.getByTestId('api-key').textContent()) ?? '';
    const ask = () => fetch(`${belgium()}/api/v1/recovery`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await ask()).status).toBe(200);
    await page.reload();
    await page.getByRole('rowheader', { name: 'bookkeeping' }).waitFor();
    expect(await page.locator('main').textContent()).not.toContain(secret);
    const revoke = page.getByRole('button', { name: 'Revoke bookkeeping' });
    await revoke.click();
    await revoke.click();
    await page.getByRole('row', { name: 'bookkeeping' }).filter({ hasText: 'Revoked' }).waitFor();
    expect((await ask()).status).toBe(401);
    expect(complaints).toEqual([]);
  });
});

describe('a table', () => {
  it('is put in order by the keyboard, at an address that stays, and saved as it stands', async () => {
    const { page, complaints } = await visit(browser, belgium());
    await signIn(page, staff('finance'));
    await page.goto('/staff/guarantee');
    const order = page.getByRole('columnheader', { name: 'Argent du fonds' });
    await press(page, order.getByRole('button'));
    await press(page, order.getByRole('button'));
    await page.waitForURL((url) => url.searchParams.get('entries.sort') === '-cash');
    await page.reload();
    await order.waitFor();
    expect(await order.getAttribute('aria-sort')).toBe('descending');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByTestId('csv').click()]);
    expect(saved.suggestedFilename()).toBe('entries.csv');
    const lines = readFileSync(await saved.path(), 'utf8').split('\r\n');
    expect(lines[0]).toBe('kind,day,text,cash,cashCurrency,advanced,advancedCurrency');
    const amounts = lines.slice(1, -1).map((line) => Number(/,(-?\d+[.]\d\d),EUR/.exec(line)?.[1]));
    expect(amounts.length).toBeGreaterThan(1);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    expect(complaints).toEqual([]);
  });
});

describe('on a telephone', () => {
  it('the menu leads to each room, and Escape closes it where it was opened', async () => {
    const { page } = await visit(browser, belgium());
    await page.setViewportSize({ width: 390, height: 800 });
    await signIn(page, staff('sysadmin'));
    await page.waitForURL((url) => url.pathname === '/system');
    const menu = page.getByRole('button', { name: 'Menu' });
    const rooms = page.getByRole('navigation', { name: 'Rubriques' });
    await press(page, menu);
    await tabTo(page, rooms.getByRole('link', { name: 'Piste d’audit' }));
    await page.keyboard.press('Escape');
    await rooms.waitFor({ state: 'hidden' });
    expect(await menu.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.goto('/staff/trail');
    // Her own look at this page is what stands in it first.
    await page.getByLabel('Seulement cette adresse e-mail ou clé').fill(staff('sysadmin').email);
    await page.getByRole('button', { name: 'Afficher', exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('name') === staff('sysadmin').email);
    await page.getByRole('row').filter({ hasText: 'trail' }).first().waitFor();
    await page.getByLabel('Seulement au sujet de cet identifiant').fill('Amina');
    await page.getByRole('button', { name: 'Afficher', exact: true }).click();
    await page.locator('[aria-invalid=true]').waitFor();
  });
});

describe('anybody', () => {
  const example = '/simulate?country=BE&status=artist&amount=1000&first=2026-03-23&last=2026-03-27&days=5';

  it('simulates a fee without signing in, by an address that can be shared', async () => {
    const { page } = await visit(browser, belgium());
    await page.goto(example);
    await page.getByTestId('net-amount').waitFor();
    const net = await page.getByTestId('net-amount').textContent();
    await page.getByLabel('Prix de toute la mission').fill('1 200,50');
    await page.waitForURL((url) => url.searchParams.get('amount') === '1 200,50');
    await page
      .getByTestId('amount-confirm')
      .filter({ hasText: /1\s200,50\s€/ })
      .waitFor();
    await page.waitForFunction((old) => document.querySelector('[data-testid=net-amount]')?.textContent !== old, net);
    await page.reload();
    await expect(page.getByLabel('Prix de toute la mission').inputValue()).resolves.toBe('1 200,50');
  });

  it('sees what is taken with a minus, and two answers beside each other at an address that stays', async () => {
    const { page, complaints } = await visit(browser, belgium());
    await page.goto(example);
    await expect(page.locator('[data-line-id=contribution] .amount').textContent()).resolves.toMatch(/^-65,00\s€$/);
    await page.getByRole('button', { name: 'Garder cette réponse et comparer' }).click();
    await page.getByLabel('Prix de toute la mission').fill('1 500');
    const price = page.getByTestId('compare').getByRole('row', { name: 'Prix' });
    for (const look of [() => undefined, () => page.reload()]) {
      await look();
      await price.filter({ hasText: /\+500,00\s€/ }).waitFor();
    }
    expect(complaints).toEqual([]);
  });

  it('is asked what 1.234 means', async () => {
    const { page } = await visit(browser, belgium());
    await page.goto(example.replace('1000', '1.234'));
    const meant = page.getByTestId('amount-confirm').getByRole('button');
    await meant.first().waitFor();
    expect(await meant.allTextContents()).toEqual([
      expect.stringMatching(/1\s234,00\s€/),
      expect.stringMatching(/1,23\s€/),
    ]);
    await meant.first().click();
    await page.getByTestId('net-amount').waitFor();
  });

  it('reads why no wage can be computed, and what would help', async () => {
    const { page } = await visit(browser, belgium());
    await page.goto(example.replace('1000', '50'));
    await expect(page.getByRole('alert').textContent()).resolves.toContain('Augmentez le coût employeur');
  });
});

/** Each page narrow and wide, with all that unfolds unfolded: nothing that axe knows is wrong, nothing is wider than the screen. */
async function lookAt(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await open(page, address);
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const menu = page.locator('header button[aria-expanded=false]:visible');
      for (const button of await menu.all()) await button.click();
      expect({ address, width, faults: await faultsOf(page) }).toEqual({ address, width, faults: [] });
      expect({ address, width, isWide: await isWide(page) }).toEqual({ address, width, isWide: false });
    }
    const large = await withLargeText(page, () => isWide(page));
    expect({ address, isWideWithLargeText: large }).toEqual({ address, isWideWithLargeText: false });
  }
}

const isWide = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

/** Letters of twice the size on a screen of 640 points. */
async function withLargeText<T>(page: Page, look: () => Promise<T>): Promise<T> {
  await page.setViewportSize({ width: 640, height: 800 });
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  const seen = await look();
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  return seen;
}

/** In each language the page is said to be in it, and no key of a text and no missing value is left. */
async function readAloud(page: Page): Promise<void> {
  for (const language of languages) {
    await page.getByTestId('lang-switch').selectOption(language);
    await page.locator(`html[lang=${language}]`).waitFor();
    expect(await page.locator('body').textContent()).not.toMatch(
      /\b(web|home|own|mine|desk|trail|refusal|access)\.[a-z]|\babout\.[a-z]+\.|\bfederation\.[a-z]+\.|\bmission\.[a-z]+\.|undefined|NaN/,
    );
  }
}

/** Both, for pages with a choice of language at their head. */
async function lookAndListen(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await lookAt(page, [address]);
    await readAloud(page);
  }
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

describe('every page', () => {
  beforeAll(async () => {
    await workUnpaid(scene);
    await refundClient(scene);
    await bankTells(scene, '2026-08-20', ['-50.00', 'Papeterie du Parc'], ['12.00', 'Nobody we know']);
  });

  it('of a worker has no fault that axe knows, is no wider than the screen and speaks each language', async () => {
    const { page, complaints } = await visit(browser, belgium());
    await signIn(page, amina());
    await lookAndListen(page, [...(await addressesOf(page, 'worker')), ...claims, '/missions/mis_nothing']);
    expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
  });

  it.each([
    ['adviser', ['/staff/invoices/nothing']],
    ['payroll', ['/staff/payslips/nothing']],
    ['finance', []],
    ['sysadmin', []],
  ] as const)('of the desk of %s has none either', async (role, empty) => {
    const { page, complaints } = await visit(browser, belgium());
    await signIn(page, staff(role));
    const addresses = await addressesOf(page, role);
    expect(addresses.filter((address) => address.includes(absent))).toEqual(empty);
    await lookAndListen(page, addresses);
    expect(complaints).toEqual([]);
  });

  it('of the federation has none either', async () => {
    const { page, complaints } = await visit(browser, federation.centre.url);
    await signIn(page, fedadmin());
    await lookAndListen(page, await addressesOf(page, 'fedadmin'));
    expect(complaints).toEqual([]);
  });
});

describe('a client with an invoice', () => {
  it('takes along what her bank asks for, and says what is wrong without script, once', async () => {
    const { page, complaints } = await visit(browser, belgium());
    const address = await invoiceTold(scene.branch('be').sysadmin, unpaid.email);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await lookAt(page, [`${address}?lang=fr`]);
    for (const [what, like] of [
      ['amount', /^\d+,\d\d$/],
      ['iban', /^BE\d{14}$/],
      ['reference', /^\+\+\+[\d/]+\+\+\+$|^RF/],
    ] as const) {
      const button = page.getByTestId(`copy-${what}`);
      await press(page, button);
      await button.locator('xpath=following-sibling::*[1]').filter({ hasText: 'Copié' }).waitFor();
      await expect(page.evaluate(() => navigator.clipboard.readText())).resolves.toMatch(like);
    }
    expect(complaints).toEqual([]);
    const context = await browser.newContext({ baseURL: belgium(), locale: 'fr-BE', javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.setViewportSize({ width: 360, height: 640 });
    await plain.goto(address);
    await expect(plain.getByTestId('copy-iban').isVisible()).resolves.toBe(false);
    await plain.getByText('Cette facture pose un problème').click();
    await plain.getByRole('button', { name: 'Envoyer à la coopérative' }).click();
    await plain.getByRole('alert').waitFor();
    await plain.locator('textarea').fill('Il pleuvait');
    await plain.getByRole('button', { name: 'nl', exact: true }).click();
    await plain.locator('html[lang=nl]').waitFor();
    await expect(plain.locator('textarea').inputValue()).resolves.toBe('Il pleuvait');
    await plain.getByRole('button', { name: 'Versturen naar de coöperatie' }).click();
    await plain.getByText(/U hebt ons op 20 aug\S* 2026 gemeld/).waitFor();
    await plain.goBack();
    await plain.reload();
    await plain.getByText('U hebt ons op').waitFor();
    await context.close();
    await signIn(page, staff('finance'));
    await page.goto('/staff/inbox');
    await page.getByTestId('inbox-item').and(page.locator('[data-kind=claim-disputed]')).waitFor();
  });
});

describe('her data', () => {
  it('says what would go and what stays until when, and erases it once', async () => {
    const { page, complaints } = await visit(browser, belgium());
    await signIn(page, amina());
    await page.goto('/me/data');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Enregistrer mes données' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('passerelle-person.json');
    await page.locator('[data-until="2036-12-31"]').first().waitFor();
    const erase = page.getByRole('button', { name: 'Effacer ceci maintenant' });
    await erase.click();
    await erase.click();
    await page.getByTestId('confirm').fill('quelqu’un');
    await page.getByRole('alert').or(page.locator('[aria-invalid=true]')).first().waitFor();
    await page.getByTestId('confirm').fill(amina().email);
    await erase.dblclick();
    await page.getByText('Rien ne peut être effacé maintenant').waitFor();
    await expect(page.getByRole('listitem').filter({ hasText: 'Notifications: ' }).count()).resolves.toBe(1);
    expect(complaints).toEqual([]);
  });
});

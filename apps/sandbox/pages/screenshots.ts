import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Person } from '../people.js';
import { runningFederation } from '../running.js';
import { chromiumProgram, openBrowser } from './browser.js';
import { addressesOf, absent } from './routes.js';
import { settled, signIn, visit } from './visit.js';

// npm run screenshots -- FOLDER: every page of the federation that runs, narrow and wide, light and dark.
const folder = resolve(process.argv[2] ?? 'screenshots');
mkdirSync(folder, { recursive: true });
const { nodes, centreUrl, people } = runningFederation();
const at = (id: string): string => nodes.find((node) => node.id === id)!.url;
const who = (role: string, where: string) => people.find((person) => person.role === role && person.at === where)!;
const browser = await openBrowser(chromiumProgram((text) => process.stderr.write(`${text}\n`)));
try {
  for (const role of ['worker', 'adviser', 'payroll', 'finance', 'sysadmin'] as const)
    await look(at('be'), who(role, 'be'));
  await look(centreUrl, who('fedadmin', 'federation'));
  for (const { id } of nodes) await lookAsClient(id);
} finally {
  await browser.close();
}

async function look(url: string, person: Person): Promise<void> {
  const { page } = await visit(browser, url);
  await signIn(page, person);
  for (const address of await addressesOf(page, person.role)) {
    const name = address
      .split('?')[0]!
      .replace(/_[0-9a-f]{32}/, '')
      .replaceAll('/', '-');
    if (!address.includes(absent)) await shoot(page, address, `${person.role}${name === '-' ? '-home' : name}`);
  }
}

/** What clients of a node open from their newest letters: an order, and an invoice. */
async function lookAsClient(node: string): Promise<void> {
  const { page } = await visit(browser, at(node));
  await signIn(page, who('sysadmin', node));
  const { items } = (await (await page.request.get('/api/v1/sandbox/mail')).json()) as { readonly items: string[] };
  for (const [what, link] of [
    ['order', /\/c\/[\w-]{43}(?![\w/-])/],
    ['invoice', /\/c\/[\w-]{43}\/invoice/],
  ] as const) {
    const newest = items.flatMap((letter) => link.exec(letter)?.[0] ?? []).at(-1);
    if (newest !== undefined) await shoot(page, newest, `client-${node}-${what}`);
  }
}

async function shoot(page: Page, address: string, name: string): Promise<void> {
  for (const width of [390, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(address);
      await settled(page);
      const path = join(folder, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
      process.stdout.write(`${path}\n`);
    }
}

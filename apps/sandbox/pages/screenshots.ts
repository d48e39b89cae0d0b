import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Person } from '../people.js';
import { runningFederation } from '../running.js';
import { chromiumProgram, openBrowser } from './browser.js';
import { consoleAddresses, deskAddresses, openedAddresses, settled, signIn, visit, workerAddresses } from './visit.js';

// npm run screenshots -- FOLDER: every page of the federation that runs, narrow and wide, light and dark.
const folder = resolve(process.argv[2] ?? 'screenshots');
mkdirSync(folder, { recursive: true });
const { nodes, centreUrl, people } = runningFederation();
const at = (id: string): string => nodes.find((node) => node.id === id)!.url;
const who = (role: string, where: string) => people.find((person) => person.role === role && person.at === where)!;
const browser = await openBrowser(chromiumProgram((text) => process.stderr.write(`${text}\n`)));
try {
  await look(at('be'), undefined, async () => ['/login']);
  await look(at('be'), who('worker', 'be'), workerAddresses);
  for (const role of ['adviser', 'payroll', 'finance'] as const)
    await look(at('be'), who(role, 'be'), async (page) => [
      ...deskAddresses[role],
      ...(await openedAddresses(page, role)),
    ]);
  await look(centreUrl, who('fedadmin', 'federation'), consoleAddresses);
} finally {
  await browser.close();
}

async function look(
  url: string,
  person: Person | undefined,
  addresses: (page: Page) => Promise<readonly string[]>,
): Promise<void> {
  const { page } = await visit(browser, url);
  if (person) await signIn(page, person);
  for (const address of await addresses(page)) await shoot(page, address);
}

async function shoot(page: Page, address: string): Promise<void> {
  const name =
    address
      .split('?')[0]!
      .replace(/_[0-9a-f]{32}/, '')
      .replaceAll('/', '-')
      .slice(1) || 'home';
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

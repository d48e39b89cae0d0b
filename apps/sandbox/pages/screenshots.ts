import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runningFederation } from '../running.js';
import { chromiumProgram, openBrowser } from './browser.js';
import { signIn, visit, workerAddresses } from './visit.js';

// npm run screenshots -- FOLDER: every page of the federation that runs, narrow and wide, light and dark.
const folder = resolve(process.argv[2] ?? 'screenshots');
mkdirSync(folder, { recursive: true });
const { nodes, people } = runningFederation();
const amina = people.find(({ email }) => email.startsWith('amina'))!;
const browser = await openBrowser(chromiumProgram((text) => process.stderr.write(`${text}\n`)));
try {
  const { page } = await visit(browser, nodes.find(({ id }) => id === amina.at)!.url);
  await page.goto('/login');
  await shoot('/login');
  await signIn(page, amina);
  for (const address of await workerAddresses(page)) await shoot(address);

  async function shoot(address: string): Promise<void> {
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
        await page.waitForLoadState('networkidle');
        const path = join(folder, `${name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true });
        process.stdout.write(`${path}\n`);
      }
  }
} finally {
  await browser.close();
}

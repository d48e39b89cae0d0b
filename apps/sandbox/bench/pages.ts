import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startFederation } from '../federation.js';
import { chromiumProgram, openBrowser } from '../pages/browser.js';
import { settled, signIn, visit } from '../pages/visit.js';
import { sow } from '../seeds.js';
import { agree, days, newestToken, register } from '../stories/border.js';
import { enter, until } from '../stories/scene.js';
import { type Figures, quantile, rounded } from './figures.js';
import type { BenchGround } from './ground.js';

/** How much slower than this machine the telephone is. */
const slower = 4;

/** Each visit comes with nothing in its cache, as the first one of a person does. */
const visits = 7;

/** What the guide to the pages asks. */
const limits = { limitMs: 2500, shiftLimit: 0.1 } as const;

interface Look {
  readonly what: string;
  readonly url: string;
  /** What a person carries who has signed in. */
  readonly state?: BrowserContextOptions['storageState'];
}

/** What a browser has seen of its own painting. */
interface Seen {
  readonly lcpMs: number;
  readonly shift: number;
}

/**
 * When the main text of a page stands there (the largest paint), on a processor four times slower, from a browser that
 * has never been here; and how far things moved meanwhile. Browser, nodes and database share this machine.
 */
export async function* measurePages(ground: BenchGround): AsyncGenerator<Figures> {
  const browser = await openBrowser(chromiumProgram((text) => process.stderr.write(`${text}\n`)));
  const federation = await startFederation({
    dir: join(ground.dir, 'federation'),
    addresses: 'any',
    clock: days.registered,
    databaseUrl: await ground.databaseServer(),
  });
  try {
    await sow({ federation, note: () => undefined });
    const { nodes, centre, people } = federation;
    const scene = await enter({ nodes, centreUrl: centre.url, people }, () => undefined);
    await agree(scene, await register(scene));
    const token = await until('the letter is written', () => newestToken(scene.branch('fr').sysadmin));
    const [be, fr] = [federation.node('be').url, federation.node('fr').url];
    const { page } = await visit(browser, be);
    await signIn(
      page,
      people.find(({ role, at }) => role === 'worker' && at === 'be')!,
    );
    const state = await page.context().storageState();
    const simulation = '/simulate?country=BE&amount=1000&first=2026-03-23&last=2026-03-27&days=5';
    yield await looked(browser, { what: 'home of a worker', url: be, state });
    yield await looked(browser, { what: 'simulator', url: `${be}${simulation}` });
    yield await looked(browser, { what: 'order of a client', url: `${fr}/c/${token}` });
  } finally {
    await browser.close();
    await federation.stop();
  }
}

async function looked(browser: Browser, look: Look): Promise<Figures> {
  const seen: Seen[] = [];
  for (let visit = 0; visit < visits; visit += 1) seen.push(await once(browser, look));
  const lcp = seen.map(({ lcpMs }) => lcpMs);
  const [lcpP50Ms, lcpMostMs] = [rounded(quantile(lcp, 0.5)), rounded(Math.max(...lcp))];
  const shift = rounded(Math.max(...seen.map((each) => each.shift)));
  return { what: look.what, visits, slower, lcpP50Ms, lcpMostMs, shift, ...limits };
}

async function once(browser: Browser, { url, state }: Look): Promise<Seen> {
  const { page } = await visit(browser, url, 'fr-BE', { ...(state && { storageState: state }), viewport: telephone });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(url);
  await settled(page);
  const seen = await paintingOf(page);
  await page.context().close();
  return seen;
}

const telephone = { width: 390, height: 800 };

const paintingOf = (page: Page): Promise<Seen> =>
  page.evaluate(async () => {
    const of = (type: string): Promise<PerformanceEntryList> =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
        // A page in which nothing moved has no entry to tell of.
        setTimeout(() => resolve([]), 500);
      });
    const paints = await of('largest-contentful-paint');
    const moves = (await of('layout-shift')) as unknown as readonly { readonly value: number }[];
    return { lcpMs: paints.at(-1)?.startTime ?? Number.NaN, shift: moves.reduce((sum, { value }) => sum + value, 0) };
  });

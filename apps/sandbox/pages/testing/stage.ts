import type { Browser } from 'playwright-core';
import { type Federation, startFederation } from '../../federation.js';
import { sow } from '../../seeds.js';
import { days } from '../../stories/border.js';
import { type Scene, enter } from '../../stories/scene.js';
import { throwawayFolder } from '../../testing/throwaway.js';
import { chromiumProgram, openBrowser } from '../browser.js';

/** A federation of real processes, everybody in it signed in at its API, and a real browser. */
export interface Stage {
  readonly federation: Federation;
  readonly scene: Scene;
  readonly browser: Browser;
}

/** Opens a stage before the specs of a file, on which `begin` plays what went before, and leaves nothing of it after them. */
export function staged(begin: (stage: Stage) => Promise<void>): void {
  const folder = throwawayFolder();
  let browser: Browser;
  let federation: Federation;

  beforeAll(async () => {
    browser = await openBrowser(chromiumProgram(() => undefined));
    federation = await startFederation({
      dir: folder.dir,
      addresses: 'any',
      clock: days.registered,
      databaseUrl: process.env.PASSERELLE_TEST_DATABASE_URL,
    });
    await sow({ federation, note: () => undefined });
    const { nodes, centre, people } = federation;
    const scene = await enter({ nodes, centreUrl: centre.url, people }, () => undefined);
    await begin({ federation, scene, browser });
  });

  // Pages that nobody looks at any more go on asking.
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  afterAll(async () => {
    await browser.close();
    await federation.stop();
    folder.remove();
  });
}

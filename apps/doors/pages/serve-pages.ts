import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The pages of a program: which document shows them, and the addresses at which it does. */
export interface Pages {
  /** A document of the built pages, such as `node`. */
  readonly document: string;
  /** Addresses that the document answers with everything under them; `/` alone stands for itself. */
  readonly addresses: readonly string[];
  /** Where the built pages lie; beside this program by default. */
  readonly folder?: string;
}

/** Beside the built programs: `dist/apps/web`. Run from its sources, a program has no pages. */
const built = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'web');

const hourMs = 3600 * 1000;
const yearMs = 365 * 24 * hourMs;

/**
 * Shows a program's pages to browsers. Files under `/assets` carry a hash in their names and are kept for a year, those
 * under `/plain` for an hour: they belong to pages that the program writes itself. The
 * document itself is asked for each time, so that an upgrade is seen at once. What is no page goes on to the API.
 */
export function servePages(app: NestExpressApplication, { document, addresses, folder = built }: Pages): void {
  const file = join(folder, `${document}.html`);
  if (!existsSync(file)) return;
  app.useStaticAssets(join(folder, 'assets'), { prefix: '/assets', immutable: true, maxAge: yearMs, index: false });
  app.useStaticAssets(join(folder, 'plain'), { prefix: '/plain', maxAge: hourMs, index: false });
  app.use((request: Request, response: Response, next: () => void) => {
    if (!isPage(request, addresses)) return next();
    response.set('cache-control', 'no-cache').sendFile(file);
  });
}

function isPage(request: Request, addresses: readonly string[]): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (request.accepts(['json', 'html']) !== 'html') return false;
  return addresses.some(
    (address) => request.path === address || (address !== '/' && request.path.startsWith(`${address}/`)),
  );
}

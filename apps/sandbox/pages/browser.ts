import { type Browser, chromium } from 'playwright-core';
import { installed, onThePath } from '../debian.js';

const howToGetOne = `no Chromium was found on this machine. Any one of these helps:
  Debian or Ubuntu   sudo apt-get install chromium
  elsewhere          start with CHROMIUM=/path/to/chromium`;

/**
 * The program of a browser: the one that `CHROMIUM` names, else the one on the path, else Debian's, which is installed
 * when we are root on a machine that has apt. @throws Error that says how to get one
 */
export function chromiumProgram(note: (text: string) => void): string {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') return named;
  const found = onThePath('chromium') ?? onThePath('google-chrome') ?? installed('chromium', note);
  if (found === undefined) throw new Error(howToGetOne);
  return found;
}

/** A browser without a window. Its own walls need rights that root in a container does not have. */
export const openBrowser = (program: string): Promise<Browser> =>
  chromium.launch({ executablePath: program, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

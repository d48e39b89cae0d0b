import type { Door } from '../door.js';
import { type Paged, get } from '../stories/border.js';
import { until } from '../stories/scene.js';

/**
 * The link to choose a password in the newest letter to that address, without the address of the node; one that is known
 * already is not waited for.
 */
export const newestLink = (sysadmin: Door, email: string, known: readonly string[] = []): Promise<string> =>
  until(`a letter to ${email} is written`, async () => {
    const { items } = await get<Paged<string>>(sysadmin, `/sandbox/mail?to=${encodeURIComponent(email)}`);
    const links = items.flatMap((letter) => /\/password\?lang=\w\w#[\w-]{43}/.exec(letter)?.[0] ?? []);
    return links.findLast((link) => !known.includes(link));
  });

/** The address of the invoice of which the newest letter to that client tells. */
export const invoiceTold = (sysadmin: Door, email: string): Promise<string> =>
  until(`${email} is told of an invoice`, async () => {
    const { items } = await get<Paged<string>>(sysadmin, `/sandbox/mail?to=${encodeURIComponent(email)}`);
    return items.flatMap((letter) => /\/c\/[\w-]{43}\/invoice/.exec(letter)?.[0] ?? []).at(-1);
  });

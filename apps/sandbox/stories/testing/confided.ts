import { randomUUID } from 'node:crypto';
import { type Paged, get } from '../border.js';
import { type Scene, act } from '../scene.js';

interface Declaration {
  readonly id: string;
  readonly missing: readonly unknown[];
}

const nationalNumber = '90051700053';

/**
 * What no log may ever hold: a national number that payroll states, the key of a program that asks with it, one that
 * somebody mistyped, and the words of every link that was sent to a client. Each has passed through a program by now.
 */
export async function confided(scene: Scene, url: string): Promise<readonly string[]> {
  const { payroll, sysadmin, stranger } = scene.branch('be');
  const { items } = await get<Paged<Declaration>>(payroll, '/declarations');
  const open = items.find(({ missing }) => JSON.stringify(missing).includes('worker.nationalNumber'));
  if (!open) throw new Error('no declaration asks for a national number');
  await act(payroll, `/declarations/${open.id}/fields`, { name: 'worker.nationalNumber', value: nationalNumber });
  const wanted = { name: 'bookkeeping', scopes: ['finance:read'], days: 1 };
  const { secret } = (await act(sysadmin, '/api-keys', wanted)) as { readonly secret: string };
  const mistyped = `${secret}x${randomUUID()}`;
  for (const key of [secret, mistyped])
    await fetch(`${url}/api/v1/invoices?key=${key}`, { headers: { authorization: `Bearer ${key}` } });
  const letters = await Promise.all(
    scene.branches.map((branch) => get<Paged<string>>(branch.sysadmin, '/sandbox/mail')),
  );
  const links = letters.flatMap((each) => each.items).flatMap((letter) => /\/c\/([\w-]{43})/.exec(letter)?.[1] ?? []);
  for (const link of links) await stranger.ask('GET', `/confirmations/${link}`);
  return [nationalNumber, secret, mistyped, ...links];
}

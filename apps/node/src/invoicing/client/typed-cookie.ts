import type { Request, Response } from 'express';

const name = 'passerelle_typed';

/** What a client wrote into the form of an order and has not sent: it comes back when the page is shown again. */
export function typedIn({ headers }: Pick<Request, 'headers'>): string {
  const kept = new RegExp(`(?:^|; *)${name}=([\\w-]*)`).exec(headers.cookie ?? '')?.[1] ?? '';
  return Buffer.from(kept, 'base64url').toString('utf8');
}

/** Keeps it in the browser for some minutes, for this order alone; nothing typed clears it. */
export function keepTyped(
  response: Response,
  { path, typed, isSecure }: { readonly path: string; readonly typed: string; readonly isSecure: boolean },
): void {
  const options = { path, httpOnly: true, sameSite: 'strict', secure: isSecure } as const;
  if (typed === '') response.clearCookie(name, options);
  else response.cookie(name, Buffer.from(typed).toString('base64url'), { ...options, maxAge: 10 * 60_000 });
}

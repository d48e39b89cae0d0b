import type { Request, Response } from 'express';

/** The forms in which a client writes: her answer to an order, and what is wrong with an invoice. */
export type Form = 'order' | 'dispute';

const nameOf = (form: Form): string => `passerelle_typed_${form}`;

/** What a client wrote into a form and has not sent: it comes back when the page is shown again. */
export function typedIn({ headers }: Pick<Request, 'headers'>, form: Form): string {
  const kept = new RegExp(`(?:^|; *)${nameOf(form)}=([\\w-]*)`).exec(headers.cookie ?? '')?.[1] ?? '';
  return Buffer.from(kept, 'base64url').toString('utf8');
}

interface Typed {
  readonly form: Form;
  readonly path: string;
  readonly text: string;
  readonly isSecure: boolean;
}

/** Keeps it in the browser for some minutes, for this page alone; nothing typed clears it. */
export function keepTyped(response: Response, { form, path, text, isSecure }: Typed): void {
  const options = { path, httpOnly: true, sameSite: 'strict', secure: isSecure } as const;
  if (text === '') response.clearCookie(nameOf(form), options);
  else response.cookie(nameOf(form), Buffer.from(text).toString('base64url'), { ...options, maxAge: 10 * 60_000 });
}

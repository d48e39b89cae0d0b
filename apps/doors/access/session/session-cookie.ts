import type { CookieOptions, Request } from 'express';

export const sessionCookie = 'passerelle_session';

/** The token in the session cookie, if there is one. Only our own cookie is looked at. */
export const sessionTokenOf = (request: Pick<Request, 'headers'>): string | undefined =>
  cookieIn(request, sessionCookie);

/** The token in a cookie of ours. */
export function cookieIn(request: Pick<Request, 'headers'>, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const token = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return token && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** No script reads it and no other website sends it along; over https it never travels in the clear. */
export const cookieOptions = (baseUrl: string): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  secure: baseUrl.startsWith('https:'),
  path: '/',
});

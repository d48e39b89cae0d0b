import type { Request } from 'express';

/** Somebody saw or did something. */
export interface TrailEntry {
  readonly at: Date;
  /** The account or key; none for what was done from the command line. */
  readonly who?: string;
  /** The e-mail address, `key:` and the key's name, or `command line`. */
  readonly name: string;
  readonly roles?: readonly string[];
  /** The route, without what stands in its address: `GET /api/v1/members/:id`. */
  readonly act: string;
  /** What it was about: the UUIDs in the address, the search and the first level of the body. */
  readonly things?: readonly string[];
  /** How it was answered. */
  readonly status?: number;
  readonly traceId?: string;
}

/** Staff and programs leave a trail when they look, and everybody when they change something. */
export function entryOf(request: Request, status: number, at: Date): TrailEntry | undefined {
  const { account, method, traceId } = request;
  const path = (request.route as { readonly path?: unknown } | undefined)?.path;
  if (!account || typeof path !== 'string') return undefined;
  const isReading = ['GET', 'HEAD'].includes(method);
  if (isReading && (account.roles.every((role) => role === 'worker') || isAboutOneself(path))) return undefined;
  const { id: who, email: name, roles } = account;
  return { at, who, name, roles, act: `${method} ${path}`, things: thingsIn(request), status, traceId };
}

/** Every page asks who is signed in, and that tells nobody anything about anybody else. */
const isAboutOneself = (path: string): boolean => path.startsWith('/api/v1/session');

function thingsIn({ params, query, body }: Request): readonly string[] {
  const fields = [params, query, Buffer.isBuffer(body) ? {} : (body as object | undefined)];
  const texts = fields.flatMap((each) => Object.values(each ?? {}) as unknown[]);
  return [...new Set(texts.flatMap(thingIn))].slice(0, 50);
}

function thingIn(text: unknown): string[] {
  const digits = typeof text === 'string' ? /^[a-z0-9]{2,5}_([0-9a-f]{32})$/.exec(text)?.[1] : undefined;
  return digits === undefined ? [] : [digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')];
}

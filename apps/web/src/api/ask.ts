import { ApiProblem } from './problem.js';

type Method = 'get' | 'post' | 'put' | 'delete';

/** The body of the first success that an operation of the API documents. */
type Answer<O> = O extends { responses: infer R }
  ? R extends { 200: { content: { 'application/json': infer B } } }
    ? B
    : R extends { 201: { content: { 'application/json': infer B } } }
      ? B
      : undefined
  : never;

// In brackets, because the compiler would otherwise try each combination of the questions of all operations.
type Sent<O> = [O] extends [{ requestBody: { content: { 'application/json': infer B } } }] ? { body: B } : object;
type Named<O> = [O] extends [{ parameters: { path: infer P } }] ? { path: P } : object;
type Asked<O> = [O] extends [{ parameters: { query?: infer Q } }]
  ? [Q] extends [never]
    ? object
    : { query?: Q }
  : object;

interface With {
  /** The key under which it happens once. */
  readonly once?: string;
  /** The version of what it was decided on. */
  readonly seen?: string | undefined;
  readonly signal?: AbortSignal;
}

/** What an operation is asked with: names in its address, its query, its body, and what goes with every one. */
export type Question<O> = Sent<O> & Named<O> & Asked<O> & With;

interface Given extends With {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const versions = new Map<string, string>();

/** The version in which something was read last, by its address. */
export const versionOf = (address: string): string | undefined => versions.get(address);

/** What stands at an address was told on the way, with a refusal. */
export const knowVersion = (address: string, tag: string): void => void versions.set(address, tag);

/**
 * Asks one program's API, whose operations are `Paths` (generated from its OpenAPI document). Throws `ApiProblem` with
 * what the program said, or with what the network did.
 */
export const asking =
  <Paths>(language: () => string) =>
  async <P extends keyof Paths & string, M extends keyof Paths[P] & Method>(
    method: M,
    address: P,
    question: Question<Paths[P][M]>,
  ): Promise<Answer<Paths[P][M]>> => {
    const { path = {}, query = {}, body, once, seen, signal } = question as Given;
    const at = addressOf(address, path, query);
    const answer = await reach(at, {
      method: method.toUpperCase(),
      headers: {
        accept: 'application/json',
        'accept-language': language(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(once === undefined ? {} : { 'idempotency-key': once }),
        ...(seen === undefined ? {} : { 'if-match': seen }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok) throw await ApiProblem.of(answer);
    const tag = answer.headers.get('etag');
    // What was put at an address stands there now.
    if ((method === 'get' || method === 'put') && tag !== null) versions.set(at, tag);
    return (answer.status === 204 ? undefined : await answer.json()) as Answer<Paths[P][M]>;
  };

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw ApiProblem.offline();
  }
}

function addressOf(
  address: string,
  path: Readonly<Record<string, string>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const named = address.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (asked.length === 0) return named;
  return `${named}?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()}`;
}

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

/** What an operation is asked with: names in its address, its query, its body, and the key under which it happens once. */
export type Question<O> = Sent<O> & Named<O> & Asked<O> & { readonly once?: string; readonly signal?: AbortSignal };

interface Given {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly once?: string;
  readonly signal?: AbortSignal;
}

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
    const { path = {}, query = {}, body, once, signal } = question as Given;
    const answer = await reach(addressOf(address, path, query), {
      method: method.toUpperCase(),
      headers: {
        accept: 'application/json',
        'accept-language': language(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(once === undefined ? {} : { 'idempotency-key': once }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok) throw await ApiProblem.of(answer);
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

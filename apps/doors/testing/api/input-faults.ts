import { faultOfAnswer, pointersOf, problemTypeOf } from './answers.js';
import { allowedOn, anyIdFor, findings, type Inspection, requestTo, unknownIdFor } from './inspection.js';
import { rightValue } from './right-values.js';
import type { Route } from './routes.js';
import { changedTables, rowsAtRest, rowsOf } from './rows.js';
import type { Answered } from './visitor.js';
import { oddBodies, type WrongBody, wrongBodies } from './wrong-values.js';

/** Operations that take a wrong body, do not say what is wrong with it, or keep something of it. */
export async function wrongBodyFaults(inspection: Inspection): Promise<string[]> {
  const { database, logs } = inspection;
  const found: string[] = [];
  let before = await rowsAtRest(database, logs);
  for (const route of withBody(inspection)) {
    const faults = await findings(bodiesFor(route, inspection), (wrong) => faultOfWrong(route, wrong, inspection));
    const after = await rowsOf(database, logs);
    const kept = changedTables(before, after);
    before = after;
    found.push(...faults, ...(kept.length > 0 ? [`${route.name} kept something in ${kept.join(', ')}`] : []));
  }
  return found;
}

const withBody = ({ routes }: Inspection): Route[] => routes.filter(({ described }) => described?.body);

const rightBody = (route: Route, { schemas, ids }: Inspection): Record<string, unknown> =>
  rightValue(route.described!.body!, schemas, ids) as Record<string, unknown>;

const bodiesFor = (route: Route, inspection: Inspection): WrongBody[] =>
  wrongBodies(route.described!.body!, rightBody(route, inspection), inspection.schemas);

async function faultOfWrong(route: Route, { what, body, pointer }: WrongBody, inspection: Inspection) {
  const id = anyIdFor(route, inspection.ids);
  const answer = await allowedOn(route, inspection).ask(requestTo(route, id, JSON.stringify(body)));
  const fault = faultOfAnswer(answer);
  if (fault !== undefined) return `${route.name} with ${what} answers ${fault}`;
  const isPointedAt = pointersOf(answer).some((at) => at === pointer || at.startsWith(`${pointer}/`));
  const isNoObject = pointer === '#' && problemTypeOf(answer) === '/problems/broken-body';
  if (answer.status === 400 && (isPointedAt || isNoObject)) return undefined;
  return `${route.name} with ${what} answers ${answer.status} at [${pointersOf(answer).join(' ')}]`;
}

/** Operations that fail on a body that is well formed but odd: they may take it or refuse it. */
export const oddBodyFaults = (inspection: Inspection): Promise<string[]> =>
  findings(withBody(inspection), async (route) => {
    const id = anyIdFor(route, inspection.ids);
    const faults: string[] = [];
    for (const { what, body } of oddBodies(route.described!.body!, rightBody(route, inspection), inspection.schemas)) {
      const answer = await allowedOn(route, inspection).ask(requestTo(route, id, JSON.stringify(body)));
      const fault = faultOfAnswer(answer) ?? (isTurnedAway(route, answer) ? String(answer.status) : undefined);
      if (fault !== undefined) faults.push(`${route.name} with ${what} answers ${fault}`);
    }
    return faults;
  });

/** Nothing is tried on a door that does not open. */
const isTurnedAway = ({ access }: Route, { status }: Answered): boolean =>
  access.kind !== 'public' && (status === 401 || status === 403);

/** Operations that do not refuse what cannot be read at all, each in its own way. */
export const unreadableFaults = (inspection: Inspection): Promise<string[]> =>
  findings(withBody(inspection), async (route) => {
    const asked = requestTo(route, unknownIdFor(route));
    const faults: string[] = [];
    for (const { what, body, headers = {}, statuses } of unreadable) {
      const answer = await allowedOn(route, inspection).ask({
        ...asked,
        body,
        headers: { ...asked.headers, ...headers },
      });
      const fault = faultOfAnswer(answer) ?? (statuses.includes(answer.status) ? undefined : String(answer.status));
      if (fault !== undefined) faults.push(`${route.name} with ${what} answers ${fault}`);
    }
    return faults;
  });

interface Unreadable {
  readonly what: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly statuses: readonly number[];
}

const unreadable: readonly Unreadable[] = [
  { what: 'half a body', body: '{"a": ', statuses: [400] },
  { what: 'two bodies', body: '{}{}', statuses: [400] },
  { what: 'bytes that are no text', body: Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d), statuses: [400] },
  { what: 'more than it reads', body: JSON.stringify({ a: 'x'.repeat(1_100_000) }), statuses: [413] },
  { what: 'a depth without end', body: `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, statuses: [400] },
  { what: 'a text', body: '{}', headers: { 'content-type': 'text/plain' }, statuses: [415] },
  { what: 'a form', body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' }, statuses: [415] },
  {
    what: 'a strange charset',
    body: '{}',
    headers: { 'content-type': 'application/json; charset=x-none' },
    statuses: [415],
  },
  { what: 'a strange encoding', body: '{}', headers: { 'content-encoding': 'x-none' }, statuses: [415] },
  { what: 'a broken archive', body: '{}', headers: { 'content-encoding': 'gzip' }, statuses: [400] },
];

/** Addresses that answer something strange to an id or a query that nobody was ever given. */
export const addressFaults = (inspection: Inspection): Promise<string[]> =>
  findings(inspection.routes, async (route) => {
    const visitor = allowedOn(route, inspection);
    const asked = requestTo(route, anyIdFor(route, inspection.ids));
    const paths = [
      ...(route.path.includes(':') ? oddIds.map((id) => requestTo(route, id).path) : []),
      ...(route.method === 'GET' ? oddQueries(route).map((query) => `${asked.path}?${query}`) : []),
    ];
    const faults: string[] = [];
    for (const path of paths) {
      const answer = await visitor.ask({ ...asked, path });
      const fault = route.path.startsWith('/api/')
        ? (faultOfAnswer(answer) ??
          foundFault(path, answer) ??
          (isTurnedAway(route, answer) ? String(answer.status) : undefined))
        : failure(answer);
      if (fault !== undefined) faults.push(`${route.method} ${path.slice(0, 120)} answers ${fault}`);
    }
    return faults;
  });

const failure = ({ status }: Answered): string | undefined => (status >= 500 ? String(status) : undefined);

/** Under an id that was never given out there is nothing. */
const foundFault = (path: string, { status }: Answered): string | undefined =>
  !path.includes('?') && status < 400 ? String(status) : undefined;

const oddIds = [
  `mis_${'f'.repeat(32)}`,
  `zzz_${'0'.repeat(32)}`,
  `mis_${'F'.repeat(32)}`,
  '019a0000-0000-7000-8000-000000000001',
  'null',
  '0',
  '-1',
  '%27%20or%201%3D1%20--',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  'mis_%00',
  '%ff%fe',
  '%zz',
  '%F0%9F%92%A9',
  'x'.repeat(3000),
];

const forged = ['after:', "after:' or 1=1", 'after:\0', 'after:1', 'after:99999999999999999999', 'x'].map((text) =>
  Buffer.from(text).toString('base64url'),
);

const oddValues = [
  '',
  '-1',
  '0',
  '1e3',
  '1.5',
  'NaN',
  '99999999999999999999',
  '%00',
  '%ff',
  '%zz',
  '%27--',
  'x'.repeat(3000),
];

function oddQueries({ described }: Route): string[] {
  const names = described?.query ?? [];
  return [
    ...names.flatMap((name) => oddValues.map((value) => `${name}=${value}`)),
    ...names.flatMap((name) => [`${name}=1&${name}=2`, `${name}[]=1`, `${name}[a]=1`, name]),
    ...(names.includes('cursor') ? forged.map((cursor) => `cursor=${cursor}`) : []),
    'surplus=1',
    '__proto__[a]=1',
    '%00=1',
  ];
}

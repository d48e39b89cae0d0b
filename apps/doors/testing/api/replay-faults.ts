import { faultOfAnswer, problemTypeOf } from './answers.js';
import { allowedOn, findings, idsFor, type Inspection, requestTo, unknownIdFor } from './inspection.js';
import { rightValue } from './right-values.js';
import type { Route } from './routes.js';
import type { Answered, Asked } from './visitor.js';

const movingMoney = ({ routes }: Inspection): Route[] => routes.filter((route) => route.movesMoney);

/** Routes that move money or signatures without a usable key. */
export const keylessFaults = (inspection: Inspection): Promise<string[]> =>
  findings(movingMoney(inspection), async (route) => {
    const id = unknownIdFor(route);
    const keys: Record<string, string>[] = [{}, ...unusableKeys.map((key) => ({ 'idempotency-key': key }))];
    const faults: string[] = [];
    for (const headers of keys) {
      const answer = await allowedOn(route, inspection).ask({ ...requestTo(route, id), headers });
      const isRefused = answer.status === 400 && problemTypeOf(answer) === '/problems/idempotency-key-missing';
      if (!isRefused) faults.push(`${route.name} with ${JSON.stringify(headers)} answers ${answer.status}`);
    }
    return faults;
  });

const unusableKeys = ['', ' ', 'two words', 'é', 'k'.repeat(201)];

export interface Replays {
  readonly faults: readonly string[];
  /** The routes that did something and were asked again. */
  readonly tried: readonly string[];
}

/**
 * Makes every route that moves money act where that is possible with what exists, then sends the same again, and
 * another body with the same key. One act may be what the next one needs, so there are several rounds.
 */
export async function replays(inspection: Inspection, idsNow: () => Promise<Inspection['ids']>): Promise<Replays> {
  const faults: string[] = [];
  const tried = new Set<string>();
  for (let isFruitful = true; isFruitful;) {
    const round = { ...inspection, ids: await idsNow() };
    const before = tried.size;
    for (const route of movingMoney(inspection).filter(({ name }) => !tried.has(name))) {
      const acted = await firstAct(route, round);
      if (!acted) continue;
      tried.add(route.name);
      faults.push(...(await faultsOfRepeat(route, acted, inspection)));
    }
    isFruitful = tried.size > before;
  }
  return { faults, tried: [...tried] };
}

interface Act {
  readonly asked: Asked;
  readonly answer: Answered;
}

async function firstAct(route: Route, inspection: Inspection): Promise<Act | undefined> {
  const { schemas, ids } = inspection;
  const body = route.described?.body && rightValue(route.described.body, schemas, ids);
  for (const id of route.idPrefix ? idsFor(route, ids) : ['unknown']) {
    const asked = requestTo(route, id, body);
    const answer = await allowedOn(route, inspection).ask(asked);
    if (answer.status < 300) return { asked, answer };
  }
  return undefined;
}

async function faultsOfRepeat(route: Route, { asked, answer }: Act, inspection: Inspection): Promise<string[]> {
  const who = allowedOn(route, inspection);
  const again = await who.ask(asked);
  const isSame = again.status === answer.status && again.headers.get('idempotent-replayed') === 'true';
  const other = await who.ask({ ...asked, body: { ...(asked.body as object), ...otherwise(asked.body as object) } });
  const isRefused = other.status === 422 && problemTypeOf(other) === '/problems/idempotency-key-used-otherwise';
  return [
    ...(isSame && canonical(again) === canonical(answer)
      ? []
      : [`${route.name} again answers ${again.status}: ${again.text}`]),
    ...(isRefused
      ? []
      : [`${route.name} with another body answers ${other.status}: ${faultOfAnswer(other) ?? other.text}`]),
  ];
}

/** The same fields with one value changed, so that the body is as right as before; an empty one gets a field. */
function otherwise(body: object): object {
  const fields = Object.entries(body) as [string, unknown][];
  for (const change of changes) {
    const [name, value] = fields.find(([, each]) => change(each) !== undefined) ?? [];
    if (name !== undefined) return { [name]: change(value) };
  }
  return { surplus: 1 };
}

/** How a value becomes another one that is as right, the least particular first; undefined where it does not. */
const changes: readonly ((value: unknown) => unknown)[] = [
  (value) => (typeof value === 'string' && (value.includes(' ') || value === 'Amina') ? 'Something else' : undefined),
  (value) => (typeof value === 'number' ? (value === 1 ? 2 : 1) : undefined),
  (value) => (typeof value === 'boolean' ? !value : undefined),
  (value) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? '2026-03-19' : undefined),
  (value) => (Array.isArray(value) && isFields(value[0]) ? [{ ...value[0], ...otherwise(value[0]) }] : undefined),
];

const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;

const canonical = ({ json }: Answered): string => JSON.stringify(sorted(json));

/** The database keeps an answer by its content, not by the order of its fields. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}

import type { Role } from '../../access/accounts/account.js';
import type { Scope } from '../../access/api-keys/api-key.js';
import { faultOfAnswer, problemTypeOf } from './answers.js';
import { idsIn, isList } from './harvest.js';
import { addressOf, findings, type Inspection, requestTo, unknownIdFor } from './inspection.js';
import type { Route } from './routes.js';
import type { Answered, Visitor } from './visitor.js';

const guards = ['/problems/sign-in-needed', '/problems/not-allowed', '/problems/person-needed'];

/** Routes that let somebody in who has no business there, or keep somebody out who has. */
export function accessFaults(inspection: Inspection): Promise<string[]> {
  const { routes, stranger, people } = inspection;
  return findings(routes, async (route) => {
    const ask = (who: Visitor): Promise<Answered> => who.ask(requestTo(route, unknownIdFor(route)));
    const faults = [doorFault('a stranger', route, isAllowed(route), await ask(stranger), 401)];
    if (route.access.kind === 'public') return faults.flatMap((fault) => fault ?? []);
    for (const [role, person] of people)
      faults.push(doorFault(role, route, isAllowed(route, role), await ask(person), 403));
    return faults.flatMap((fault) => fault ?? []);
  });
}

/** Routes that let a program do more than its key says, or less. */
export function keyFaults({ routes }: Inspection, { role, verb }: Scope, program: Visitor): Promise<string[]> {
  return findings(routes, async (route) => {
    const isEnough = !route.needsPerson && (verb === 'change' || route.method === 'GET') && isAllowed(route, role);
    const answer = await program.ask(requestTo(route, unknownIdFor(route)));
    return doorFault(`a key of ${role}:${verb}`, route, isEnough || route.access.kind === 'public', answer, 403);
  });
}

const isAllowed = ({ access }: Route, role?: Role): boolean =>
  access.kind === 'public' || (role !== undefined && (access.kind === 'signed-in' || access.roles.includes(role)));

function doorFault(who: string, route: Route, isIn: boolean, answer: Answered, refusal: number): string | undefined {
  const isRefused = guards.includes(problemTypeOf(answer) ?? '');
  const fault = route.path.startsWith('/api/') ? faultOfAnswer(answer) : undefined;
  if (fault !== undefined) return `${route.name} answers ${who} ${fault}`;
  if (isIn) return isRefused ? `${route.name} keeps ${who} out` : undefined;
  return isRefused && answer.status === refusal ? undefined : `${route.name} answers ${who} ${answer.status}`;
}

/** Routes about which the API's document says something else than the program does. */
export const documentFaults = ({ routes }: Inspection): string[] =>
  routes.flatMap(({ name, access, described }) => {
    if (!described) return [];
    const said = described.roles ?? (described.isSecured ? 'signed-in' : 'public');
    const done = access.kind === 'roles' ? access.roles : access.kind;
    return String(said) === String(done)
      ? []
      : [`${name} is for ${String(done)}, but the document says ${String(said)}`];
  });

/** Two workers, and what the staff knows: what must be hers alone, and what the other is shown nevertheless. */
export interface Ownership {
  readonly owner: Visitor;
  readonly other: Visitor;
  /** A word that stands only in what is the owner's, such as her name. */
  readonly mark: RegExp;
}

/** Things of one worker that another can see, change, or find in a list. */
export async function ownershipFaults(inspection: Inspection, { owner, other, mark }: Ownership): Promise<string[]> {
  const { routes, ids } = inspection;
  const lists = routes.filter((route) => isList(route) && isAllowed(route, 'worker'));
  const seen = await Promise.all(lists.map(async ({ path }) => (await other.ask({ method: 'GET', path })).text));
  const shared = new Set(seen.flatMap(idsIn));
  const { subject } = (await other.ask({ method: 'GET', path: '/api/v1/session' })).json as { subject: string };
  const isHerself = (id: string): boolean => id.endsWith(subject.replaceAll('-', ''));
  const foreign = [...ids.values()].flat().filter((id) => !shared.has(id) && !isHerself(id));
  const listed = lists.filter((_, at) => mark.test(seen[at]!)).map(({ name }) => `${name} names the owner`);
  const single = routes.filter(
    (route) => route.access.kind === 'roles' && isAllowed(route, 'worker') && route.idPrefix,
  );
  const opened = await findings(single, async (route) => {
    const faults: string[] = [];
    for (const id of foreign) {
      const { status } = await other.ask(requestTo(route, id));
      // What a body must hold is told before anything is looked for, and tells nothing about the thing.
      const isClosed = status === 404 || (status === 400 && route.described?.body !== undefined);
      if (!isClosed) faults.push(`${route.method} ${addressOf(route, id)} answers another worker ${status}`);
    }
    return faults;
  });
  return [...listed, ...opened, ...(await neverOpened(inspection, single, owner))];
}

/** A door that opens to nobody would pass every test above. */
function neverOpened({ ids }: Inspection, routes: readonly Route[], owner: Visitor): Promise<string[]> {
  const shown = routes.filter(({ method }) => method === 'GET');
  return findings(shown, async (route) => {
    for (const id of [...ids.values()].flat())
      if ((await owner.ask(requestTo(route, id))).status === 200) return undefined;
    return `${route.name} shows the owner nothing of her own`;
  });
}

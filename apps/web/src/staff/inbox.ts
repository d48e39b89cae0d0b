import { type NodeBody, askNode } from '../api/node.js';
import type { Session } from '../app/session.js';
import * as items from './inbox-items.js';

interface Source {
  /** Whose decision it is. */
  readonly roles: readonly string[];
  readonly ask: (signal: AbortSignal, session: Session, missions: AskMissions) => Promise<readonly items.InboxItem[]>;
}

/** The branch's newest missions: asked once for all that names one. */
type AskMissions = () => Promise<readonly NodeBody<'MissionBody'>[]>;

/** As many as a person can decide in a day. */
const limit = 200;

/** Missions whose gates are looked at one by one. */
const mostMissions = 40;

const sources: readonly Source[] = [
  { roles: ['adviser'], ask: async (_signal, _session, missions) => items.ofMissions(await missions()) },
  {
    roles: ['adviser', 'payroll'],
    ask: async (signal, _session, missions) => {
      const waiting = (await missions()).filter(({ state, role }) => state === 'formalities' && role !== 'host');
      const read = async (mission: NodeBody<'MissionBody'>) => {
        const path = { id: mission.id };
        return items.ofFormalities(
          mission,
          await askNode('get', '/api/v1/missions/{id}/formalities', { path, signal }),
        );
      };
      return (await Promise.all(waiting.slice(0, mostMissions).map(read))).flat();
    },
  },
  {
    roles: ['adviser', 'payroll'],
    ask: async (signal) => {
      const query = { limit, state: 'open' } as const;
      return items.ofContracts((await askNode('get', '/api/v1/contracts', { query, signal })).items);
    },
  },
  {
    roles: ['adviser', 'finance'],
    ask: async (signal, { roles }) => {
      const states = roles.includes('finance') ? (['submitted', 'approved'] as const) : (['submitted'] as const);
      const read = async (state: (typeof states)[number]) =>
        (await askNode('get', '/api/v1/expenses', { query: { limit, state }, signal })).items;
      return items.ofExpenses((await Promise.all(states.map(read))).flat());
    },
  },
  {
    roles: ['payroll', 'adviser'],
    ask: async (signal, _session, missions) => {
      const { items: problems } = await askNode('get', '/api/v1/payroll/problems', { query: { limit }, signal });
      if (problems.length === 0) return [];
      const { items: members } = await askNode('get', '/api/v1/members', { query: { limit }, signal });
      return items.ofPayrollProblems(problems, await missions(), members);
    },
  },
  {
    roles: ['payroll'],
    ask: async (signal) =>
      items.ofUncollected((await askNode('get', '/api/v1/payroll-runs/waiting', { signal })).items),
  },
  {
    roles: ['payroll', 'finance'],
    ask: async (signal, { email }) =>
      items.ofRuns((await askNode('get', '/api/v1/payroll-runs', { query: { limit }, signal })).items, email),
  },
  {
    roles: ['adviser', 'finance'],
    ask: async (signal, _session, missions) => {
      const { items: held } = await askNode('get', '/api/v1/invoices/held', { signal });
      return held.length === 0 ? [] : items.ofHeldInvoices(held, await missions());
    },
  },
  {
    roles: ['finance'],
    ask: async (signal) => {
      const query = { limit, state: 'open' } as const;
      return items.ofBankLines((await askNode('get', '/api/v1/bank/lines', { query, signal })).items);
    },
  },
  {
    roles: ['finance'],
    ask: async (signal) => {
      const read = async (state: 'proposed' | 'held') =>
        (await askNode('get', '/api/v1/obligations', { query: { limit, state }, signal })).items;
      return items.ofObligations([...(await read('proposed')), ...(await read('held'))]);
    },
  },
  {
    roles: ['finance'],
    ask: async (signal, _session, missions) => {
      const { items: alarms } = await askNode('get', '/api/v1/guarantee/alarms', { signal });
      return alarms.length === 0 ? [] : items.ofFundAlarms(alarms, await missions());
    },
  },
  {
    roles: ['payroll', 'finance'],
    ask: async (signal) => items.ofWaiting((await askNode('get', '/api/v1/payouts/waiting', { signal })).items),
  },
  {
    roles: ['finance'],
    ask: async (signal) => {
      const query = { limit, state: 'prepared' } as const;
      return items.ofPayouts((await askNode('get', '/api/v1/payouts', { query, signal })).items);
    },
  },
  {
    roles: ['payroll'],
    ask: async (signal) =>
      items.ofDeclarations((await askNode('get', '/api/v1/declarations', { query: { limit }, signal })).items),
  },
  { roles: ['finance'], ask: async (signal) => items.ofLegs(await askNode('get', '/api/v1/legs', { signal })) },
];

/** Everything these roles can decide now, the nearest deadline first: one question to each list of the API. */
export async function inboxOf(session: Session, signal: AbortSignal): Promise<readonly items.InboxItem[]> {
  const asked = sources.filter(({ roles }) => roles.some((role) => session.roles.includes(role)));
  let asking: ReturnType<AskMissions> | undefined;
  const missions: AskMissions = () =>
    (asking ??= askNode('get', '/api/v1/missions', { query: { limit }, signal }).then(({ items: found }) => found));
  return items.byDeadline((await Promise.all(asked.map(({ ask }) => ask(signal, session, missions)))).flat());
}

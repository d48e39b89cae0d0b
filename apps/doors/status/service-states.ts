import type { ReadinessReport } from '../health/readiness.js';

/** What people use. Each program has some of these. */
export const services = ['pages', 'work', 'exchange', 'console', 'nodes', 'reports'] as const;
export type Service = (typeof services)[number];

export type ServiceState = 'up' | 'degraded' | 'down';

/** A service and the checks that stand behind it; how a check is called inside is nobody's business outside. */
export type ServiceChecks = readonly [service: Service, checks: readonly string[]];

/** The services of a program in the order of how much people miss them. The first ones are its pages: nothing serves without. */
export type ServicesOf = readonly [ServiceChecks, ...ServiceChecks[]];

/** How each service is; one that this program does not have is left out. */
export function serviceStates({ checks }: ReadinessReport, of: ServicesOf): ReadonlyMap<Service, ServiceState> {
  const [[pages]] = of;
  const states = new Map<Service, ServiceState>();
  for (const [service, names] of of) {
    const own = names.flatMap((name) => checks[name] ?? []);
    if (own.length === 0) continue;
    const isUp = own.every(({ status }) => status === 'ok');
    states.set(service, isUp ? 'up' : service === pages ? 'down' : 'degraded');
  }
  return states;
}

/** The whole, as the worst of its parts. */
export function wholeState(states: ReadonlyMap<Service, ServiceState>): ServiceState {
  const all = [...states.values()];
  return all.includes('down') ? 'down' : all.includes('degraded') ? 'degraded' : 'up';
}

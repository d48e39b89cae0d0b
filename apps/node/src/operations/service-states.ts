import type { ReadinessReport } from '@passerelle/doors';

/** What people use, in the order of how much they miss it. */
export const services = ['pages', 'work', 'exchange', 'reports'] as const;
export type Service = (typeof services)[number];

export type ServiceState = 'up' | 'degraded' | 'down';

/** Which checks stand behind each; how a check is called inside is nobody's business outside. */
const checksOf: Readonly<Record<Service, readonly string[]>> = {
  pages: ['database', 'migrations'],
  work: ['followers', 'keeping'],
  exchange: ['message bus'],
  reports: ['replica'],
};

/** How each service is; one that this node does not have is left out. Without its pages nothing else counts. */
export function serviceStates({ checks }: ReadinessReport): ReadonlyMap<Service, ServiceState> {
  const states = new Map<Service, ServiceState>();
  for (const service of services) {
    const own = checksOf[service].flatMap((name) => checks[name] ?? []);
    if (own.length === 0) continue;
    const isUp = own.every(({ status }) => status === 'ok');
    states.set(service, isUp ? 'up' : service === 'pages' ? 'down' : 'degraded');
  }
  return states;
}

/** The whole, as the worst of its parts. */
export function wholeState(states: ReadonlyMap<Service, ServiceState>): ServiceState {
  const all = [...states.values()];
  return all.includes('down') ? 'down' : all.includes('degraded') ? 'degraded' : 'up';
}

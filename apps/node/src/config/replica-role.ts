/**
 * What one process of a node does. Each tells its health at its port, so that it can be looked after; only those that
 * serve people answer anything else.
 */
export type ReplicaRole = 'all' | 'web' | 'worker' | 'exchange';

/**
 * Whether this process does its part of the node's work: `web` serves people, `worker` follows facts, begins days and lets time pass for
 * cycles, `exchange` runs the channels and reports.
 */
export const takesPart = ({ role }: { readonly role: ReplicaRole }, part: 'web' | 'worker' | 'exchange'): boolean =>
  role === 'all' || role === part;

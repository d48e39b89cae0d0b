import type { Work } from '@passerelle/doors/at-rest';
import { type Acknowledged, DoctorAcksStore } from './acks.store.js';
import type { Finding, Looked } from './finding.js';
import { type DoctorCheck, type Ground, doctorChecks } from './checks.service.js';

export type { Acknowledged };

/** What the chosen checks find, in their order, one after the other: they share two connections, and one is timed. */
export async function look(ground: Ground, isChosen: (check: DoctorCheck) => boolean): Promise<readonly Looked[]> {
  const looked: Looked[] = [];
  for (const check of doctorChecks.filter(isChosen))
    looked.push({ check: check.name, findings: await check.look(ground) });
  return looked;
}

/** The same findings with what operators know of them. */
export const withKnown = <F extends Finding>(findings: readonly F[], acks: readonly Acknowledged[]): readonly F[] =>
  findings.map((finding) => {
    const known = finding.result === 'ok' ? undefined : acks.find(({ what }) => what === finding.what);
    return known ? { ...finding, known: { until: known.until, reason: known.reason } } : finding;
  });

/** What operators have acknowledged and still counts. */
export const acknowledgedIn = (work: Work): Promise<readonly Acknowledged[]> => new DoctorAcksStore().inForce(work);

export const acknowledge = (work: Work, known: Acknowledged): Promise<void> => new DoctorAcksStore().add(work, known);

import { hostname } from 'node:os';
import type { Work } from '@passerelle/doors/at-rest';
import { type Acknowledged, DoctorAcksStore } from './acks.store.js';
import type { Finding, Looked } from './finding.js';
import { type DoctorCheck, type Ground, doctorChecks } from './checks.service.js';

export type { Acknowledged };

/** What the chosen checks find, in their order, one after the other: they share two connections, and one is timed. */
export async function look(ground: Ground, isChosen: (check: DoctorCheck) => boolean): Promise<readonly Looked[]> {
  const looked: Looked[] = [];
  for (const check of doctorChecks.filter(isChosen)) {
    const findings = await check.look(ground);
    looked.push(check.isOfMachine ? onThisMachine(check.name, findings) : { check: check.name, findings });
  }
  return looked;
}

function onThisMachine(check: string, findings: readonly Finding[]): Looked {
  const machine = hostname();
  return { check, machine, findings: findings.map((finding) => ({ ...finding, machine })) };
}

/** The same findings with what operators know of them. */
export const withKnown = <F extends Finding>(findings: readonly F[], acks: readonly Acknowledged[]): readonly F[] =>
  findings.map((finding) => {
    const known = finding.result === 'ok' ? undefined : acks.find((ack) => isAbout(ack, finding));
    return known ? { ...finding, known: { until: known.until, reason: known.reason } } : finding;
  });

/** What is known of one machine's disk says nothing of another's. */
const isAbout = ({ what, machine }: Acknowledged, finding: Finding): boolean =>
  what === finding.what && (machine === undefined || machine === finding.machine);

/** What operators have acknowledged and still counts. */
export const acknowledgedIn = (work: Work): Promise<readonly Acknowledged[]> => new DoctorAcksStore().inForce(work);

export const acknowledge = (work: Work, known: Acknowledged): Promise<void> => new DoctorAcksStore().add(work, known);

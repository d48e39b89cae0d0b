import {
  type A1Issuer,
  type HostTerms,
  type TaxAnswer,
  type TaxedWork,
  hostTerms,
  institutionFor,
  spansForTax,
  taxOf,
} from '@passerelle/coordination';
import type { WorkKind } from '../missions/mission.js';
import { type Case, countedIn, isAbroad } from './case.js';
import type { Law } from './gates.js';

/** What people should know of work abroad although it stops nothing: no gate stands on it. */
export interface Advice {
  /** Income tax that the country of work may take, by the usual treaties. */
  readonly tax: TaxAnswer;
  /** From when which working conditions of that country hold. */
  readonly hostTerms: HostTerms;
  /** Who issues the certificate that is needed; null when none is, or when nobody is known there. */
  readonly issuer: A1Issuer | null;
}

/** How tax treaties call the kinds of work that VAT tells apart. */
const taxedWork: Readonly<Record<WorkKind, TaxedWork>> = {
  artistic_performance: 'performance',
  technical_ancillary: 'technical',
  organiser_service: 'management',
  event_admission: 'other',
  teaching: 'teaching',
  consultancy: 'other',
  copyright_licence: 'other',
  general_service: 'other',
};

/** Advice for a mission abroad; null for one at home. Her other missions are counted, whoever hosts them. */
export function adviceOf(of: Case, law: Law): Advice | null {
  if (!isAbroad(of)) return null;
  const { mission, employer, situation, facts, others } = of;
  const { place, first, last, kind, directedBy } = mission.terms;
  const stays = [...others.map(({ terms }) => terms), mission.terms]
    .map(({ place: { country: host }, first: from, last: to }) => ({ host, first: from, last: to }))
    .filter(({ host }) => host === place.country);
  const here = { host: place.country, first, last };
  const elsewhere = countedIn(of, spansForTax(here));
  return {
    tax: taxOf({
      date: first,
      home: situation?.residence ?? employer.country,
      host: place.country,
      work: [taxedWork[kind]],
      stays,
      ...(elsewhere === undefined ? {} : { elsewhere }),
      employerState: employer.country,
      // The host's client pays the host, and the host owes the home: the wage is borne where the work is directed.
      borneInHost: facts.borneInHost ?? (directedBy === 'host' ? true : undefined),
      ...(facts.taxCertificateReceived === undefined ? {} : { certificateReceived: facts.taxCertificateReceived }),
    }),
    hostTerms: hostTerms(here, {
      earlier: others
        .filter(({ terms }) => terms.client.name === mission.terms.client.name)
        .map(({ terms }) => ({ host: terms.place.country, first: terms.first, last: terms.last })),
      reasonedNotice: facts.reasonedNotice ?? false,
    }),
    issuer: issuerOf(law),
  };
}

function issuerOf({ legislation }: Law): A1Issuer | null {
  if (!legislation.ok) return null;
  const { required, applyToState, procedure } = legislation.value.a1;
  if (!required || applyToState === null) return null;
  const kind = procedure === '987:16' ? 'multistate' : procedure === '987:18' ? 'exception' : 'posting';
  return institutionFor(applyToState, kind, false) ?? null;
}

import { type CountryCode, type PlainDate, country } from '@passerelle/values';
import type { MissionFacts } from '../legislation/facts.js';
import type { MissingFact } from '../refusal.js';
import { reason } from '../words.js';
import type { FederationSetup, RecordedOpening, SetupReading } from './setup.js';
import { trapWords } from './trap-words.js';

/**
 * Reads how home and host share a worker. A host that receives the worker and places her with its client has no posting
 * and hires out labour: refused, unless somebody with the right to do so has opened it and said why.
 */
export function readSetup(setup: FederationSetup, openings: readonly RecordedOpening[], on: PlainDate): SetupReading {
  const { home, host, directedBy, placedByHost, hiredByHost } = setup;
  const isPassedOn = placedByHost === true || directedBy === 'host';
  if (isPassedOn) return passedOn(setup, openings, on);
  if (hiredByHost === true)
    return { kind: 'two-employers', reasons: [reason('two-employers', trapWords['two-employers'])] };
  const missing = unknownIn(setup);
  if (missing.length > 0) return { kind: 'unknown', reasons: [reason('unknown', trapWords.unknown)], missing };
  return {
    kind: 'posting-possible',
    reasons: [reason('posting-possible', trapWords['posting-possible'], { home, host })],
  };
}

/** What the setup says to the question which law applies. */
export const missionFactsOf = ({
  directedBy,
  placedByHost,
}: FederationSetup): Pick<MissionFacts, 'directRelationshipKept' | 'passedOnByHost'> => ({
  directRelationshipKept: directedBy && directedBy === 'home',
  passedOnByHost: placedByHost === true || directedBy === 'host' ? true : placedByHost,
});

function passedOn(setup: FederationSetup, openings: readonly RecordedOpening[], on: PlainDate): SetupReading {
  const licence = licensed.includes(setup.host)
    ? [reason('agency-licence', trapWords['agency-licence'], { state: setup.host })]
    : [];
  const opening = openings.find((one) => isFor(one, setup) && isOpen(one, on));
  if (opening === undefined) return { kind: 'refused', flag, reasons: [reason(flag, trapWords[flag]), ...licence] };
  const opened = reason('opened', trapWords.opened, { by: opening.by, on: opening.on, why: opening.reason });
  return { kind: 'opened', flag, opening, reasons: [opened, ...licence] };
}

const flag = 'PASSED_ON_BY_HOST';

/** States known to ask for an agency licence before labour is hired out there; from memory, others may too. */
const licensed: readonly CountryCode[] = ['DE', 'FR', 'IT', 'AT'].map(country);

const isFor = ({ scope }: RecordedOpening, { home, host }: FederationSetup): boolean =>
  scope.kind === 'federation' || (scope.home === home && scope.host === host);

/** An opening without a reason opens nothing. */
const isOpen = ({ on: from, last, reason: why }: RecordedOpening, on: PlainDate): boolean =>
  from <= on && (last === undefined || on <= last) && why.trim() !== '';

function unknownIn({ directedBy, placedByHost }: FederationSetup): readonly MissingFact[] {
  const missing: MissingFact[] = [];
  if (directedBy === undefined)
    missing.push({ fact: 'directedBy', supplier: 'home', question: reason('directedBy', trapWords.directedBy) });
  if (placedByHost === undefined)
    missing.push({ fact: 'placedByHost', supplier: 'host', question: reason('placedByHost', trapWords.placedByHost) });
  return missing;
}

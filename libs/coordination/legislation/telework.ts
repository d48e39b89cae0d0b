import type { CountryCode } from '@passerelle/values';
import { isAtLeast, isLess, readDecimal } from '../exact.js';
import { cautionMargin, teleworkBelow, teleworkFrom } from '../parameters.js';
import type { MissingFact } from '../refusal.js';
import { hasSignedTelework } from '../telework-signatories.js';
import type { TeleworkFacts } from './facts.js';
import { closeTo } from './close-to.js';
import { type Outcome, found, lacking } from './finding.js';
import { type LastingWork, statesOf } from './lasting-work.js';
import { missingFact } from './missing.js';
import { isUnderTca } from './scope.js';
import type { Situation } from './situation.js';

/**
 * Step 8: the framework agreement keeps a teleworker under the law of the one seat, from a quarter to under half of the
 * time at home. A condition that fails leaves the ordinary rules; one that is unknown is asked for.
 */
export function teleworkAgreement(work: LastingWork): Outcome | undefined {
  const { situation } = work;
  const { telework, date } = situation;
  const seat = onlySeatBeside(work);
  if (telework === undefined || seat === undefined || isUnderTca(situation)) return undefined;
  if (!teleworkFrom.hasValueOn(date) || !haveSigned(telework, situation, seat)) return undefined;
  const share = readDecimal(telework.shareInResidence);
  const from = teleworkFrom.on(date);
  const below = teleworkBelow.on(date);
  if (share !== undefined && (isLess(share, from) || isAtLeast(share, below))) return undefined;
  if (telework.requestedByBoth === false || telework.onlyTeleworkInResidence === false) return undefined;
  const unknown = unknownIn(telework);
  if (unknown.length > 0) return lacking(...unknown);
  const margin = cautionMargin.on(date);
  const near = [from, below].flatMap((at) => closeTo({ name: 'telework-share', at, share, of: 'time' }, margin));
  return found(seat, '883:16(1)', 'agreed', { flags: ['TELEWORK_AGREEMENT'], askHuman: near });
}

/** The one seat, when the work is employed, lies in its state and the residence, and nowhere else. */
function onlySeatBeside({ situation, left }: LastingWork): CountryCode | undefined {
  const seats = new Set(left.map(({ employer }) => employer?.effective.seat));
  const [seat] = seats;
  if (seats.size !== 1 || seat === undefined || left.some(({ kind }) => kind !== 'employed')) return undefined;
  const places = new Set(left.map(({ country }) => country));
  const { residence } = situation;
  const isBetweenTheTwo = seat !== residence && places.size === 2 && places.has(seat) && places.has(residence!);
  return isBetweenTheTwo && statesOf(situation, left).length === 2 ? seat : undefined;
}

const haveSigned = (telework: TeleworkFacts, { residence, date }: Situation, seat: CountryCode): boolean =>
  telework.bothStatesSigned ?? (hasSignedTelework(seat, date) && hasSignedTelework(residence!, date));

const asked = ['shareInResidence', 'requestedByBoth', 'onlyTeleworkInResidence'] as const;

const unknownIn = (telework: TeleworkFacts): readonly MissingFact[] =>
  asked.filter((name) => telework[name] === undefined).map((name) => missingFact(`telework.${name}`));

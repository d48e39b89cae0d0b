import { Rate } from '@passerelle/values';
import { isAtLeast, isLess, partOf, totalOf } from '../exact.js';
import { cautionMargin, substantialShare } from '../parameters.js';
import { reason } from '../words.js';
import type { Flag, HumanQuestion } from './answer.js';
import { closeTo } from './close-to.js';
import { type Article, type Outcome, found, lacking } from './finding.js';
import { type LastingWork, statesOf } from './lasting-work.js';
import { missingFact } from './missing.js';
import { outOfScope } from './scope-words.js';
import { type Activity, type Employer, type Situation, isCoordinated } from './situation.js';
import { seatWords } from './seat-words.js';

/** A civil servant with several administrations is employed like others in the eyes of Art. 13(1). */
export const isEmployed = ({ kind }: Activity): boolean => kind !== 'self_employed';

/**
 * Steps 9 to 12. Employed in one state and self-employed in another: the state of employment. Employed in several: the
 * residence when a substantial part is done there, else by the seats of the employers (883/2004 Art. 13(1) and (3)).
 */
export function employed(work: LastingWork): Outcome | undefined {
  const employment = work.left.filter(isEmployed);
  const states = statesOf(work.situation, employment);
  const alsoSelfEmployed = employment.length < work.left.length;
  if (states.length === 0 || statesOf(work.situation, work.left).length < 2) return undefined;
  if (states.length === 1) return found(states[0]!, '883:13(3)', 'several-states', said(work));
  const ignored: readonly Flag[] = alsoSelfEmployed ? ['SELF_EMPLOYED_IGNORED_FOR_25'] : [];
  return inSeveralStates(work, employment, [...ignored, ...thirdCountryTime(work)]);
}

/** Time in third countries stays in the whole of which shares are taken (C-743/23). */
export const thirdCountryTime = ({ situation, left }: LastingWork): readonly Flag[] =>
  left.every(({ country }) => isCoordinated(situation, country)) ? [] : ['THIRD_COUNTRY_TIME_COUNTED'];

const said = (work: LastingWork, flags: readonly Flag[] = [], askHuman: readonly HumanQuestion[] = []) => ({
  flags: [...work.flags, ...flags],
  askHuman: [...work.askHuman, ...askHuman],
});

function inSeveralStates(work: LastingWork, employment: readonly Activity[], flags: readonly Flag[]): Outcome {
  const residence = work.situation.residence!;
  const { isSubstantial, askHuman } = atResidence(
    work,
    employment,
    work.all.filter((one) => !isEmployed(one)),
  );
  if (isSubstantial) return found(residence, '883:13(1)(a)', 'several-states', said(work, flags, askHuman));
  const nameless = employment.filter(({ employer }) => employer === undefined);
  if (nameless.length > 0) return lacking(...nameless.map(({ path }) => missingFact('employer', `${path}.employer`)));
  const employers = employment.map(({ employer }) => employer!);
  const { state, article } = bySeats(work.situation, employers);
  if (!isCoordinated(work.situation, state)) return nowhere(state);
  const all = [...askHuman, ...seatOutside(work.situation, employers), ...severalAdministrations(employment)];
  return found(state, article, 'several-states', said(work, flags, all));
}

/**
 * Step 10 and its like for the self-employed: is a quarter of the time or of the pay at home? Work that is ignored in the
 * test is taken out of the whole; work that was dropped stays in it.
 */
export function atResidence(
  { situation }: LastingWork,
  work: readonly Activity[],
  ignored: readonly Activity[],
): { readonly isSubstantial: boolean; readonly askHuman: readonly HumanQuestion[] } {
  const { residence, date } = situation;
  const at = substantialShare.on(date);
  if (!isCoordinated(situation, residence!)) return { isSubstantial: false, askHuman: [] };
  const atHome = work.filter(({ country }) => country === residence);
  const shares = (['time', 'pay'] as const).map((of) => ({ of, share: shareOf(atHome, ignored, of) }));
  const margin = cautionMargin.on(date);
  const isSubstantial = shares.some(({ share }) => share !== undefined && isAtLeast(share, at));
  // One share clearly beyond the margin settles the matter, whatever the other says.
  const isBeyondDoubt = shares.some(({ share }) => share !== undefined && isLess(at.plus(margin), share));
  const near = shares.flatMap(({ of, share }) => closeTo({ name: 'substantial-share', at, share, of }, margin));
  return { isSubstantial, askHuman: isBeyondDoubt ? [] : near };
}

/** The part of the whole that is done at home; undefined where no share of the kind is known at home. */
function shareOf(atHome: readonly Activity[], ignored: readonly Activity[], of: 'time' | 'pay'): Rate | undefined {
  const known = sharesOf(atHome, of);
  if (known.length === 0) return atHome.length === 0 && of === 'time' ? Rate.zero : undefined;
  const whole = Rate.one.minus(totalOf(sharesOf(ignored, of)));
  return isLess(Rate.zero, whole) ? partOf(totalOf(known), whole) : Rate.zero;
}

const sharesOf = (work: readonly Activity[], of: 'time' | 'pay'): readonly Rate[] =>
  work.map((one) => one[of]).filter((share) => share !== undefined);

/** Step 11: (b)(i) to (iv); step 12: no seat inside the coordinated states (987/2009 Art. 14(11)). */
function bySeats(
  situation: Situation,
  employers: readonly Employer[],
): { readonly state: Employer['seat']; readonly article: Article } {
  const residence = situation.residence!;
  const inside = employers.map(({ effective }) => effective).filter(({ seat }) => isCoordinated(situation, seat));
  const seats = [...new Set(inside.map(({ seat }) => seat))];
  if (seats.length === 0) return { state: residence, article: '987:14(11)' };
  if (new Set(inside.map(({ id }) => id)).size === 1) return { state: seats[0]!, article: '883:13(1)(b)(i)' };
  if (seats.length === 1) return { state: seats[0]!, article: '883:13(1)(b)(ii)' };
  const abroad = seats.filter((seat) => seat !== residence);
  return abroad.length === 1
    ? { state: abroad[0]!, article: '883:13(1)(b)(iii)' }
    : { state: residence, article: '883:13(1)(b)(iv)' };
}

/** The rule names the residence, and the residence takes no part: no state can be named. */
export const nowhere = (state: Employer['seat']): Outcome => ({
  kind: 'out-of-scope',
  reason: reason('no-state-to-name', outOfScope['no-state-to-name'], { state }),
});

function seatOutside(situation: Situation, employers: readonly Employer[]): readonly HumanQuestion[] {
  const seats = employers.map(({ effective }) => effective.seat);
  const outside = seats.filter((seat) => !isCoordinated(situation, seat));
  if (outside.length === 0 || outside.length === seats.length) return [];
  return [{ threshold: null, reason: reason('seat-outside', seatWords['seat-outside'], { state: outside[0]! }) }];
}

function severalAdministrations(employment: readonly Activity[]): readonly HumanQuestion[] {
  const states = new Set(employment.filter(({ kind }) => kind === 'civil_servant').map(({ country }) => country));
  if (states.size < 2) return [];
  return [{ threshold: null, reason: reason('several-administrations', seatWords['several-administrations']) }];
}

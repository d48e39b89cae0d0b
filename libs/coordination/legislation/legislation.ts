import { type Result, ok, refuse } from '@passerelle/values';
import type { CoordinationRefusal, MissingFact } from '../refusal.js';
import { type Reason, reason } from '../words.js';
import type { A1Needed, A1Procedure, Flag, LegislationAnswer } from './answer.js';
import { articleWords } from './article-words.js';
import { basisOf } from './basis.js';
import { firstImpossible } from './checks.js';
import { decide } from './decide.js';
import type { LegislationFacts } from './facts.js';
import type { Finding } from './finding.js';
import { flagWords } from './flag-words.js';
import { agreementsNotLinked, employersInUse, isThirdCountryNational, isUnderTca } from './scope.js';
import { type Situation, isCoordinated, situationOf } from './situation.js';

/**
 * Which state's social security applies to a person (Regulations 883/2004 and 987/2009, the TCA with the United Kingdom):
 * one proposal with its reasons, or what must be known first. Impossible facts are refused; nothing is guessed.
 */
export function legislationOf(facts: LegislationFacts): Result<LegislationAnswer, CoordinationRefusal> {
  const refusal = firstImpossible(facts);
  if (refusal) return refuse(refusal);
  const situation = situationOf(facts);
  const outcome = decide(situation);
  switch (outcome.kind) {
    case 'refused':
      return refuse(outcome.refusal);
    case 'missing':
      return ok(unanswered(null, [], [], eachOnce(outcome.missing)));
    case 'out-of-scope': {
      const flag = 'OUT_OF_SCOPE_CHECK_BILATERAL';
      return ok(unanswered(false, [flag], [outcome.reason, reason(flag, flagWords[flag])], []));
    }
    case 'found':
      return ok(answered(situation, outcome.finding));
  }
}

const noCertificate: A1Needed = { required: false, issuerState: null, applyToState: null, procedure: null };

const unanswered = (
  inScope: boolean | null,
  flags: readonly Flag[],
  reasons: readonly Reason[],
  missing: readonly MissingFact[],
): LegislationAnswer => ({
  inScope,
  legislation: null,
  basis: null,
  a1: noCertificate,
  flags,
  reasons,
  askHuman: [],
  missing,
});

function answered(situation: Situation, finding: Finding): LegislationAnswer {
  const underTca = isUnderTca(situation);
  const flags = flagsOf(situation, finding, underTca);
  const basis = basisOf(finding.article, underTca);
  const params = { state: finding.state, basis };
  return {
    inScope: true,
    legislation: finding.state,
    basis,
    a1: certificateFor(situation, finding, underTca),
    flags,
    reasons: [
      reason(finding.article, articleWords[finding.article], params),
      ...flags.map((flag) => reason(flag, flagWords[flag], params)),
    ],
    askHuman: [...finding.askHuman, ...agreementsNotLinked(situation)],
    missing: [],
  };
}

function certificateFor(situation: Situation, { state, route }: Finding, underTca: boolean): A1Needed {
  const residence = situation.residence!;
  // Who lives outside the coordinated states has no institution there to ask: the competent one is asked itself.
  const applyTo = route === 'several-states' && isCoordinated(situation, residence) ? residence : state;
  return {
    required: route !== 'none',
    issuerState: state,
    applyToState: applyTo,
    procedure: underTca ? null : procedures[route],
  };
}

const procedures: Readonly<Record<Finding['route'], A1Procedure | null>> = {
  existing: null,
  sending: '987:15',
  agreed: '987:18',
  'several-states': '987:16',
  none: null,
};

/** The flags of the step, and those that hold whatever the step was. */
function flagsOf(situation: Situation, finding: Finding, underTca: boolean): readonly Flag[] {
  const all: Flag[] = finding.flags.map((flag) => (flag === 'ART16_OPTION' && underTca ? 'NO_ART16_UNDER_TCA' : flag));
  if (underTca && situation.agreedState !== undefined) all.push('NO_ART16_UNDER_TCA');
  const employers = employersInUse(situation);
  if (employers.some(({ id, effective }) => id !== effective.id)) all.push('EFFECTIVE_EMPLOYER_DIFFERS');
  if (employers.some(({ seat, effective }) => seat !== finding.state || effective.seat !== finding.state))
    all.push('FOREIGN_EMPLOYER_REGISTERS');
  if (isThirdCountryNational(situation) && !underTca) all.push('TCN_VIA_1231_2010');
  if (finding.route === 'several-states') all.push('PROVISIONAL_DETERMINATION');
  return [...new Set(all)];
}

const eachOnce = (missing: readonly MissingFact[]): readonly MissingFact[] => [
  ...new Map(missing.map((one) => [one.fact, one])).values(),
];

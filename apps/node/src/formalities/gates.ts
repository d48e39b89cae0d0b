import {
  type A1Coverage,
  type A1Request,
  type CoordinationRefusal,
  type LegislationAnswer,
  type MissingFact,
  type NoticeAnswer,
  type Words,
  parameters,
} from '@passerelle/coordination';
import { type CountryCode, type PlainDate, type Result, addDays } from '@passerelle/values';
import type { MissionTerms } from '../missions/mission.js';
import type { FormalityRecord } from './formality.js';
import { type Gate, type GateName, type GateOwner, type GateState, isThrough } from './gate.js';
import { filled, gateWords, withDays } from './gates.words.js';

/** What the law says about a mission, and what is recorded about it. */
export interface Law {
  readonly today: PlainDate;
  readonly home: CountryCode;
  readonly terms: MissionTerms;
  readonly legislation: Result<LegislationAnswer, CoordinationRefusal>;
  /** Null where nobody crosses a border. */
  readonly notice: NoticeAnswer | null;
  /** The days of the mission against its certificates. */
  readonly coverage: A1Coverage;
  readonly isPlacingOpen: boolean;
}

type Step = Pick<Gate, 'state' | 'owner' | 'reasons'> & Partial<Pick<Gate, 'overridable' | 'due' | 'warnings'>>;

/** How each gate of a mission stands: a pure reading of the law and the record. */
export function gatesOf(law: Law, recorded: FormalityRecord): readonly Gate[] {
  const legislation = gate('legislation', legislationStep(law), law, recorded);
  return [
    legislation,
    gate('a1', a1Step(law, recorded, isThrough(legislation)), law, recorded),
    gate('notice', noticeStep(law, recorded), law, recorded),
    gate('guarantee', guaranteeStep(recorded), law, recorded),
  ];
}

/** An adviser's word opens a gate only while it stands where she may answer for it. */
function gate(
  name: GateName,
  { state, owner, reasons, warnings = [], overridable = false, due }: Step,
  { terms }: Law,
  { overrides }: FormalityRecord,
): Gate {
  const isShut = state === 'open' || state === 'refused';
  const isOverridden = isShut && overridable && overrides[name] !== undefined;
  // Everything must be done before she leaves, unless a host state says otherwise.
  const usualDue = addDays(terms.first, -1);
  return {
    name,
    state: isOverridden ? 'overridden' : state,
    owner: isOverridden ? 'home' : owner,
    due: due ?? usualDue,
    reasons,
    warnings,
    overridable: isShut && overridable,
  };
}

const step = (state: GateState, owner: GateOwner, reasons: readonly Words[], more: Partial<Step> = {}): Step => ({
  state,
  owner,
  reasons,
  ...more,
});

function legislationStep({ home, legislation: answered, isPlacingOpen }: Law): Step {
  if (!answered.ok) return step('open', 'worker', [answered.refusal.detail.words, answered.refusal.remedy.words]);
  const { legislation, missing, askHuman, reasons, inScope } = answered.value;
  if (missing.length > 0) return step('open', supplierOf(missing), questionsOf(missing));
  const said = reasons.map(({ words }) => words);
  if (inScope === false || askHuman.length > 0)
    return step('open', 'home', [...said, ...askHuman.map(({ reason }) => reason.words)], { overridable: true });
  // This cooperative pays by the law of its own country; under another one it cannot let the work begin.
  if (legislation !== home)
    return step('refused', 'home', [...said, gateWords.anotherLaw], { overridable: isPlacingOpen });
  return step('passed', 'home', said);
}

function a1Step(law: Law, { requests }: FormalityRecord, isLawKnown: boolean): Step {
  const { legislation, coverage } = law;
  if (!isLawKnown || !legislation.ok) return step('open', 'home', [gateWords.lawFirst], { warnings: lateness(law) });
  if (!legislation.value.a1.required) return step('passed', 'home', [gateWords.noCertificate]);
  const latest = requests.at(-1);
  if (coverage.start === 'free') return step('passed', 'institution', [gateWords.covered]);
  const reasons = [a1Words(latest), withDays(gateWords.uncovered, [...coverage.pending, ...coverage.uncovered])];
  // Contributions follow a certificate from the first day, also when it comes later: so somebody may answer for it.
  if (coverage.start === 'with-warning') return step('open', 'institution', reasons, { overridable: true });
  if (latest?.status === 'refused') return step('refused', 'home', reasons);
  return step('open', 'home', reasons, { warnings: lateness(law) });
}

const a1Words = (latest: A1Request | undefined): Words =>
  latest ? gateWords.requests[latest.status] : gateWords.notAsked;

/** Said while there is still time to ask, or at least to know. Only work abroad needs a certificate soon. */
function lateness({ today, home, terms: { first, place } }: Law): readonly Words[] {
  const days = parameters.a1LeadDays.on(first);
  const isLate = place.country !== home && today > addDays(first, -days);
  return isLate ? [filled(gateWords.late, { days: String(days), first })] : [];
}

function noticeStep({ notice: answer }: Law, { notice: given }: FormalityRecord): Step {
  if (answer === null) return step('passed', 'home', [gateWords.noBorder]);
  const said = [answer.reason.words];
  const warnings = answer.warnings.map(({ reason }) => reason.words);
  if (given) return step('passed', 'home', [gateWords.noticeGiven], { warnings });
  switch (answer.kind) {
    case 'required':
      return step('open', answer.by, said, { warnings, due: answer.dueOn });
    case 'exempt':
    case 'not-applicable':
      return step('passed', 'home', said, { warnings });
    case 'ask-human': {
      const asked = [...said, ...questionsOf(answer.missing)];
      return step('open', supplierOf(answer.missing), asked, { warnings, overridable: true });
    }
  }
}

const guaranteeStep = ({ guarantee }: FormalityRecord): Step =>
  guarantee
    ? step('passed', 'fund', [gateWords.verdicts[guarantee.verdict], ...guarantee.reasons])
    : step('open', 'fund', [gateWords.noVerdict]);

/** Whoever can supply the first fact that is missing; a person of the home where none is named. */
const supplierOf = ([first]: readonly MissingFact[]): GateOwner => first?.supplier ?? 'home';

const questionsOf = (missing: readonly MissingFact[]): readonly Words[] =>
  missing.map(({ question }) => question.words);

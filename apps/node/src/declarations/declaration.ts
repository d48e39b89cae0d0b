import type { DeclarationForm } from '@passerelle/rules';
import { fill } from '@passerelle/rules/kit';
import { type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import { type DeclarationFile, declarationFile } from './declaration-file.js';

export type DeclarationId = string & { readonly __declaration: true };

/** `late` is a declaration that its authority had not accepted when the last day in time was over. */
export const declarationStates = ['prepared', 'sent', 'accepted', 'refused', 'late', 'withdrawn'] as const;
export type DeclarationState = (typeof declarationStates)[number];

/** By the name of the field, what is written there; null takes back what was said. */
export type Written = Readonly<Record<string, string | null>>;

/** One thing that happened to a declaration. Nothing is edited: a later step follows. */
export type DeclarationStep =
  | { readonly kind: 'prepared' }
  | { readonly kind: 'said'; readonly fields: Written }
  /** With the SHA-256 of the official schema that had nothing against it; null where the operator has put none. */
  | { readonly kind: 'sent'; readonly schema: string | null }
  | { readonly kind: 'accepted'; readonly reference: string }
  /** In the authority's words; the field, by our name, is left open where it names none. */
  | ({ readonly kind: 'refused' } & Refused)
  /** What the authority has on record by its own statement, which may differ from what it was told. */
  | { readonly kind: 'stated'; readonly fields: Written }
  | { readonly kind: 'late' }
  /** The work that it announces to its authority will not begin. */
  | { readonly kind: 'not-begun' }
  /** The engagement that it announces was cancelled or agreed anew before it was sent. */
  | { readonly kind: 'withdrawn' };

export interface Refused {
  readonly field: string | null;
  readonly reason: string;
}

export interface RecordedStep {
  readonly at: Date;
  /** An account, or a room of this node. */
  readonly who: string;
  readonly step: DeclarationStep;
}

/** What is told to one authority about one worker, with all that became of it. */
export interface Declaration {
  readonly id: DeclarationId;
  /** Counts the declarations of this node, for people and for authorities that ask for a number. */
  readonly number: number;
  readonly form: DeclarationForm;
  readonly entity: EntityId;
  readonly member: MemberId;
  /** Of an announced engagement only. */
  readonly mission: MissionId | null;
  /** The days it is about: of the engagement, or of the period of pay. */
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly dueOn: PlainDate;
  /** What the node wrote by itself when it was prepared. */
  readonly known: Written;
  /** Oldest first; the first is that it was prepared. */
  readonly steps: readonly RecordedStep[];
}

export type DeclarationRefusal =
  | {
      readonly kind: 'not-from-here';
      readonly step: DeclarationStep['kind'];
      readonly state: DeclarationState;
      readonly awaitsAnswer: boolean;
    }
  | { readonly kind: 'no-such-field'; readonly field: string }
  /** What an authority states is compared with ours, so that it has to be written alike. */
  | { readonly kind: 'not-comparable'; readonly field: string }
  | { readonly kind: 'not-ready'; readonly missing: readonly string[]; readonly wrong: readonly string[] };

type Act = Exclude<DeclarationStep['kind'], 'prepared'>;

/**
 * Every way a declaration goes on: from which states each step leads, and where to. A late one may be at the authority
 * or not; only what is there is answered, and only what is not there is completed, sent or withdrawn.
 */
export const stepsFrom: Readonly<
  Record<Act, { readonly from: readonly DeclarationState[]; readonly to: DeclarationState | null }>
> = {
  // What is said changes no state: what was refused stays so until it is sent again.
  said: { from: ['prepared', 'refused', 'late'], to: null },
  sent: { from: ['prepared', 'refused', 'late'], to: 'sent' },
  accepted: { from: ['sent', 'late'], to: 'accepted' },
  refused: { from: ['sent', 'late'], to: 'refused' },
  stated: { from: ['sent', 'accepted', 'refused', 'late'], to: null },
  late: { from: ['prepared', 'sent', 'refused'], to: 'late' },
  // What an authority was told stays told: it is taken back there by a declaration of its own.
  'not-begun': { from: ['sent', 'accepted', 'late'], to: null },
  withdrawn: { from: ['prepared', 'refused', 'late'], to: 'withdrawn' },
};

export function stateOf({ steps }: Pick<Declaration, 'steps'>): DeclarationState {
  return steps.reduce<DeclarationState>(
    (state, { step }) => (step.kind === 'prepared' ? 'prepared' : (stepsFrom[step.kind].to ?? state)),
    'prepared',
  );
}

/** Whether the authority has it and has not answered yet. */
export const awaitsAnswer = ({ steps }: Pick<Declaration, 'steps'>): boolean =>
  steps.reduce((waits, { step }) => step.kind === 'sent' || (waits && !isAnswer(step)), false);

export const isAnswer = ({ kind }: DeclarationStep): boolean => kind === 'accepted' || kind === 'refused';

/** Whether the work that it announced was called off after its authority had been told. */
export const isNotBegun = ({ steps }: Pick<Declaration, 'steps'>): boolean =>
  steps.some(({ step }) => step.kind === 'not-begun');

/** The number of the receipt, once the authority accepted it. */
export const referenceOf = ({ steps }: Pick<Declaration, 'steps'>): string | null =>
  steps.map(({ step }) => (step.kind === 'accepted' ? step.reference : null)).find((found) => found !== null) ?? null;

/** Why it was refused last, or null. */
export const refusalOf = ({ steps }: Pick<Declaration, 'steps'>): Refused | null =>
  steps.reduce<Refused | null>((refused, { step }) => (step.kind === 'refused' ? step : refused), null);

/** The declaration as data, with what people said over what the node knew. */
export function fileOf({ form, first, last, known, steps }: Declaration): DeclarationFile {
  const said = steps.map(({ step }) => (step.kind === 'said' ? step.fields : {}));
  return declarationFile(form, Object.assign({}, known, ...said) as Written, { first, last });
}

/** Whether the step can follow now, and whatever it needs beyond the state. */
export function decide(declaration: Declaration, step: DeclarationStep): Result<DeclarationStep, DeclarationRefusal> {
  if (!canFollow(declaration, step))
    return refuse({
      kind: 'not-from-here',
      step: step.kind,
      state: stateOf(declaration),
      awaitsAnswer: awaitsAnswer(declaration),
    });
  const odd = namedIn(step).find((each) => !declaration.form.fields.some(({ name }) => name === each));
  if (odd !== undefined) return refuse({ kind: 'no-such-field', field: odd });
  if (step.kind === 'stated') return comparable(declaration, step);
  return step.kind === 'sent' ? ready(declaration, step) : ok(step);
}

function canFollow(declaration: Declaration, step: DeclarationStep): boolean {
  if (step.kind === 'prepared' || !stepsFrom[step.kind].from.includes(stateOf(declaration))) return false;
  if (step.kind === 'stated') return declaration.steps.some((earlier) => earlier.step.kind === 'sent');
  if (step.kind === 'not-begun')
    return (awaitsAnswer(declaration) || referenceOf(declaration) !== null) && !isNotBegun(declaration);
  return step.kind === 'late' || isAnswer(step) === awaitsAnswer(declaration);
}

function namedIn(step: DeclarationStep): readonly string[] {
  if (step.kind === 'said' || step.kind === 'stated') return Object.keys(step.fields);
  return step.kind === 'refused' && step.field !== null ? [step.field] : [];
}

function ready(declaration: Declaration, sent: DeclarationStep): Result<DeclarationStep, DeclarationRefusal> {
  const { missing, wrong } = fileOf(declaration);
  return missing.length + wrong.length === 0 ? ok(sent) : refuse({ kind: 'not-ready', missing, wrong });
}

function comparable(
  { form }: Declaration,
  step: DeclarationStep & { readonly kind: 'stated' },
): Result<DeclarationStep, DeclarationRefusal> {
  const [odd] = fill(form, step.fields).wrong;
  return odd === undefined ? ok(step) : refuse({ kind: 'not-comparable', field: odd });
}

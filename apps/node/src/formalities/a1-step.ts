import {
  type A1Command,
  type A1Request,
  type A1Status,
  type CoordinationRefusal,
  type LegislationAnswer,
  draftA1,
  moveA1,
} from '@passerelle/coordination';
import { type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { MissionTerms } from '../missions/mission.js';
import type { A1DocumentId } from './a1-document.js';

/** What somebody records about a request: that it was asked, or what the institution answered. */
export interface A1Step {
  readonly status: A1Status;
  /** Days granted; those asked for when left out. */
  readonly first?: PlainDate | undefined;
  readonly last?: PlainDate | undefined;
  readonly reference?: string | undefined;
  readonly on?: PlainDate | undefined;
  /** The letter of the institution, which must be kept here. */
  readonly document?: A1DocumentId | undefined;
  readonly reason?: string | undefined;
}

export type A1StepRefusal =
  | { readonly kind: 'a1-refused'; readonly why: CoordinationRefusal }
  | { readonly kind: 'a1-in-hand'; readonly status: A1Status }
  | { readonly kind: 'certificate-not-required' }
  | { readonly kind: 'document-not-kept'; readonly document: A1DocumentId };

/** The mission for which a certificate is asked, and the answer it follows from. */
export interface A1Subject {
  readonly answer: LegislationAnswer;
  readonly terms: Pick<MissionTerms, 'first' | 'last' | 'place'>;
  readonly today: PlainDate;
}

/** The request after a step, with its number among the requests of the mission; or why it cannot be taken. */
export function stepOf(
  requests: readonly A1Request[],
  step: A1Step,
  about: A1Subject,
): Result<{ readonly number: number; readonly request: A1Request }, A1StepRefusal> {
  const inHand = requests.findLast(({ status }) => status !== 'refused' && status !== 'withdrawn');
  if (inHand && step.status === 'draft') return refuse({ kind: 'a1-in-hand', status: inHand.status });
  const request = inHand ?? drafted(about);
  if (!request) return refuse({ kind: 'certificate-not-required' });
  const number = inHand ? requests.indexOf(inHand) + 1 : requests.length + 1;
  const command = commandOf(step, request, about.today);
  if (command === null) return ok({ number, request });
  const moved = moveA1(request, command);
  return moved.ok ? ok({ number, request: moved.value }) : refuse({ kind: 'a1-refused', why: moved.refusal });
}

const drafted = ({ answer, terms: { first, last, place } }: A1Subject): A1Request | undefined =>
  draftA1(answer, { first, last, places: [place.country] });

/** What the step does to a request that is drafted; nothing when drafting is all. */
function commandOf(step: A1Step, request: A1Request, today: PlainDate): A1Command | null {
  const { reference, document, on = today, first = request.first, last = request.last } = step;
  const letter = document === undefined ? {} : { documentId: document };
  // An institution that keeps its reference need not be copied twice; one that gives none is refused.
  const granted = { reference: reference ?? request.reference ?? '', first, last, ...letter };
  switch (step.status) {
    case 'draft':
      return null;
    case 'submitted':
      return { kind: 'submit', on, ...(reference === undefined ? {} : { reference }) };
    case 'provisional':
      return { kind: 'determine-provisionally', ...granted };
    case 'issued':
      return { kind: 'issue', ...granted };
    case 'refused':
      return { kind: 'refuse', ...letter };
    case 'withdrawn':
      return { kind: 'withdraw', ...letter };
  }
}

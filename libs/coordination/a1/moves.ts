import { type PlainDate, type Result, addMonths, ok, refuse } from '@passerelle/values';
import { objectionMonths } from '../parameters.js';
import type { CoordinationRefusal } from '../refusal.js';
import { impossible } from '../refusals.js';
import { type A1Request, type A1Status } from './request.js';

/** What can happen to a request. The institution's answers carry what it decided, which may be less than was asked. */
export type A1Command =
  | { readonly kind: 'submit'; readonly on: PlainDate; readonly reference?: string }
  | ({ readonly kind: 'determine-provisionally' } & Granted)
  | ({ readonly kind: 'issue' } & Granted)
  | { readonly kind: 'refuse'; readonly documentId?: string }
  | { readonly kind: 'withdraw'; readonly documentId?: string };

interface Granted {
  readonly reference: string;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly documentId?: string;
}

type CommandKind = A1Command['kind'];

/** Where each command leads from each status; what is not listed is not allowed. Refused and withdrawn are the end. */
export const a1Moves: Readonly<Record<A1Status, Readonly<Partial<Record<CommandKind, A1Status>>>>> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { 'determine-provisionally': 'provisional', issue: 'issued', refuse: 'refused', withdraw: 'withdrawn' },
  provisional: { issue: 'issued', refuse: 'refused', withdraw: 'withdrawn' },
  issued: { withdraw: 'withdrawn' },
  refused: {},
  withdrawn: {},
};

/** The request after the command, or why the command is not possible from here. */
export function moveA1(request: A1Request, command: A1Command): Result<A1Request, CoordinationRefusal> {
  const status = a1Moves[request.status][command.kind];
  if (status === undefined) return refuse(notAllowed(request, command));
  if ('first' in command && command.last < command.first)
    return refuse(
      impossible('dates-reversed', 'last', 'Reg. 987/2009 Art. 19(2)', { first: command.first, last: command.last }),
    );
  if ('first' in command && command.reference.trim() === '')
    return refuse(impossible('unreadable', 'reference', 'Reg. 987/2009 Art. 19(2)', { value: '""' }));
  return ok({ ...request, ...said(command), status });
}

/** The day on which a provisional determination is final unless another institution has objected. */
export const finalFrom = (determinedOn: PlainDate): PlainDate =>
  addMonths(determinedOn, Number(objectionMonths.on(determinedOn).num));

function said(command: A1Command): Partial<A1Request> {
  switch (command.kind) {
    case 'submit':
      return { submittedOn: command.on, ...(command.reference && { reference: command.reference }) };
    case 'determine-provisionally':
    case 'issue':
    case 'refuse':
    case 'withdraw': {
      const { kind: _kind, ...answered } = command;
      return answered;
    }
  }
}

const notAllowed = ({ status }: A1Request, { kind }: A1Command): CoordinationRefusal =>
  impossible('not-allowed', 'status', 'Reg. 987/2009 Art. 15 to 19', {
    value: kind,
    from: status,
    allowed: Object.keys(a1Moves[status]).join(', ') || '—',
  });

import { type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { Agreement, Mission, MissionState, MissionTerms } from './mission.js';

/** Every way a mission goes on. What is not here is refused. */
export const moves = {
  change: { from: ['draft', 'changes_requested'], to: 'draft' },
  submit: { from: ['draft', 'changes_requested'], to: 'branch_check' },
  askChanges: { from: ['branch_check', 'client_confirmation'], to: 'changes_requested' },
  offer: { from: ['branch_check'], to: 'offered' },
  approve: { from: ['branch_check'], to: 'client_confirmation' },
  accept: { from: ['offered'], to: 'client_confirmation' },
  amend: { from: ['changes_requested', 'offered', 'client_confirmation', 'formalities', 'active'], to: 'offered' },
  refuse: { from: ['branch_check', 'offered', 'client_confirmation'], to: 'refused' },
  confirm: { from: ['client_confirmation'], to: 'formalities' },
  start: { from: ['formalities'], to: 'active' },
  complete: { from: ['active'], to: 'completed' },
  cancel: {
    from: ['draft', 'changes_requested', 'branch_check', 'offered', 'client_confirmation', 'formalities', 'active'],
    to: 'cancelled',
  },
} as const satisfies Record<string, { readonly from: readonly MissionState[]; readonly to: MissionState }>;

export type Move = keyof typeof moves;

export type MoveRefusal =
  | {
      readonly kind: 'not-from-here';
      readonly move: Move;
      readonly state: MissionState;
      readonly possible: readonly Move[];
    }
  | { readonly kind: 'not-signed-by-both' }
  | { readonly kind: 'work-not-over'; readonly last: PlainDate; readonly today: PlainDate }
  | { readonly kind: 'more-days-than-agreed'; readonly agreed: number; readonly reported: number }
  | { readonly kind: 'not-the-next-version'; readonly expected: number; readonly found: number };

/** The moves a mission in that state can make. */
export const possibleMoves = (state: MissionState): readonly Move[] =>
  (Object.keys(moves) as Move[]).filter((move) => (moves[move].from as readonly MissionState[]).includes(state));

/** The mission after the move, or why it cannot make it. Everything a move needs beyond the state is checked by its own function below. */
export function move(mission: Mission, name: Move, because: string | null = null): Result<Mission, MoveRefusal> {
  const { from, to } = moves[name];
  if (!(from as readonly MissionState[]).includes(mission.state))
    return refuse({ kind: 'not-from-here', move: name, state: mission.state, possible: possibleMoves(mission.state) });
  return ok({ ...mission, state: to, reason: because });
}

/** Terms that the home has signed are only changed by a new version, which nobody has signed yet. */
export function withTerms(
  mission: Mission,
  by: { readonly move: 'change' | 'amend'; readonly terms: MissionTerms; readonly hash: string },
): Result<Mission, MoveRefusal> {
  const expected = nextVersion(mission);
  if (by.terms.version !== expected) return refuse({ kind: 'not-the-next-version', expected, found: by.terms.version });
  const moved = move(mission, by.move);
  if (!moved.ok) return moved;
  const agreement: Agreement = { hash: by.hash, homeSignature: null, hostSignature: null };
  return ok({ ...moved.value, terms: by.terms, agreement, clientConfirmedAt: null });
}

/** The version of the terms that come next: the same one, as long as nobody has signed it. */
export const nextVersion = ({ terms, agreement }: Mission): number =>
  terms.version + (agreement.homeSignature === null ? 0 : 1);

/** The client has said yes to what both branches have signed. The formalities are what is left. */
export function confirmed(mission: Mission, confirmedAt: Date): Result<Mission, MoveRefusal> {
  const isSigned = mission.role === 'both' || (mission.agreement.homeSignature && mission.agreement.hostSignature);
  if (!isSigned) return refuse({ kind: 'not-signed-by-both' });
  const moved = move(mission, 'confirm');
  return moved.ok ? ok({ ...moved.value, clientConfirmedAt: confirmedAt }) : moved;
}

/** The work is done: from its last day on, and for no more days than were agreed. */
export function completed(
  mission: Mission,
  report: { readonly days: number; readonly today: PlainDate },
): Result<Mission, MoveRefusal> {
  const { last, days } = mission.terms;
  if (report.today < last) return refuse({ kind: 'work-not-over', last, today: report.today });
  if (report.days > days) return refuse({ kind: 'more-days-than-agreed', agreed: days, reported: report.days });
  return move(mission, 'complete');
}

import { type Money, type PlainDate, type Result, addDays, ok, refuse } from '@passerelle/values';

/** What the cooperative does by itself about an invoice that is late, in this order, each once. */
export const reminders = ['reminder', 'second-reminder', 'notice'] as const;
export type Reminder = (typeof reminders)[number];

/** One thing that happened to a claim. Nothing is edited: a later event follows. */
export type RecoveryEvent =
  | { readonly kind: Reminder }
  /** The client says why she does not pay: nobody reminds her while that is open. */
  | { readonly kind: 'disputed' | 'resolved'; readonly reason: string }
  /** A person gave up so much of it, and why. The client owes it all the same. */
  | { readonly kind: 'lost'; readonly reason: string; readonly amount: Money }
  /** So much of what was given up came after all, or was taken back by a credit note. */
  | { readonly kind: 'recovered'; readonly amount: Money };

export interface RecordedEvent {
  readonly day: PlainDate;
  /** An account, a room of this node, or `client`. */
  readonly who: string;
  readonly event: RecoveryEvent;
}

export type RecoveryState = 'open' | 'reminded' | 'handed-over' | 'disputed' | 'lost';

export type RecoveryRefusal =
  | { readonly kind: 'nothing-open' }
  | { readonly kind: 'not-due'; readonly dueOn: PlainDate }
  | { readonly kind: 'disputed' }
  | { readonly kind: 'not-disputed' }
  | { readonly kind: 'given-up' };

/** An invoice that is not paid, as far as reminding goes. */
export interface Claim {
  readonly dueOn: PlainDate;
  /** What the client still has to pay. */
  readonly open: Money;
  /** Oldest first. */
  readonly events: readonly RecordedEvent[];
}

/** `handed-over` is a claim of which the client had her last notice: a person goes on with it. */
export function stateOf({ events }: Pick<Claim, 'events'>): RecoveryState {
  if (lostOf(events)?.isPositive()) return 'lost';
  if (disputedSince(events) !== null) return 'disputed';
  const taken = remindersIn(events).length;
  return taken === reminders.length ? 'handed-over' : taken > 0 ? 'reminded' : 'open';
}

/**
 * The reminder that is due, or null. `days` are those after the due day on which each is written. Two are never closer
 * than these days say, also when they were held up, and after a dispute the client has as much time again.
 */
export function reminderDue(
  { dueOn, open, events }: Claim,
  days: readonly number[],
  today: PlainDate,
): Reminder | null {
  if (!open.isPositive() || ['disputed', 'lost'].includes(stateOf({ events }))) return null;
  const taken = remindersIn(events).length;
  const next = reminders[taken];
  if (next === undefined) return null;
  const wait = days[taken]! - (days[taken - 1] ?? 0);
  const since = events.findLast(({ event }) => isReminder(event) || event.kind === 'resolved')?.day ?? dueOn;
  return addDays(dueOn, days[taken]!) <= today && addDays(since, wait) <= today ? next : null;
}

/** Whether a person may say this of a claim now. */
export function decide(
  claim: Claim,
  event: Extract<RecoveryEvent, { readonly reason: string }>,
  today: PlainDate,
): Result<RecoveryEvent, RecoveryRefusal> {
  const state = stateOf(claim);
  if (event.kind === 'resolved') return state === 'disputed' ? ok(event) : refuse({ kind: 'not-disputed' });
  if (!claim.open.isPositive()) return refuse({ kind: 'nothing-open' });
  if (state === 'disputed') return refuse({ kind: 'disputed' });
  if (state === 'lost') return refuse({ kind: 'given-up' });
  if (event.kind === 'lost' && today <= claim.dueOn) return refuse({ kind: 'not-due', dueOn: claim.dueOn });
  return ok(event);
}

/** What was given up and has not come since; null when nothing ever was. */
export function lostOf(events: readonly RecordedEvent[]): Money | null {
  return events.reduce<Money | null>((sum, { event }) => {
    if (event.kind === 'lost') return sum?.plus(event.amount) ?? event.amount;
    return event.kind === 'recovered' && sum ? sum.minus(event.amount) : sum;
  }, null);
}

const isReminder = ({ kind }: RecoveryEvent): boolean => (reminders as readonly string[]).includes(kind);

const remindersIn = (events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  events.filter(({ event }) => isReminder(event));

/** The day of a dispute that is not resolved. */
export function disputedSince(events: readonly RecordedEvent[]): PlainDate | null {
  const last = events.findLast(({ event }) => event.kind === 'disputed' || event.kind === 'resolved');
  return last?.event.kind === 'disputed' ? last.day : null;
}

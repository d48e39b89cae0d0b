import type { CountryCode, PlainDate } from '@passerelle/values';
import type { A1Request } from './request.js';

/** A mission's days against its certificates. */
export interface A1Coverage {
  readonly covered: readonly PlainDate[];
  /** Asked for and not answered yet. */
  readonly pending: readonly PlainDate[];
  readonly uncovered: readonly PlainDate[];
  /** May the mission start: freely, with a warning until the certificate is there, or not yet. */
  readonly start: 'free' | 'with-warning' | 'not-yet';
}

/** Day by day: covered by a certificate of the state, waiting for one, or neither. Days are taken once and in order. */
export function coverageOf(
  days: readonly PlainDate[],
  requests: readonly A1Request[],
  { legislation, host }: { readonly legislation: CountryCode; readonly host: CountryCode },
): A1Coverage {
  const fitting = requests.filter((request) => request.state === legislation && reaches(request, host));
  const granted = fitting.filter(({ status }) => status === 'issued' || status === 'provisional');
  const asked = fitting.filter(({ status }) => status === 'submitted');
  const each = [...new Set(days)].toSorted();
  const covered = each.filter((day) => granted.some((request) => includes(request, day)));
  const open = each.filter((day) => !covered.includes(day));
  const pending = open.filter((day) => asked.some((request) => includes(request, day)));
  const uncovered = open.filter((day) => !pending.includes(day));
  const start = uncovered.length > 0 ? 'not-yet' : pending.length > 0 ? 'with-warning' : 'free';
  return { covered, pending, uncovered, start };
}

/** A certificate for several states holds wherever the person works; one for a posting where it says. */
const reaches = ({ kind, places }: A1Request, host: CountryCode): boolean =>
  kind === 'multistate' || places.includes(host);

const includes = ({ first, last }: A1Request, day: PlainDate): boolean => first <= day && day <= last;

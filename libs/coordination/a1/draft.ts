import type { CountryCode, PlainDate } from '@passerelle/values';
import type { LegislationAnswer } from '../legislation/answer.js';
import type { HolderStatus } from './form.js';
import type { A1Kind, A1Request } from './request.js';

/** The request that follows from an answer, or undefined when no certificate is to be asked for. */
export function draftA1(
  answer: LegislationAnswer,
  mission: { readonly first: PlainDate; readonly last: PlainDate; readonly places: readonly CountryCode[] },
): A1Request | undefined {
  const kind = a1KindOf(answer);
  const { issuerState } = answer.a1;
  if (kind === undefined || issuerState === null) return undefined;
  return { kind, state: issuerState, status: 'draft', ...mission };
}

/** The status of section 3 that the article stands for; undefined where the article leaves it open. */
export const holderStatusOf = ({ basis }: LegislationAnswer): HolderStatus | undefined =>
  basis === null ? undefined : statuses.find(([pattern]) => pattern.test(basis))?.[1];

/** Under the TCA there is no procedure to go by, so the article itself says what is asked for. */
function a1KindOf({ a1, basis }: LegislationAnswer): A1Kind | undefined {
  if (!a1.required || basis === null || basis === '987:5(1)') return undefined;
  if (a1.procedure === '987:18') return 'exception';
  return /^(883:12|TCA:SSC\.11)/.test(basis) ? 'posting' : 'multistate';
}

const statuses: readonly (readonly [RegExp, HolderStatus])[] = [
  [/^(883:12\(1\)|TCA:SSC\.11\(1\)\(a\))$/, 'posted-employee'],
  [/^(883:12\(2\)|TCA:SSC\.11\(1\)\(b\))$/, 'posted-self-employed'],
  [/^(883:13\(1\)|TCA:SSC\.12\(1\)|987:14\(11\))/, 'employed-in-several-states'],
  [/^(883:13\(2\)|TCA:SSC\.12\(2\))/, 'self-employed-in-several-states'],
  [/^(883:13\(3\)|TCA:SSC\.12\(3\))$/, 'employed-and-self-employed'],
  [/^883:11\(3\)\(b\)$/, 'civil-servant'],
  [/^(883:13\(4\)|TCA:SSC\.12\(4\))$/, 'civil-servant-with-other-work'],
  [/^883:16/, 'exception'],
];

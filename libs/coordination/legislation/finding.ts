import type { CountryCode } from '@passerelle/values';
import type { CoordinationRefusal, MissingFact } from '../refusal.js';
import type { Reason } from '../words.js';
import type { Flag, HumanQuestion } from './answer.js';

/** The articles that can decide, under the names the regulations give them. */
export type Article =
  | '987:5(1)'
  | '883:16(1)'
  | '883:12(1)'
  | '883:12(2)'
  | '883:11(3)(a)'
  | '883:11(3)(b)'
  | '883:13(4)'
  | '883:13(3)'
  | '883:13(1)(a)'
  | '883:13(1)(b)(i)'
  | '883:13(1)(b)(ii)'
  | '883:13(1)(b)(iii)'
  | '883:13(1)(b)(iv)'
  | '987:14(11)'
  | '883:13(2)(a)'
  | '883:13(2)(b)';

/**
 * Which certificate follows. `sending`: a posting, asked for where the person is sent from. `agreed`: an exception, asked
 * for in the agreed state. `several-states`: asked for at the residence. `existing`: it is there already. `none`: one state
 * only, or a posting that failed.
 */
export type CertificateRoute = 'existing' | 'sending' | 'agreed' | 'several-states' | 'none';

/** What one step of the order found: the state, the article, the certificate and what must be said about it. */
export interface Finding {
  readonly state: CountryCode;
  readonly article: Article;
  readonly route: CertificateRoute;
  readonly flags: readonly Flag[];
  readonly askHuman: readonly HumanQuestion[];
}

/** What a step answers when it applies. A step that does not apply answers undefined, and the next one is asked. */
export type Outcome =
  | { readonly kind: 'found'; readonly finding: Finding }
  | { readonly kind: 'missing'; readonly missing: readonly MissingFact[] }
  | { readonly kind: 'out-of-scope'; readonly reason: Reason }
  | { readonly kind: 'refused'; readonly refusal: CoordinationRefusal };

export const found = (
  state: CountryCode,
  article: Article,
  route: CertificateRoute,
  said: { readonly flags?: readonly Flag[]; readonly askHuman?: readonly HumanQuestion[] } = {},
): Outcome => ({
  kind: 'found',
  finding: { state, article, route, flags: said.flags ?? [], askHuman: said.askHuman ?? [] },
});

export const lacking = (...missing: readonly MissingFact[]): Outcome => ({ kind: 'missing', missing });

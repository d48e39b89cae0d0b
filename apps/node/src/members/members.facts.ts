import type { MemberId } from './member.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** What decides under which country's law she is insured was stated, or stated anew. */
    SituationStated: { readonly member: MemberId };
  }
}

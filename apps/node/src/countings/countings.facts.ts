import type { MemberId } from '../members/member.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** What is known of her days at other cooperatives changed: one of them told, or she lets another one tell. */
    DaysElsewhereTold: { readonly member: MemberId };
  }
}

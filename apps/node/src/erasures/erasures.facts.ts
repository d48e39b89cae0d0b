import type { MemberId } from '../members/member.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** What no law asks to keep of her is gone. The subject is the member. */
    PersonErased: { readonly member: MemberId };
  }
}

import type { DeclarationId } from './declaration.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** A declaration was handed in to its authority. The subject is the declaration. */
    DeclarationSent: { readonly declaration: DeclarationId };
    /** Its authority accepted or refused it. The subject is the declaration. */
    DeclarationAnswered: { readonly declaration: DeclarationId };
  }
}

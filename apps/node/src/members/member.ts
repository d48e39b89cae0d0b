import type { Fact, Language, Words } from '@passerelle/rules';
import type { EntityId } from '../cooperative/legal-entity.js';

export type MemberId = string & { readonly __member: true };

/** A worker of the cooperative. Everything here stays in the home node. */
export interface Member {
  readonly id: MemberId;
  readonly entity: EntityId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** What she does, in a word or two: musician, technician, translator. */
  readonly role: string;
  readonly iban: string;
  /** What the law must know of her, by the names of the country's facts. */
  readonly facts: Readonly<Record<string, Fact>>;
}

/** One fact the law was told, as people read it. */
export interface ToldFact {
  readonly name: string;
  readonly value: Fact;
  readonly words: Words;
  /** What the value is called, where the law calls it something. */
  readonly valueWords: Words | null;
}

import type { Confidence } from '@passerelle/values';
import type { LawReference } from './scheme.js';
import type { Words } from './words.js';

/** What a written contract of employment tells of, beyond who, what, where, when and for how much. */
export const contractTopics = [
  'form',
  'reason',
  'activity',
  'leave',
  'trial',
  'training',
  'agreement',
  'notice',
] as const;
export type ContractTopic = (typeof contractTopics)[number];

/** One sentence that the law of the country puts into a contract. */
export interface ContractTerm {
  readonly about: ContractTopic;
  readonly words: Words;
  readonly law: LawReference;
  /** `to-confirm` where nobody has opened the law: the paper then says so beside the sentence. */
  readonly confidence: Confidence;
}

/** The contract under which the law of a country employs somebody: for a mission, or by the month. */
export interface ContractForm {
  /** `be.fixed-term` */
  readonly id: string;
  /** The law's own name for it. */
  readonly localName: string;
  readonly words: Words;
  readonly law: LawReference;
  readonly confidence: Confidence;
  /** True where the mission is work within an employment without a last day. */
  readonly isOpenEnded: boolean;
  readonly terms: readonly ContractTerm[];
}

/** What a country says of contracts; nothing outside its folder knows more. */
export interface Contracts {
  /** Who receives the social contributions (Directive (EU) 2019/1152, art. 4(2)(o)). */
  readonly institution: string;
  /** Names of the facts that both sides agree on with the contract, such as hours of work. */
  readonly agreed: readonly string[];
  /** Every form, for the conformance of the country. */
  readonly forms: readonly ContractForm[];
  /** The form that the rules pay by, for facts by the names of `Country.facts`, those that nobody said included. */
  formOf(facts: Readonly<Record<string, unknown>>): ContractForm;
  /** The form of an employment without a last day whose wage is the same each month, for facts as `openEnded` gives them. */
  monthlyFormOf(facts: Readonly<Record<string, unknown>>): ContractForm;
}

/** A sentence as its source is known: `term('leave', words, law, 'secondary')`. */
export const term = (about: ContractTopic, words: Words, law: LawReference, confidence: Confidence): ContractTerm => ({
  about,
  words,
  law,
  confidence,
});

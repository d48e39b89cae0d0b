import { showMoney } from '@passerelle/i18n';
import {
  type ContractForm,
  type ContractTerm,
  type Language,
  type LawReference,
  type Words,
  cited,
} from '@passerelle/rules';
import type { Confidence, Money, PlainDate } from '@passerelle/values';
import type { PaperAddress } from './address.js';
import type { Fact } from './blocks.js';
import { type ContractWords, contractWords, openTopics } from './words/contract.js';
import { filled } from './words/filled.js';

/** Something the law is told of the work, as both sides agree on it. */
export interface AgreedFact {
  readonly words: Words;
  readonly value: Words | string | boolean;
  /** Nobody has said it. */
  readonly isAssumed: boolean;
}

/** What every contract between a worker and her cooperative says. What nobody knows is null and says so on the paper. */
export interface ContractBasis {
  readonly language: Language;
  readonly locale: string;
  readonly made: Date;
  readonly reference: string;
  readonly version: number;
  readonly form: ContractForm;
  readonly employer: { readonly name: string; readonly vatNumber: string; readonly address: PaperAddress };
  readonly worker: {
    readonly name: string;
    readonly role: string;
    readonly address: string | null;
    readonly bornOn: PlainDate | null;
  };
  readonly agreed: readonly AgreedFact[];
  readonly pay: ContractPay;
  readonly institution: string;
  /** What both sides agree on, in one number. */
  readonly termsHash: string;
}

export interface ContractPay {
  readonly gross: Money;
  /** What makes the gross; one part where nothing is added to the wage. */
  readonly parts: readonly { readonly words: Words; readonly amount: Money }[];
  readonly net: Money;
  readonly payOn: PlainDate;
  readonly iban: string;
  /** Country and version of the rule pack, `BE 2026.1`. */
  readonly rules: string;
}

/** What a kind of contract says in its own way. */
export interface ContractSays {
  readonly work: readonly Fact[];
  readonly pay: readonly Fact[];
  /** Its own sentences, before those of the law. */
  readonly sentences: readonly string[];
}

interface PayNames {
  readonly gross: string;
  readonly net: string;
  readonly payDay: Fact;
}

export function payFacts({ pay, language, locale }: ContractBasis, { gross, net, payDay }: PayNames): readonly Fact[] {
  const words = contractWords[language];
  const parts = pay.parts.length > 1 ? pay.parts : [];
  return [
    [gross, showMoney(pay.gross, locale)],
    ...parts.map((part): Fact => [`· ${part.words[language]}`, showMoney(part.amount, locale)]),
    [net, `${showMoney(pay.net, locale)} (${filled(words.netHow, { rules: pay.rules })})`],
    payDay,
    [words.account, filled(words.accountHow, { end: pay.iban.slice(-4) })],
  ];
}

export function agreedFacts({ agreed, language }: ContractBasis): readonly Fact[] {
  const words = contractWords[language];
  return agreed.map(({ words: name, value, isAssumed }): Fact => {
    const text = typeof value === 'boolean' ? words[value ? 'yes' : 'no'] : value;
    const shown = typeof text === 'string' ? text : text[language];
    return [name[language], isAssumed ? `${shown} (${words.assumed})` : shown];
  });
}

export function lawFacts({ form, institution, language }: ContractBasis): readonly Fact[] {
  const words = contractWords[language];
  return [
    [words.contractLaw, marked(`${form.localName} (${lawText(form.law, language)})`, form.confidence, words)],
    [words.institution, institution],
  ];
}

/** Sentences of the law with where they stand, and what is still to be told. */
export function lawfulSentences({ form, language }: ContractBasis): readonly string[] {
  const words = contractWords[language];
  const topics = openTopics.filter((topic) => !form.terms.some(({ about }) => about === topic));
  const lawful = ({ words: said, law, confidence }: ContractTerm): string =>
    marked(`${said[language]} (${lawText(law, language)})`, confidence, words);
  return [
    ...form.terms.map(lawful),
    ...(topics.length === 0
      ? []
      : [filled(words.open, { topics: topics.map((topic) => words.topics[topic]).join(', ') })]),
  ];
}

const lawText = ({ act, article }: LawReference, language: Language): string => `${cited(act)[language]}, ${article}`;

const marked = (text: string, confidence: Confidence, { unconfirmed }: ContractWords): string =>
  confidence === 'to-confirm' ? `${text} – ${unconfirmed}` : text;

import { createHash } from 'node:crypto';
import type { Language } from '@passerelle/rules';
import { type Fact, drawHead, drawSection } from './blocks.js';
import type { Sheet } from './sheet.js';
import { evidenceWords } from './words/evidence.js';
import { filled } from './words/filled.js';

/** What is known of somebody's acceptance. */
export interface Acceptance {
  readonly at: Date;
  /** Where she is, `Europe/Paris`. */
  readonly zone: string;
  readonly address: string;
  readonly userAgent: string;
}

/** A paper that somebody accepted as it was shown to her. */
export interface Accepted {
  readonly language: Language;
  readonly locale: string;
  /** Whose paper it is, and its number. */
  readonly by: string;
  readonly reference: string;
  /** In whole words: that it was accepted, by whom, and how it is known who that was. */
  readonly sentence: string;
  readonly who: string;
  readonly how: string;
  readonly acceptance: Acceptance;
  readonly termsHash: string;
  /** The paper as it was shown, and the name under which it travels inside. */
  readonly shown: Uint8Array;
  readonly insideName: string;
}

/** Puts what was shown inside the paper; before anything is drawn, because a paper names its files first. */
export function attachShown(
  sheet: Sheet,
  { language, shown, insideName }: Pick<Accepted, 'language' | 'shown' | 'insideName'>,
): void {
  sheet.attach({
    name: insideName,
    type: 'application/pdf',
    description: evidenceWords[language].title,
    relationship: 'Source',
    content: shown,
  });
}

/** A page of its own: who accepted, when, from where and what, with the fingerprint (SHA-256) of what was shown. */
export function drawEvidence(sheet: Sheet, accepted: Accepted): void {
  const { language, locale, by, reference, acceptance, termsHash, shown, insideName } = accepted;
  const words = evidenceWords[language];
  sheet.turn();
  drawHead(sheet, by, words.title, reference);
  sheet.write('P', accepted.sentence, { size: 12, weight: 'bold' });
  sheet.space(14);
  const facts: readonly Fact[] = [
    [words.who, accepted.who],
    [words.at, instant(acceptance.at, locale, 'UTC')],
    [filled(words.atLocal, { zone: acceptance.zone }), instant(acceptance.at, locale, acceptance.zone)],
    [words.how, accepted.how],
    [words.address, acceptance.address],
    [words.browser, acceptance.userAgent],
  ];
  drawSection(sheet, words.title, facts);
  drawSection(sheet, words.hashes, [
    [words.documentHash, createHash('sha256').update(shown).digest('hex')],
    [words.agreement, termsHash],
  ]);
  sheet.write('P', filled(words.inside, { name: insideName }), { size: 8, ink: 'muted' });
}

const instant = (at: Date, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long', timeZone }).format(at);

import type { ValidationError } from '@nestjs/common';
import { languages, type Words } from '../language.js';
import type { ProblemError } from './problem.js';
import { anyRule, missingField, ruleWords, type RuleWords } from './rule-words.js';

/** Where the checked value came from: fields of a body have JSON pointers, others the name they have in the address. */
export type FieldPlace = 'body' | 'query' | 'param' | 'custom';

/** One entry for each field that breaks a rule, telling the most basic rule it breaks and what to do. */
export function fieldErrors(errors: readonly ValidationError[], place: FieldPlace): ProblemError[] {
  return errors.flatMap((error) => errorsOf(error, rootOf(place)));
}

const rootOf = (place: FieldPlace): string => ({ body: '#/', query: '?', param: ':', custom: '' })[place];

function errorsOf(error: ValidationError, before: string): ProblemError[] {
  const pointer = before + escaped(error.property);
  const own = error.constraints ? [ownError(error, error.constraints, pointer)] : [];
  return [...own, ...(error.children ?? []).flatMap((child) => errorsOf(child, `${pointer}/`))];
}

function ownError(error: ValidationError, broken: Readonly<Record<string, string>>, pointer: string): ProblemError {
  const isMissing = (error.value === undefined || error.value === null) && !('whitelistValidation' in broken);
  if (isMissing) return { pointer, code: missingField.code, detail: missingField.words };
  const rule = Object.keys(ruleWords).find((name) => name in broken) ?? Object.keys(broken)[0]!;
  const given: unknown = error.contexts?.[rule];
  const { code, words } = isRuleWords(given) ? given : (ruleWords[rule] ?? { code: kebab(rule), words: anyRule });
  return { pointer, code, detail: filledIn(words, broken[rule]!) };
}

/** A room's own rule brings its words along as the `context` of its decorator. */
const isRuleWords = (value: unknown): value is RuleWords =>
  typeof value === 'object' && value !== null && 'code' in value && 'words' in value;

/** class-validator tells a rule's limits only inside its English message, so they are taken from there. */
function filledIn(words: Words, message: string): Words {
  const limit = /(-?[\d.]+)(?!.*\d)/.exec(message)?.[1] ?? '';
  const values = /following values: (.*)$/.exec(message)?.[1] ?? '';
  const fill = (text: string): string => text.replace('{limit}', limit).replace('{values}', values);
  return Object.fromEntries(languages.map((language) => [language, fill(words[language])])) as Record<
    (typeof languages)[number],
    string
  >;
}

/** Escapes a name for a JSON pointer (RFC 6901). */
export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

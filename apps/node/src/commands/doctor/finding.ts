import type { Language } from '@passerelle/doors/at-rest';
import { type Said, sayIn } from '../said.js';

/** What a look at one thing found. */
export interface Finding {
  /** "database", "peer se": what was looked at. */
  readonly what: string;
  /** Where a thing was looked at that every machine of a node has for itself, such as its disk. */
  readonly machine?: string;
  readonly result: 'ok' | 'warn' | 'fail';
  readonly says: Said;
  /** The command or step that mends it. */
  readonly remedy?: Said;
  /** When what was looked at ends by itself, as a certificate does. */
  readonly endsAt?: Date;
  /** Somebody knows of it; until that day it counts neither as a warning nor as a failure. */
  readonly known?: { readonly until: string; readonly reason: string };
}

/** What one check found. */
export interface Looked {
  readonly check: string;
  /** The machine on which it looked, for a check of which every machine has its own answer. */
  readonly machine?: string;
  readonly findings: readonly Finding[];
}

export const fine = (what: string, says: Said): Finding => ({ what, result: 'ok', says });
export const warning = (what: string, says: Said, remedy: Said): Finding => ({ what, result: 'warn', says, remedy });
export const failure = (what: string, says: Said, remedy: Said): Finding => ({ what, result: 'fail', says, remedy });

/** True for a finding that somebody must look at. */
export const isOpen = ({ result, known }: Finding): boolean => result !== 'ok' && known === undefined;

/** The same finding in words, with what they were put together from. */
export const toldIn = (language: Language, { says, remedy, ...finding }: Finding) => ({
  ...finding,
  says: sayIn(language, says),
  ...(remedy && { remedy: sayIn(language, remedy) }),
  code: says.code,
  values: says.values,
});

const marks = { ok: ' ok   ', warn: ' warn ', fail: ' FAIL ' } as const;
const knownMark = ' known';

/** One line a finding, the columns under each other, and the sum at the end. The command line speaks English. */
export function findingLines(findings: readonly Finding[]): readonly string[] {
  const width = Math.max(...findings.map(({ what }) => what.length));
  const lines = findings.map((finding) => {
    const { what, result, known } = finding;
    const { says, remedy } = toldIn('en', finding);
    const mark = known ? knownMark : marks[result];
    const more = known ? `  (until ${known.until}: ${known.reason})` : remedy === undefined ? '' : `  → ${remedy}`;
    return `${mark} ${what.padEnd(width)}  ${says}${more}`.trimEnd();
  });
  const open = findings.filter(isOpen);
  const count = (result: Finding['result'], word: string): string => {
    const counted = open.filter((each) => each.result === result).length;
    return `${counted} ${word}${counted === 1 ? '' : 's'}`;
  };
  return [...lines, `${count('warn', 'warning')}, ${count('fail', 'failure')}`];
}

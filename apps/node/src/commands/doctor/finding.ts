/** What a look at one thing found. */
export interface Finding {
  /** "database", "peer se": what was looked at. */
  readonly what: string;
  readonly result: 'ok' | 'warn' | 'fail';
  readonly says: string;
  /** The command or step that mends it. */
  readonly remedy?: string;
  /** When what was looked at ends by itself, as a certificate does. */
  readonly endsAt?: Date;
  /** Somebody knows of it; until that day it counts neither as a warning nor as a failure. */
  readonly known?: { readonly until: string; readonly reason: string };
}

/** What one check found. */
export interface Looked {
  readonly check: string;
  readonly findings: readonly Finding[];
}

export const fine = (what: string, says: string): Finding => ({ what, result: 'ok', says });
export const warning = (what: string, says: string, remedy: string): Finding => ({
  what,
  result: 'warn',
  says,
  remedy,
});
export const failure = (what: string, says: string, remedy: string): Finding => ({
  what,
  result: 'fail',
  says,
  remedy,
});

/** True for a finding that somebody must look at. */
export const isOpen = ({ result, known }: Finding): boolean => result !== 'ok' && known === undefined;

const marks = { ok: ' ok   ', warn: ' warn ', fail: ' FAIL ' } as const;
const knownMark = ' known';

/** One line a finding, the columns under each other, and the sum at the end. */
export function findingLines(findings: readonly Finding[]): readonly string[] {
  const width = Math.max(...findings.map(({ what }) => what.length));
  const lines = findings.map(({ what, result, says, remedy, known }) => {
    const mark = known ? knownMark : marks[result];
    const more = known ? `  (until ${known.until}: ${known.reason})` : remedy === undefined ? '' : `  → ${remedy}`;
    return `${mark} ${what.padEnd(width)}  ${says}${more}`.trimEnd();
  });
  const open = findings.filter(isOpen);
  const count = (result: Finding['result'], word: string): string => {
    const found = open.filter((each) => each.result === result).length;
    return `${found} ${word}${found === 1 ? '' : 's'}`;
  };
  return [...lines, `${count('warn', 'warning')}, ${count('fail', 'failure')}`];
}

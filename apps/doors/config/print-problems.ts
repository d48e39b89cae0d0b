import type { ConfigProblem, ConfigRefusal, UnknownName } from './read-config.js';

/** All problems as one text for the operator, with the columns under each other. */
export function printProblems({ problems, unknown }: ConfigRefusal): string {
  const nameWidth = widthOf(problems, ({ name }) => name, 29);
  const foundWidth = widthOf(problems, ({ found }) => found, 17);
  const lines = problems.map(
    ({ name, found, expected }) => `  ${name.padEnd(nameWidth)}${found.padEnd(foundWidth)}expected ${expected}`,
  );
  const count = problems.length === 1 ? '1 configuration problem' : `${problems.length} configuration problems`;
  return [`${count} (see docs/ops/env.md)`, ...lines, ...printUnknown(unknown)].join('\n');
}

/** One warning a line for names of ours that nobody knows. */
export const printUnknown = (unknown: readonly UnknownName[]): string[] =>
  unknown.map(({ name, didYouMean }) =>
    didYouMean === undefined
      ? `warning: ${name} is not known`
      : `warning: ${name} is not known; did you mean ${didYouMean}?`,
  );

const widthOf = (problems: readonly ConfigProblem[], cell: (problem: ConfigProblem) => string, least: number): number =>
  Math.max(least, ...problems.map((problem) => cell(problem).length + 2));

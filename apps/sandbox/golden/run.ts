import { type Answerer, CannotAnswer, type GoldenCase, type GoldenSchema } from './answer.js';
import { type Miss, misses } from './compare.js';

/** What became of one case: no misses means that it passed. */
export interface Outcome {
  readonly golden: GoldenCase;
  readonly misses: readonly Miss[];
}

/** Answers every case by its schema and kind. A kind nobody answers, and a case that is refused, fail with the reason. */
export function runGolden(
  cases: readonly GoldenCase[],
  answerers: Readonly<Partial<Record<GoldenSchema, Answerer>>>,
): readonly Outcome[] {
  return cases.map((golden) => ({ golden, misses: missesOf(golden, answerers[golden.schema]) }));
}

function missesOf(golden: GoldenCase, answerer: Answerer | undefined): readonly Miss[] {
  const answer = answerer && Object.hasOwn(answerer, golden.kind) ? answerer[golden.kind] : undefined;
  if (answer === undefined) return [failed(golden, 'kind not yet covered')];
  try {
    return misses(golden.expected, answer(golden), golden.tolerance);
  } catch (error) {
    if (error instanceof CannotAnswer || error instanceof RangeError) return [failed(golden, error.message)];
    throw error;
  }
}

const failed = ({ kind, expected }: GoldenCase, reason: string): Miss => ({
  field: kind,
  expected: JSON.stringify(expected),
  got: reason,
});

/** One line for each miss, then the count, as a terminal shows it. */
export function report(outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap(({ golden, misses: missed }) =>
    missed.map(({ field, expected, got }) => `${golden.id}  ${field}: expected ${expected}, got ${got}`),
  );
  const failures = outcomes.filter((outcome) => outcome.misses.length > 0).length;
  return [...lines, `${outcomes.length - failures} passed, ${failures} failed`].join('\n');
}

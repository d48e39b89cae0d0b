import type { Answered } from './visitor.js';

/** What a problem answer says, as far as specs read it. */
export interface ProblemAnswer {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly traceId?: string;
  readonly instance?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

/** Words that only an inside has: files, frames of a stack, statements, names of libraries and of values gone wrong. */
const inside =
  /\.[jt]s:\d|node_modules|\bat \S+ \(|\bselect\b.+\bfrom\b|\binsert into\b|\bQueryFailed|typeorm|postgres|\bpg_|violates|relation "|syntax error|invalid input|ECONN|\bundefined\b|\[object |\bNaN\b|TypeError|RangeError/i;

/**
 * What is not in order with an answer, whatever was asked: it fails, or it refuses in another way than all others, or
 * it lets somebody look inside. Undefined when it is in order.
 */
export function faultOfAnswer({ status, mediaType, json }: Answered): string | undefined {
  if (status >= 500) return `${status} ${JSON.stringify(json)}`;
  if (status < 400) return undefined;
  if (mediaType !== 'application/problem+json') return `${status} as ${mediaType || 'nothing'}`;
  const { instance: _, ...problem } = json as ProblemAnswer;
  const isWhole =
    /^\/problems\/[a-z-]+$/.test(problem.type ?? '') &&
    Boolean(problem.title) &&
    problem.status === status &&
    /^[0-9a-f]{32}$/.test(problem.traceId ?? '');
  if (!isWhole) return `${status} without its parts: ${JSON.stringify(problem)}`;
  const leak = inside.exec(JSON.stringify(problem))?.[0];
  return leak === undefined ? undefined : `${status} says "${leak}": ${JSON.stringify(problem)}`;
}

/** The places an answer points to. */
export const pointersOf = ({ json }: Answered): readonly string[] =>
  ((json as ProblemAnswer | undefined)?.errors ?? []).map(({ pointer }) => pointer);

export const problemTypeOf = ({ json }: Answered): string | undefined => (json as ProblemAnswer | undefined)?.type;

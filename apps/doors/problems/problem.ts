import type { Words } from '../language.js';

/** One sort of problem: what it is called, what its page says, and the HTTP status it has by nature. */
export interface ProblemKind {
  /** Last part of the problem's `type`, `/problems/<slug>`; never changes once published. */
  readonly slug: string;
  readonly status: number;
  readonly title: Words;
  /** What causes it and what the reader can do. Shown at `/problems/<slug>`. */
  readonly cure: Words;
}

/** One thing that is wrong, and where: a JSON pointer into the body (`#/client/country`), or `?limit` in the address. */
export interface ProblemError {
  readonly pointer: string;
  /** A stable word for programs; never translated. */
  readonly code: string;
  readonly detail: string | Words;
}

export interface ProblemOptions {
  readonly detail?: string | Words;
  readonly errors?: readonly ProblemError[];
  /** Further members of the answer, for programs that read it. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Headers the answer needs, such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal on its way to the reader (RFC 9457). Thrown at the HTTP door only: rooms refuse with a `Result`. */
export class Problem extends Error {
  readonly options: ProblemOptions;

  constructor(
    readonly kind: ProblemKind,
    options: ProblemOptions | string | Words = {},
  ) {
    super(`${kind.status} ${kind.slug}`);
    this.name = 'Problem';
    this.options = typeof options === 'string' || 'en' in options ? { detail: options } : options;
  }
}

/** How a problem of a kind names what is wrong with one field of what was sent. */
export const faultOf =
  (kind: ProblemKind) =>
  (pointer: string, code: string, detail: string | Words): Problem =>
    new Problem(kind, { errors: [{ pointer, code, detail }] });

const known = new Map<string, ProblemKind>();

/** Declares a sort of problem once, so that its page exists. Two with one slug are a bug and throw at start. */
export function problemKind(kind: ProblemKind): ProblemKind {
  if (known.has(kind.slug)) throw new Error(`two problems share the name /problems/${kind.slug}`);
  known.set(kind.slug, kind);
  return kind;
}

export const problemKindOf = (slug: string): ProblemKind | undefined => known.get(slug);

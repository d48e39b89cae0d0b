/** One thing wrong with one field of what was sent. */
export interface FieldProblem {
  /** Where in what was sent: `#/price`. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** What a program answered instead of doing it (RFC 9457), or that it was not reached. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly fields: readonly FieldProblem[],
    /** What staff can search the logs for. */
    readonly traceId: string | undefined,
    /** The kind of problem, as the address of its page: `/problems/not-allowed`. */
    readonly type = '',
    /** What goes with that kind. */
    readonly more: Readonly<Record<string, unknown>> = {},
    /** The version of the thing that it is about. */
    readonly tag: string | null = null,
  ) {
    super(title);
  }

  static offline(): ApiProblem {
    return new ApiProblem(0, '', '', [], undefined);
  }

  static async of(answer: Response): Promise<ApiProblem> {
    const said = (await answer.json().catch(() => ({}))) as {
      readonly type?: string;
      readonly title?: string;
      readonly detail?: string;
      readonly errors?: readonly FieldProblem[];
      readonly traceId?: string;
    };
    const { type, title = answer.statusText, detail = '', errors = [], traceId, ...more } = said;
    return new ApiProblem(answer.status, title, detail, errors, traceId, type, more, answer.headers.get('etag'));
  }

  get isOffline(): boolean {
    return this.status === 0;
  }

  get isSignedOut(): boolean {
    return this.status === 401;
  }

  get isForbidden(): boolean {
    return this.status === 403;
  }
}

/** What the program said of the field that stands there in what was sent: `#/price`, or a part of it. */
export const saidAt = (problem: unknown, pointer: string): string | undefined =>
  problem instanceof ApiProblem
    ? problem.fields.find((field) => field.pointer === pointer || field.pointer.startsWith(`${pointer}/`))?.detail
    : undefined;

/** What the program said, when it is the problem of that name. */
export const onlyIf = (slug: string, problem: unknown): ApiProblem | undefined =>
  problem instanceof ApiProblem && problem.type === `/problems/${slug}` ? problem : undefined;

import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { throwError } from 'rxjs';
import { Keeping } from '../health/keeping.js';
import { Routes } from '../http/routes.js';
import { inLanguage, type Language, languageOf, type Words } from '../language.js';
import { inHabit } from './habit.js';
import { problemOf } from './outside-errors.js';
import type { Problem } from './problem.js';

/** Answers every error with `application/problem+json`; what was not foreseen goes to the log with its trace id. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: Routes,
    private readonly keeping: Keeping,
  ) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType() !== 'http') return throwError(() => error);
    this.keeping.heard(error);
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(error, request.path, (path) => this.routes.methodsAt(path));
    if (problem.kind.status >= 500) request.log.error({ context: 'problems', err: error });
    if (response.headersSent) {
      response.end();
      return undefined;
    }
    const language = languageOf(request.headers['accept-language']);
    response
      .status(problem.kind.status)
      .set({ 'Content-Type': 'application/problem+json', 'Content-Language': language, ...problem.options.headers })
      .send(JSON.stringify(problemBody(problem, { language, instance: request.path, traceId: request.traceId })));
    return undefined;
  }
}

const said = (detail: string | Words, language: Language): string => inHabit(inLanguage(detail, language), language);

interface ProblemPlace {
  readonly language: Language;
  readonly instance: string;
  readonly traceId: string;
}

/** The members of RFC 9457, then ours. */
function problemBody({ kind, options }: Problem, { language, instance, traceId }: ProblemPlace): object {
  return {
    type: `/problems/${kind.slug}`,
    title: kind.title[language],
    status: kind.status,
    detail: options.detail === undefined ? kind.cure[language] : said(options.detail, language),
    instance,
    traceId,
    ...(options.errors && {
      errors: options.errors.map((error) => ({ ...error, detail: said(error.detail, language) })),
    }),
    ...options.extra,
  };
}

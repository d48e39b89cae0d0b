import type { LoggerService } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type DestinationStream, type Level, type Logger, pino, stdTimeFunctions } from 'pino';
import { type HttpLogger, pinoHttp } from 'pino-http';
import { hidden, hideSecrets } from './hide-secrets.js';

export interface LogOptions {
  readonly level: string;
  /** Standard output unless a test wants to read along. */
  readonly to?: DestinationStream | undefined;
}

/** Fields that are never written, wherever an object with them is logged. */
const secretFields = [
  'password',
  'token',
  'seed',
  'cookie',
  'authorization',
  'iban',
  'nationalNumber',
  'email',
  'name',
];

/**
 * JSON lines, one for each request or event, with the trace id and without personal data. A request carries its own log:
 * nothing follows each promise to find it, which would cost every message between nodes some of its time.
 */
export class ProgramLog implements LoggerService {
  readonly followEachRequest: HttpLogger<Request, Response>;
  private readonly lines: Logger;

  constructor(options: LogOptions) {
    this.lines = linesOf(options);
    this.followEachRequest = requestsIn(this.lines);
  }

  log(message: unknown, ...rest: readonly unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: readonly unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: readonly unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: readonly unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest names who speaks in the last place, and puts the stack of an error between. An event is an object of fields. */
  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const [stack] = rest.length > 1 ? rest : [];
    const about = { context: rest.at(-1), ...(typeof stack === 'string' && { stack }) };
    if (message instanceof Error) this.lines[level]({ ...about, err: message });
    else if (typeof message === 'object') this.lines[level]({ ...about, ...message });
    else this.lines[level](about, typeof message === 'string' ? message : JSON.stringify(message));
  }
}

function linesOf({ level, to }: LogOptions): Logger {
  const options = {
    level,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secretFields.flatMap((field) => [`*.${field}`, `*.*.${field}`]), censor: hidden },
    hooks: { streamWrite: hideSecrets },
    serializers: { err: errorIn },
  };
  return to ? pino(options, to) : pino(options);
}

const requestsIn = (logger: Logger): HttpLogger<Request, Response> =>
  pinoHttp<Request, Response>({
    logger,
    genReqId: (request) => request.traceId,
    customAttributeKeys: { reqId: 'traceId' },
    quietReqLogger: true,
    quietResLogger: true,
    autoLogging: { ignore: ({ url }) => ['/livez', '/readyz', '/metrics'].includes(url) },
    customSuccessObject: (request, response, value: Timed) => requestIn(request, response, value),
    customErrorObject: (request, response, error, value: Timed) => ({
      ...requestIn(request, response, value),
      err: errorIn(error),
    }),
    serializers: { err: errorIn },
  });

interface Timed {
  readonly responseTime?: number;
}

/**
 * The route's template tells which address it was without the ids, tokens and search words in it. Headers are left out
 * altogether: cookies travel in them.
 */
const requestIn = (request: Request, response: Response, { responseTime }: Timed): object => ({
  method: request.method,
  route: (request.route as { readonly path?: unknown } | undefined)?.path ?? 'none',
  status: response.statusCode,
  ms: responseTime,
});

/** Database errors carry the values of the failed statement; only what names the fault is written. */
const errorIn = ({ name, message, stack, code }: Error & { readonly code?: unknown }): object => ({
  type: name,
  message,
  stack,
  code,
});

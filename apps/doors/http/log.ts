import type { Params } from 'nestjs-pino';
import { stdTimeFunctions, type DestinationStream } from 'pino';
import type { Request, Response } from 'express';
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

/** JSON lines, one for each request or event, with the trace id and without personal data. */
export function logParams({ level, to }: LogOptions): Params<Request, Response> {
  const options: Extract<Params<Request, Response>['pinoHttp'], { level?: unknown }> = {
    level,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secretFields.flatMap((field) => [`*.${field}`, `*.*.${field}`]), censor: hidden },
    hooks: { streamWrite: hideSecrets },
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
  };
  return { pinoHttp: to ? [options, to] : options };
}

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

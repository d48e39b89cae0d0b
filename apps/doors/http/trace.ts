import { randomBytes } from 'node:crypto';
import { trace } from '@opentelemetry/api';
import type { NextFunction, Request, Response } from 'express';

/** Continues the caller's trace (W3C Trace Context) or begins one, and names it in the answer. */
export function traceEachRequest(request: Request, response: Response, next: NextFunction): void {
  const traced = trace.getActiveSpan()?.spanContext().traceId;
  request.traceId = traced ?? traceIdOf(request.headers['traceparent']) ?? randomBytes(16).toString('hex');
  response.setHeader('Trace-Id', request.traceId);
  next();
}

/** The trace id of a `traceparent` header, unless the header is malformed or the id all zeros. */
export function traceIdOf(traceparent: string | string[] | undefined): string | undefined {
  if (typeof traceparent !== 'string') return undefined;
  const id = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?$/.exec(traceparent)?.[1];
  return id === undefined || /^0+$/.test(id) ? undefined : id;
}

import type { NextFunction, Request, Response } from 'express';
import { stepAfter, traceIdOf } from '../traces/traces.js';

/** Continues the caller's trace (W3C Trace Context) or begins one, and names it in the answer. */
export function traceEachRequest(request: Request, response: Response, next: NextFunction): void {
  request.traceparent = stepAfter(request.headers['traceparent']);
  request.traceId = traceIdOf(request.traceparent)!;
  response.setHeader('Trace-Id', request.traceId);
  next();
}

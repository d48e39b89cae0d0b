import { randomBytes } from 'node:crypto';
import {
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  isSpanContextValid,
  trace,
} from '@opentelemetry/api';
import type { Work } from '../database/work.js';

const form = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** The trace id of a `traceparent` (W3C Trace Context), unless that is malformed or the id all zeros. */
export const traceIdOf = (traceparent: unknown): string | undefined =>
  typeof traceparent === 'string' ? form.exec(traceparent)?.[1] : undefined;

/** The next step of the trace that a caller is in, or the first of a new one. */
export function stepAfter(traceparent: unknown): string {
  const span = trace.getActiveSpan()?.spanContext();
  if (span && isSpanContextValid(span)) return written(span);
  const traceId = traceIdOf(traceparent) ?? randomBytes(16).toString('hex');
  return written({ traceId, spanId: randomBytes(8).toString('hex'), traceFlags: 1 });
}

const written = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;

const traces = new WeakMap<Work, string>();

/** The trace that a transaction belongs to at this moment, as a `traceparent`; null when nobody's request caused it. */
export const traceOf = (work: Work): string | null => traces.get(work) ?? null;

/**
 * What is decided in the transaction from here on belongs to this trace, until another is named. It goes with the
 * transaction, not with each promise, which would cost every message between nodes some of its time.
 */
export function belongsTo(work: Work, traceparent: string | null): void {
  if (traceparent === null) traces.delete(work);
  else traces.set(work, traceparent);
}

/**
 * Runs `act` as one step, called `name`, of the trace that the transaction belongs to. Where spans are sent it is one of
 * its own, and what is decided meanwhile comes after it.
 */
export function asStep<T>(work: Work, name: string, act: () => Promise<T>): Promise<T> {
  if (!areSpansSent) return act();
  const [, traceId, spanId, flags] = form.exec(traceOf(work) ?? '') ?? [];
  if (!traceId || !spanId) return act();
  const before: SpanContext = { traceId, spanId, traceFlags: Number.parseInt(flags!, 16), isRemote: true };
  const context = trace.setSpanContext(ROOT_CONTEXT, before);
  return tracer.startActiveSpan(name, { kind: SpanKind.CONSUMER }, context, async (span) => {
    if (span.isRecording()) belongsTo(work, written(span.spanContext()));
    try {
      return await act();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

const tracer = trace.getTracer('passerelle');

let areSpansSent = false;

/** Said once a collector is known: before, no step costs anything. */
export const sendSpans = (): void => void (areSpansSent = true);

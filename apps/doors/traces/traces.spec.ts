import { trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { Work } from '../database/work.js';
import { asStep, belongsTo, sendSpans, stepAfter, traceIdOf, traceOf } from './traces.js';

const callers = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const workOf = (traceparent: string | null): Work => {
  const work = {} as Work;
  belongsTo(work, traceparent);
  return work;
};

describe('a trace', () => {
  it('goes on from its caller with a step of its own, or begins where none is named', () => {
    expect(stepAfter(callers)).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$/);
    expect(traceIdOf(stepAfter(undefined))).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ['another form', '00-4bf92f35-00f067aa0ba902b7-01'],
    ['no trace', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['no step', `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`],
    ['a version that cannot be', callers.replace('00-', 'ff-')],
    ['several', [callers, callers]],
  ])('is not read from a header of %s', (_what, header) => {
    expect(traceIdOf(header)).toBeUndefined();
  });

  it('belongs to a transaction until another one is named', () => {
    const work = workOf(callers);
    expect(traceOf(work)).toBe(callers);
    belongsTo(work, null);
    expect(traceOf(work)).toBeNull();
  });

  it('changes nothing of a step where nobody collects spans', async () => {
    const work = workOf(callers);
    expect(await asStep(work, 'hear mission.offer', async () => traceOf(work))).toBe(callers);
    expect(await asStep(workOf(null), 'hear mission.offer', async () => 'done')).toBe('done');
  });

  it('has a span for each step where spans are collected, under the one that caused it', async () => {
    const spans = new InMemorySpanExporter();
    const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
    provider.register();
    sendSpans();
    try {
      const work = workOf(callers);
      const said = await asStep(work, 'hear mission.offer', async () => traceOf(work));
      await expect(asStep(workOf(said), 'hear refuse', () => Promise.reject(new Error('rain')))).rejects.toThrow(
        'rain',
      );
      const [offer, refusal] = spans.getFinishedSpans();
      const { traceId, spanId } = offer!.spanContext();
      expect([offer!.name, traceId, offer!.parentSpanContext?.spanId]).toEqual([
        'hear mission.offer',
        traceIdOf(callers),
        '00f067aa0ba902b7',
      ]);
      expect(said).toBe(`00-${traceId}-${spanId}-01`);
      expect([refusal!.name, refusal!.parentSpanContext?.spanId, refusal!.status.code]).toEqual([
        'hear refuse',
        spanId,
        2,
      ]);
    } finally {
      await provider.shutdown();
      trace.disable();
    }
  });
});

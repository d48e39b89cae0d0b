import { createRequire } from 'node:module';
import type { IncomingMessage } from 'node:http';
import { productVersion } from '../version.js';
import { sendSpans } from './traces.js';

export interface Traces {
  /** Sends what is still here. */
  stop(): Promise<void>;
}

/** Asked by machines every few seconds, and worth no trace. */
const unwatched = ['/livez', '/readyz', '/metrics'];

/** Nothing else leaves: addresses of requests have ids and tokens in them, and callers are people. */
const told = new Set([
  'http.request.method',
  'http.method',
  'http.route',
  'http.response.status_code',
  'http.status_code',
  'error.type',
  'db.system',
  'db.system.name',
  'db.operation.name',
]);

/** The template of the address, which Express knows once it has found who answers. */
function routeOf(request: object): string | undefined {
  const { route } = request as { readonly route?: { readonly path?: unknown } };
  return typeof route?.path === 'string' ? route.path : undefined;
}

const nothing = async (): Promise<void> => undefined;

/**
 * Sends a span for each request and each statement of `service` to the collector at `url`, as part of the caller's trace
 * where it names one; without a collector nothing happens, and the libraries are not even read. Must be called before
 * the program opens its database.
 */
export async function startTraces(service: string, url: string | undefined): Promise<Traces> {
  if (url === undefined) return { stop: nothing };
  const [{ registerInstrumentations }, { HttpInstrumentation }, { PgInstrumentation }, sdk, exporter, resources] =
    await Promise.all([
      import('@opentelemetry/instrumentation'),
      import('@opentelemetry/instrumentation-http'),
      import('@opentelemetry/instrumentation-pg'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const resource = resources.resourceFromAttributes({ 'service.name': service, 'service.version': productVersion() });
  const sent = new exporter.OTLPTraceExporter({ url: `${url}/v1/traces` });
  const batches = new sdk.BatchSpanProcessor(sent, { scheduledDelayMillis: 1_000 });
  const discreet = {
    onStart: () => undefined,
    onEnd: ({ attributes }: { readonly attributes: Record<string, unknown> }) => {
      for (const name of Object.keys(attributes)) if (!told.has(name)) Reflect.deleteProperty(attributes, name);
    },
    forceFlush: nothing,
    shutdown: nothing,
  };
  const provider = new sdk.NodeTracerProvider({ resource, spanProcessors: [discreet, batches] });
  provider.register();
  sendSpans();
  registerInstrumentations({
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url: path = '' }: IncomingMessage) => unwatched.includes(path),
        disableOutgoingRequestInstrumentation: true,
        applyCustomAttributesOnSpan: (span, request) => {
          const route = routeOf(request);
          if (route === undefined) return;
          span.setAttribute('http.route', route);
          span.updateName(`${(request as IncomingMessage).method} ${route}`);
        },
      }),
      new PgInstrumentation({ requireParentSpan: true }),
    ],
  });
  // Both are in memory by now, and what watches them comes in when they are asked for.
  for (const name of ['http', 'pg']) createRequire(import.meta.url)(name);
  return { stop: () => provider.shutdown() };
}

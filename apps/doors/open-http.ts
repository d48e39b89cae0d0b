import type { DynamicModule, NestApplicationOptions, Type } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { IncomingMessage } from 'node:http';
import { ProgramAddress } from './access/program-address.js';
import { Build, Metrics } from './health/metrics.js';
import { AnswerAdapter } from './http/answer.js';
import { apiDocument } from './http/api-document.js';
import { refuseAllButHealth } from './http/only-health.js';
import { ProgramLog } from './http/log.js';
import { docsPath, setSecurityHeaders } from './http/security-headers.js';
import { refuseUnsoundContent } from './http/sound-content.js';
import { traceEachRequest } from './http/trace.js';
import { leaveUnread, UnreadBody } from './http/unread-body.js';
import { type Pages, servePages } from './pages/serve-pages.js';

/** A route that reads something larger than the usual JSON, as bytes: `@Body() file: Buffer`. */
export interface LargeBody {
  /** The address, which the route must also mark with `@Accepts(…)`. */
  readonly path: string;
  readonly types: readonly string[];
  /** In megabytes. */
  readonly limitMb: number;
  /** In megabytes: what is larger than `limitMb`, up to this, comes to the route as an `UnreadBody`. Otherwise it is refused. */
  readonly unreadMb?: number;
}

export interface HttpOptions {
  readonly largeBodies?: readonly LargeBody[];
  readonly pages?: Pages;
  /** Proxies whose word about the caller's address is believed: `loopback`, or addresses separated by commas. */
  readonly trustedProxy?: string;
  /** Nobody is served here: only whoever looks after the process is told how it is. */
  readonly onlyHealth?: boolean;
}

/**
 * Builds a program's HTTP side from its module, which must contain `DoorsModule`: everything a caller meets before and
 * after a room's own routes. The application is started but does not listen yet.
 */
export async function openHttp(
  module: DynamicModule | Type,
  { largeBodies = [], pages, trustedProxy = 'loopback', onlyHealth = false }: HttpOptions = {},
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, new AnswerAdapter(), nestOptions);
  const log = app.get(ProgramLog);
  app.useLogger(log);
  app.set('trust proxy', trustedProxy);
  app.use(traceEachRequest, app.get(Metrics).timeEachRequest, setSecurityHeaders(app.get(ProgramAddress)));
  if (onlyHealth) app.use(refuseAllButHealth);
  if (pages && !onlyHealth) servePages(app, pages);
  app.use(log.followEachRequest);
  readBodies(app, largeBodies);
  describe(app);
  app.enableShutdownHooks();
  await app.init();
  return app;
}

/** A program that cannot start says why and lets `main.ts` choose the exit code. */
const nestOptions: NestApplicationOptions = Object.assign(new NestApplicationContextOptions(), {
  bodyParser: false,
  bufferLogs: true,
  abortOnError: false,
});

function readBodies(app: NestExpressApplication, largeBodies: readonly LargeBody[]): void {
  app.useBodyParser('json', { limit: '1mb' });
  app.useBodyParser('urlencoded', { limit: '100kb', extended: false });
  for (const { path, types, limitMb, unreadMb } of largeBodies) {
    const isMeant = (request: IncomingMessage): boolean =>
      request.url?.split('?')[0] === path && types.includes(request.headers['content-type']?.split(';')[0] ?? '');
    if (unreadMb !== undefined) app.use(leaveUnread(isMeant, { above: limitMb * megabyte, most: unreadMb * megabyte }));
    const isRead = (request: IncomingMessage): boolean => isMeant(request) && !isLeft(request);
    app.useBodyParser('raw', { type: isRead, limit: `${limitMb}mb` });
  }
  app.use(refuseUnsoundContent);
}

const megabyte = 1024 * 1024;

const isLeft = (request: IncomingMessage & { readonly body?: unknown }): boolean => request.body instanceof UnreadBody;

/** The description for programs at `/api/openapi.json` and for people beside it. */
function describe(app: NestExpressApplication): void {
  const document = (): ReturnType<typeof apiDocument> => apiDocument(app, app.get(Build));
  SwaggerModule.setup(docsPath, app, document, { jsonDocumentUrl: 'api/openapi.json', raw: ['json'] });
}

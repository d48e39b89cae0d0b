import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import { RealClock } from '../clock.js';
import { roles } from '../access/accounts/account.js';
import type { Database } from '../database/database.js';
import { DoorsModule, type DoorsOptions } from '../doors.module.js';
import { type HttpOptions, openHttp } from '../open-http.js';

export interface SpecProgram {
  readonly app: NestExpressApplication;
  /** Requests without a session. */
  readonly anybody: ReturnType<typeof supertest>;
  /** Signs in and gives requests that carry the session cookie along. */
  signIn(email: string, password: string): Promise<ReturnType<typeof supertest.agent>>;
}

@Module({})
class Spec {}

/** A real program for a spec: the doors, and the rooms under test. It listens on no port. */
export async function openProgram(
  database: Database,
  rooms: readonly (DynamicModule | Type)[],
  { http = {}, ...doors }: Partial<DoorsOptions> & { readonly http?: HttpOptions } = {},
): Promise<SpecProgram> {
  const options: DoorsOptions = {
    program: 'spec',
    database,
    roles,
    clock: new RealClock(),
    baseUrl: 'http://localhost:8080',
    log: { level: 'silent' },
    ...doors,
  };
  const app = await openHttp({ module: Spec, imports: [DoorsModule.for(options), ...rooms] }, http);
  const server = app.getHttpServer();
  return {
    app,
    anybody: supertest(server),
    signIn: async (email, password) => {
      const agent = supertest.agent(server);
      await agent.post('/api/v1/session').send({ email, password }).expect(201);
      return agent;
    },
  };
}

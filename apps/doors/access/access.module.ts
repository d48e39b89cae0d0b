import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Database } from '../database/database.js';
import { AccessGuard } from './access.guard.js';
import { AccountStore, Accounts } from './accounts.service.js';
import { PostgresAccounts } from './accounts.store.js';
import { EveryRoute } from './every-route.js';
import { ProgramAddress } from './program-address.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SessionController } from './session.controller.js';
import {
  SESSION_LIMITS,
  type SessionLimits,
  Sessions,
  SessionStore,
  standardSessionLimits,
} from './sessions.service.js';
import { PostgresSessions } from './sessions.store.js';
import { ATTEMPT_COUNTERS, SignInLimits } from './sign-in-limits.service.js';
import { postgresCounters } from './sign-in-limits.store.js';

export interface AccessOptions {
  readonly baseUrl: string;
  readonly sessionLimits?: SessionLimits | undefined;
}

/** Signing in, and the guards of every route. */
@Module({})
export class AccessModule {
  static for({ baseUrl, sessionLimits = standardSessionLimits }: AccessOptions): DynamicModule {
    return {
      module: AccessModule,
      imports: [DiscoveryModule],
      controllers: [SessionController],
      providers: [
        Accounts,
        Sessions,
        SignInLimits,
        EveryRoute,
        { provide: AccountStore, useClass: PostgresAccounts },
        { provide: SessionStore, useClass: PostgresSessions },
        { provide: SESSION_LIMITS, useValue: sessionLimits },
        { provide: ProgramAddress, useValue: new ProgramAddress(baseUrl) },
        { provide: ATTEMPT_COUNTERS, useFactory: postgresCounters, inject: [Database] },
        { provide: APP_GUARD, useClass: SameOriginGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [Accounts, ProgramAddress],
    };
  }
}

import { type DynamicModule, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Database } from '../database/database.js';
import { Ids } from '../ids.js';
import { AccessGuard } from './access.guard.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { ApiKeys } from './api-keys/api-keys.service.js';
import { ApiKeysStore } from './api-keys/api-keys.store.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AccountStore, Accounts, PROGRAM_ROLES } from './accounts/accounts.service.js';
import { PostgresAccounts } from './accounts/accounts.store.js';
import type { NewAccount, Role } from './accounts/account.js';
import { OwnPasswordController } from './accounts/own-password.controller.js';
import { FirstAccount } from './accounts/first-account.service.js';
import { EveryRoute } from './every-route.js';
import { KeyDoor } from './api-keys/key-door.service.js';
import { Passwords } from './accounts/passwords.js';
import { PasskeySignInController } from './passkeys/passkey-sign-in.controller.js';
import { PasskeysController } from './passkeys/passkeys.controller.js';
import { Passkeys } from './passkeys/passkeys.service.js';
import { PasskeysStore } from './passkeys/passkeys.store.js';
import { ProgramAddress } from './program-address.js';
import { PendingStore } from './pending.store.js';
import { PROVIDER_TERMS, ProviderSignIn } from './provider/provider-sign-in.service.js';
import type { ProviderTerms } from './provider/provider.js';
import { ProviderController } from './provider/provider.controller.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import type { SecondFactorPolicy } from './second-factor/second-factor.js';
import { SECOND_FACTOR_POLICY, SecondFactors } from './second-factor/second-factors.service.js';
import { SecondFactorsStore } from './second-factor/second-factors.store.js';
import { Entrance } from './session/entrance.service.js';
import { SessionController } from './session/session.controller.js';
import {
  SESSION_LIMITS,
  type SessionLimits,
  Sessions,
  SessionStore,
  standardSessionLimits,
} from './session/sessions.service.js';
import { PostgresSessions } from './session/sessions.store.js';
import { ATTEMPT_COUNTERS, SignInLimits } from './session/sign-in-limits.service.js';
import { postgresCounters } from './session/sign-in-limits.store.js';
import { TrailController } from './trail/trail.controller.js';
import { Trail } from './trail/trail.service.js';
import { TrailStore } from './trail/trail.store.js';

export interface AccessOptions {
  /** The roles that exist in this program. */
  readonly roles: readonly Role[];
  /** Who may sign in to a program that has no account yet. */
  readonly firstAccount?: NewAccount | undefined;
  readonly baseUrl: string;
  readonly sessionLimits?: SessionLimits | undefined;
  /** Who needs a second factor; nobody where it is not said. */
  readonly secondFactor?: SecondFactorPolicy | undefined;
  /** Where people may sign in besides passwords. */
  readonly provider?: ProviderTerms | undefined;
}

/** Signing in, and the guards of every route. */
@Module({})
export class AccessModule implements NestModule {
  constructor(private readonly trail: Trail) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(this.trail.followEachRequest).forRoutes('{*address}');
  }

  static for({
    roles,
    firstAccount,
    baseUrl,
    sessionLimits = standardSessionLimits,
    secondFactor = 'nobody',
    provider,
  }: AccessOptions): DynamicModule {
    return {
      module: AccessModule,
      imports: [DiscoveryModule],
      controllers: [
        SessionController,
        PasskeySignInController,
        ProviderController,
        SecondFactorController,
        PasskeysController,
        AccountsController,
        OwnPasswordController,
        ApiKeysController,
        TrailController,
      ],
      providers: [
        ApiKeysStore,
        KeyDoor,
        Passwords,
        Sessions,
        SignInLimits,
        Entrance,
        SecondFactors,
        SecondFactorsStore,
        Passkeys,
        PasskeysStore,
        PendingStore,
        ProviderSignIn,
        { provide: PROVIDER_TERMS, useValue: provider ?? null },
        { provide: SECOND_FACTOR_POLICY, useValue: secondFactor },
        EveryRoute,
        Trail,
        TrailStore,
        { provide: AccountStore, useClass: PostgresAccounts },
        { provide: SessionStore, useClass: PostgresSessions },
        { provide: PROGRAM_ROLES, useValue: roles },
        accountsProvider,
        apiKeysProvider,
        ...(firstAccount ? [firstAccountProvider(firstAccount)] : []),
        { provide: SESSION_LIMITS, useValue: sessionLimits },
        { provide: ProgramAddress, useValue: new ProgramAddress(baseUrl) },
        { provide: ATTEMPT_COUNTERS, useFactory: postgresCounters, inject: [Database] },
        { provide: APP_GUARD, useClass: SameOriginGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [Accounts, Entrance, ProgramAddress, SecondFactors, SignInLimits, Trail, TrailStore],
    };
  }
}

// These two serve the command line too, which reads no framework.
const accountsProvider = {
  provide: Accounts,
  useFactory: (...parts: ConstructorParameters<typeof Accounts>) => new Accounts(...parts),
  inject: [Database, AccountStore, Ids, Passwords, PROGRAM_ROLES],
};

const apiKeysProvider = {
  provide: ApiKeys,
  useFactory: (...parts: ConstructorParameters<typeof ApiKeys>) => new ApiKeys(...parts),
  inject: [Database, ApiKeysStore, TrailStore, Ids, PROGRAM_ROLES],
};

const firstAccountProvider = (account: NewAccount) => ({
  provide: FirstAccount,
  useFactory: (accounts: Accounts) => new FirstAccount(accounts, account),
  inject: [Accounts],
});

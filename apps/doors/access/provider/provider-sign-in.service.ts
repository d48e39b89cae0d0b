import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ok, refuse, type Result } from '@passerelle/values';
import type { Configuration } from 'openid-client';
import { Database, type Work } from '../../database/database.js';
import { Accounts, AccountStore, type StoredAccount } from '../accounts/accounts.service.js';
import { factorState, type SecondFactorPolicy } from '../second-factor/second-factor.js';
import { ProgramAddress } from '../program-address.js';
import { PendingStore } from '../pending.store.js';
import { type ProvidedPerson, type ProviderRefusal, type ProviderTerms, personIn } from './provider.js';
import { SECOND_FACTOR_POLICY } from '../second-factor/second-factors.service.js';
import { SecondFactorsStore } from '../second-factor/second-factors.store.js';

export const PROVIDER_TERMS = Symbol('PROVIDER_TERMS');

/** Where the provider sends people back to. */
export const returnPath = '/api/v1/session/provider/return';

/** What is kept while somebody is away at the provider. */
interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
}

export interface Returned {
  readonly account: StoredAccount;
  readonly hasFactor: boolean;
  readonly next: string;
}

/** Signing in at the cooperative's own provider: authorization code with PKCE, state and nonce, each used once. */
@Injectable()
export class ProviderSignIn {
  private readonly log = new Logger('provider');
  private found: Promise<Configuration> | undefined;

  constructor(
    private readonly database: Database,
    private readonly pending: PendingStore,
    private readonly accounts: Accounts,
    private readonly store: AccountStore,
    private readonly factors: SecondFactorsStore,
    private readonly address: ProgramAddress,
    @Inject(PROVIDER_TERMS) private readonly terms: ProviderTerms | null,
    @Inject(SECOND_FACTOR_POLICY) private readonly policy: SecondFactorPolicy,
  ) {}

  /** What people call it; null when there is none. */
  get name(): string | null {
    return this.terms?.name ?? null;
  }

  /** Where to send somebody who wants to sign in, and the token that her browser keeps meanwhile. */
  async start(next: string): Promise<Result<{ url: string; token: string }, ProviderRefusal>> {
    const client = await import('openid-client');
    const provider = await this.provider();
    if (!provider) return refuse({ kind: 'away' });
    const verifier = client.randomPKCECodeVerifier();
    const journey: Journey = { state: client.randomState(), nonce: client.randomNonce(), verifier, next };
    const token = randomBytes(32).toString('base64url');
    await this.database.transact((work) => this.pending.add(work, hashOf(token), 'provider', journey));
    const url = client.buildAuthorizationUrl(provider, {
      redirect_uri: `${this.address.baseUrl}${returnPath}`,
      scope: 'openid email profile',
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return ok({ url: url.href, token });
  }

  /** Reads what the provider sent back with this search. Whatever comes out, the journey is over. */
  async finish(search: string, token: string | undefined): Promise<Result<Returned, ProviderRefusal>> {
    if (token === undefined) return refuse({ kind: 'stale' });
    const journey = await this.database.transact((work) => this.pending.take<Journey>(work, hashOf(token), 'provider'));
    if (!journey || new URLSearchParams(search).get('state') !== journey.state) return refuse({ kind: 'stale' });
    const person = await this.believed(search, journey);
    if (!person.ok) return person;
    const known = await this.database.transact((work) => this.accountOf(work, person.value));
    if (!known.ok) return known;
    const { hasFactor } = person.value;
    const isNeeded =
      (await this.factors.isAny(this.database.reading, known.value.id)) ||
      factorState({ ...known.value, hasSecondFactor: false }, this.policy) === 'missing';
    if (isNeeded && !hasFactor) return refuse({ kind: 'factor-needed' });
    return ok({ account: known.value, hasFactor, next: journey.next });
  }

  /** Where the provider lets people sign out, if it does. */
  async leaving(): Promise<string | null> {
    const provider = this.terms && (await this.provider());
    if (!provider?.serverMetadata().end_session_endpoint) return null;
    const client = await import('openid-client');
    return client.buildEndSessionUrl(provider, { post_logout_redirect_uri: `${this.address.baseUrl}/login` }).href;
  }

  private async believed(
    search: string,
    { state, nonce, verifier }: Journey,
  ): Promise<Result<ProvidedPerson, ProviderRefusal>> {
    const client = await import('openid-client');
    const provider = await this.provider();
    if (!provider) return refuse({ kind: 'away' });
    try {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const url = new URL(`${this.address.baseUrl}${returnPath}${search}`);
      const claims = (await client.authorizationCodeGrant(provider, url, checks)).claims();
      return claims ? ok(personIn({ ...claims }, this.terms!)) : refuse({ kind: 'not-believed' });
    } catch (error) {
      if (error instanceof client.AuthorizationResponseError) return refuse({ kind: 'cancelled' });
      // What exactly was wrong helps an operator, and a stranger as well: it goes to the log.
      this.log.warn(`the provider's answer is refused: ${error instanceof Error ? error.message : 'no reason'}`);
      return refuse({ kind: isAway(error) ? 'away' : 'not-believed' });
    }
  }

  /**
   * The account of this person: the one she has signed in to before, else the one with her address. A new one is made
   * only where the provider gives roles; then it also takes them away.
   */
  private async accountOf(work: Work, person: ProvidedPerson): Promise<Result<StoredAccount, ProviderRefusal>> {
    const { issuer, subject, email } = person;
    const before = await this.pending.accountOf(work, { issuer, subject });
    if (before === undefined && email === undefined) return refuse({ kind: 'unverified' });
    const found = await this.store.byEmail(work, before ?? email!);
    const isSomebodyElses = before === undefined && found && (await this.pending.isTaken(work, issuer, found.id));
    if (isSomebodyElses) return refuse({ kind: 'unknown-person' });
    const account = found ? await this.withRoles(work, found, person) : await this.newAccount(work, person);
    if (account.ok && before === undefined)
      await this.pending.link(work, { issuer, subject, account: account.value.id });
    return account;
  }

  private async withRoles(work: Work, account: StoredAccount, { roles }: ProvidedPerson) {
    if (!this.terms?.roles) return ok(account);
    const now = { ...account, roles: [...account.roles.filter((role) => role === 'worker'), ...roles] };
    if (now.roles.length === 0) return refuse({ kind: 'no-role' } as const);
    if (now.roles.join() !== account.roles.join()) await this.store.update(work, now);
    return ok(now);
  }

  private async newAccount(
    work: Work,
    { email, roles }: ProvidedPerson,
  ): Promise<Result<StoredAccount, ProviderRefusal>> {
    if (!this.terms?.roles || email === undefined) return refuse({ kind: 'unknown-person' });
    if (roles.length === 0) return refuse({ kind: 'no-role' });
    // Nobody knows this password; an administrator may give her one.
    const password = randomBytes(32).toString('base64url');
    const made = await this.accounts.createIn(work, { email, password, roles, language: 'en' });
    const account = made.ok ? await this.store.byEmail(work, email) : undefined;
    return account ? ok(account) : refuse({ kind: 'no-role' });
  }

  /** Reads once what the provider says about itself; undefined while it does not answer. */
  private async provider(): Promise<Configuration | undefined> {
    this.found ??= this.discover();
    try {
      return await this.found;
    } catch (error) {
      this.found = undefined;
      this.log.warn(`the provider does not answer: ${error instanceof Error ? error.message : 'no reason'}`);
      return undefined;
    }
  }

  private async discover(): Promise<Configuration> {
    if (!this.terms) throw new Error('there is no provider');
    const client = await import('openid-client');
    const { issuer, clientId, clientSecret } = this.terms;
    // A token's signature is always looked at.
    const execute = [client.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [withoutTls(client)] : [])];
    return client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
      execute,
      timeout: 10,
    });
  }
}

/**
 * For a provider on this machine, the only one for which settings allow http. The library marks it as deprecated to make
 * it stand out, and so it does here.
 */
const withoutTls = (client: object) =>
  Reflect.get(client, 'allowInsecureRequests') as (provider: Configuration) => void;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const isAway = (error: unknown): boolean => error instanceof TypeError || (error as Error).name === 'TimeoutError';

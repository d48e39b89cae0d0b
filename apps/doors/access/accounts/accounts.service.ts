import { ok, refuse, type Result } from '@passerelle/values';
import { Database, type Work } from '../../database/database.js';
import { Ids } from '../../ids.js';
import {
  type Account,
  type AccountRefusal,
  type NewAccount,
  newAccountRefusal,
  normalEmail,
  passwordRefusal,
  type Role,
} from './account.js';
import { Passwords } from './passwords.js';

/** An account with the hash that only this room sees. */
export interface StoredAccount extends Account {
  readonly passwordHash: string;
}

/** The roles that exist in this program. */
export const PROGRAM_ROLES = Symbol('PROGRAM_ROLES');

export abstract class AccountStore {
  abstract isEmpty(work: Work): Promise<boolean>;
  abstract byEmail(work: Work, email: string): Promise<StoredAccount | undefined>;
  /** False when the e-mail address is taken. */
  abstract insert(work: Work, account: StoredAccount): Promise<boolean>;
  abstract update(work: Work, account: StoredAccount): Promise<void>;
  abstract emails(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  abstract endSessionsOf(work: Work, accountId: string): Promise<void>;
  /** App and passkeys: a lost telephone must not keep anybody out whom an administrator lets in anew. */
  abstract dropSecondFactorOf(work: Work, accountId: string): Promise<void>;
}

/** Who can sign in to this program. */
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly store: AccountStore,
    private readonly ids: Ids,
    private readonly passwords: Passwords,
    private readonly roles: readonly Role[],
  ) {}

  /** Makes an account, or says why not. */
  create(given: NewAccount): Promise<Result<Account, AccountRefusal>> {
    return this.database.transact((work) => this.createIn(work, given));
  }

  /** Makes an account together with what else becomes true, such as a new member; or says why not. */
  async createIn(work: Work, given: NewAccount): Promise<Result<Account, AccountRefusal>> {
    const refusal = newAccountRefusal(given, this.roles);
    if (refusal) return refuse(refusal);
    const account = await this.stored(this.ids.newId(), given);
    const isNew = await this.store.insert(work, account);
    return isNew ? ok(shown(account)) : refuse({ kind: 'email-taken', email: account.email });
  }

  /**
   * Makes the account or brings the existing one into the given state, its password and roles included. Doing it again
   * changes nothing. For seeds only: a door must use `create`, or whoever may add an account could take one over.
   */
  async ensure(given: NewAccount): Promise<Result<Account, AccountRefusal>> {
    const existing = await this.store.byEmail(this.database.reading, normalEmail(given.email));
    if (!existing) return this.create(given);
    const refusal = newAccountRefusal(given, this.roles);
    if (refusal) return refuse(refusal);
    const keepsPassword = await this.passwords.isRight(given.password, existing.passwordHash);
    const passwordHash = keepsPassword ? existing.passwordHash : await this.passwords.hash(given.password);
    const account = { ...existing, roles: given.roles, subject: given.subject, language: given.language, passwordHash };
    await this.database.transact((work) => this.store.update(work, account));
    return ok(shown(account));
  }

  /** The account, when the password is right. Takes equally long whether or not the e-mail address is known. */
  async verify(email: string, password: string): Promise<Account | undefined> {
    const found = await this.store.byEmail(this.database.reading, normalEmail(email));
    const isRight = await this.passwords.isRight(password, found?.passwordHash);
    return found && isRight ? shown(found) : undefined;
  }

  /** The account of an address that is known to have one. */
  async known(email: string): Promise<Account> {
    const found = await this.store.byEmail(this.database.reading, email);
    if (!found) throw new Error('an account went away while somebody signed in to it');
    return shown(found);
  }

  /** The addresses of these accounts, for people to recognise each other; one that is gone has none. */
  async emails(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.store.emails(this.database.reading, ids);
  }

  /** True until somebody can sign in. */
  areNone(): Promise<boolean> {
    return this.store.isEmpty(this.database.reading);
  }

  /** Gives an account another password, takes its second factor away and signs it out everywhere. */
  async reset(email: string, password: string): Promise<Result<Account, AccountRefusal>> {
    const refusal = passwordRefusal(password);
    if (refusal) return refuse(refusal);
    const found = await this.store.byEmail(this.database.reading, normalEmail(email));
    if (!found) return refuse({ kind: 'unknown-account', email: normalEmail(email) });
    const account = { ...found, passwordHash: await this.passwords.hash(password) };
    await this.database.transact(async (work) => {
      await this.store.update(work, account);
      await this.store.endSessionsOf(work, account.id);
      await this.store.dropSecondFactorOf(work, account.id);
    });
    return ok(shown(account));
  }

  private async stored(id: string, given: NewAccount): Promise<StoredAccount> {
    const { roles, subject, language } = given;
    return {
      id,
      email: normalEmail(given.email),
      roles,
      subject,
      language,
      passwordHash: await this.passwords.hash(given.password),
    };
  }
}

const shown = ({ id, email, roles, subject, language }: Account): Account => ({ id, email, roles, subject, language });

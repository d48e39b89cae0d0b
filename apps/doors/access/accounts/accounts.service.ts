import { strict as assert } from 'node:assert';
import { ok, refuse, type Result } from '@passerelle/values';
import { Database, type Work } from '../../database/database.js';
import { Ids } from '../../ids.js';
import {
  type Account,
  type AccountRefusal,
  emailRefusal,
  type NewAccount,
  newAccountRefusal,
  normalEmail,
  passwordRefusal,
  type Role,
} from './account.js';
import { Passwords } from './passwords.js';

/** An account with the hash that only this room sees. */
export interface StoredAccount extends Account {
  /** Null until a password is chosen. */
  readonly passwordHash: string | null;
}

/** An account, and whether a password has been chosen for it. */
export interface EnteredAccount extends Account {
  readonly hasPassword: boolean;
}

/** The roles that exist in this program. */
export const PROGRAM_ROLES = Symbol('PROGRAM_ROLES');

export abstract class AccountStore {
  abstract isEmpty(work: Work): Promise<boolean>;
  abstract byEmail(work: Work, email: string): Promise<StoredAccount | undefined>;
  abstract byId(work: Work, id: string): Promise<StoredAccount | undefined>;
  abstract bySubject(work: Work, subject: string): Promise<StoredAccount | undefined>;
  /** False when the e-mail address is taken. */
  abstract insert(work: Work, account: StoredAccount): Promise<boolean>;
  abstract update(work: Work, account: StoredAccount): Promise<void>;
  /** Those that somebody with one of these roles signs in to, by their addresses. */
  abstract withRoles(work: Work, roles: readonly Role[]): Promise<readonly StoredAccount[]>;
  abstract emails(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** All of them, or all but one. */
  abstract endSessionsOf(work: Work, accountId: string, butOne?: Buffer): Promise<void>;
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
    const { password } = given;
    const keepsPassword = password === undefined || (await this.passwords.isRight(password, existing.passwordHash));
    const passwordHash = keepsPassword ? existing.passwordHash : await this.hashOf(password);
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

  /** The account of an address, if there is one. */
  async find(work: Work, email: string): Promise<EnteredAccount | undefined> {
    return entered(await this.store.byEmail(work, normalEmail(email)));
  }

  /** The account of that id. Throws when there is none: ids inside the program are never guessed. */
  async account(work: Work, id: string): Promise<EnteredAccount> {
    const found = entered(await this.store.byId(work, id));
    if (!found) throw new Error(`no account ${id}`);
    return found;
  }

  /** The account that owns a member’s things, if there is one. */
  async ofSubject(work: Work, subject: string): Promise<EnteredAccount | undefined> {
    return entered(await this.store.bySubject(work, subject));
  }

  /** The addresses of these accounts, for people to recognise each other; one that is gone has none. */
  async emails(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.store.emails(this.database.reading, ids);
  }

  /** True until somebody can sign in. */
  areNone(): Promise<boolean> {
    return this.store.isEmpty(this.database.reading);
  }

  /**
   * Keeps a password that its owner has chosen, as long as the doors ask, and signs her out everywhere but in the session
   * that she has chosen it in, if any; her second factor stays.
   */
  async choosePassword(
    work: Work,
    id: string,
    { password, session }: { readonly password: string; readonly session?: Buffer | undefined },
  ): Promise<Account> {
    assert(!passwordRefusal(password), 'a password is as long as the doors ask');
    const account = shown(await this.account(work, id));
    await this.store.update(work, { ...account, passwordHash: await this.passwords.hash(password) });
    await this.store.endSessionsOf(work, id, session);
    return account;
  }

  /** Its owner signs in with another address from now on, and is signed out everywhere. */
  async changeEmail(work: Work, id: string, given: string): Promise<Result<EnteredAccount, AccountRefusal>> {
    const account = await this.account(work, id);
    const email = normalEmail(given);
    if (email === account.email) return ok(account);
    const refusal = emailRefusal(email);
    if (refusal) return refuse(refusal);
    if (await this.store.byEmail(work, email)) return refuse({ kind: 'email-taken', email });
    const kept = (await this.store.byId(work, id))!;
    await this.store.update(work, { ...kept, email });
    await this.store.endSessionsOf(work, id);
    return ok({ ...account, email });
  }

  /** Those whom one of these roles was given, by their addresses. */
  async withRoles(work: Work, roles: readonly Role[]): Promise<readonly Account[]> {
    return (await this.store.withRoles(work, roles)).map(shown);
  }

  /** Gives an account another password, takes its second factor away and signs it out everywhere. */
  reset(email: string, password: string): Promise<Result<Account, AccountRefusal>> {
    return this.database.transact((work) => this.resetIn(work, email, password));
  }

  /** The same together with what else becomes true; without a password, one is to be chosen. */
  async resetIn(work: Work, email: string, password?: string): Promise<Result<Account, AccountRefusal>> {
    const refusal = password === undefined ? undefined : passwordRefusal(password);
    if (refusal) return refuse(refusal);
    const found = await this.store.byEmail(work, normalEmail(email));
    if (!found) return refuse({ kind: 'unknown-account', email: normalEmail(email) });
    await this.store.update(work, { ...found, passwordHash: await this.hashOf(password) });
    await this.store.endSessionsOf(work, found.id);
    await this.store.dropSecondFactorOf(work, found.id);
    return ok(shown(found));
  }

  private async stored(id: string, given: NewAccount): Promise<StoredAccount> {
    const { roles, subject, language, password } = given;
    return {
      id,
      email: normalEmail(given.email),
      roles,
      subject,
      language,
      passwordHash: await this.hashOf(password),
    };
  }

  private async hashOf(password: string | undefined): Promise<string | null> {
    return password === undefined ? null : this.passwords.hash(password);
  }
}

const shown = ({ id, email, roles, subject, language }: Account): Account => ({ id, email, roles, subject, language });

const entered = (account: StoredAccount | undefined): EnteredAccount | undefined =>
  account && { ...shown(account), hasPassword: account.passwordHash !== null };

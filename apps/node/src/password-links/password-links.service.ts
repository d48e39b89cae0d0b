import { createHash, randomBytes } from 'node:crypto';
import type { Account, Accounts, Clock, EnteredAccount, Ids, ProgramAddress, Work } from '@passerelle/doors';
import { ok, refuse, type Result } from '@passerelle/values';
import type { Facts } from '../facts/facts.service.js';
import type { Mail } from '../mail/mail.service.js';
import {
  newLink,
  type PasswordLink,
  type PasswordLinkId,
  type PasswordLinkRefusal,
  type PasswordLinkState,
  stateOf,
} from './password-link.js';
import type { PasswordLinksStore } from './password-links.store.js';
import { changedLetter, linkLetter } from './password-links.words.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** Somebody says that she has forgotten her password. Whether the address is known is looked up when it is followed. */
    PasswordLinkAsked: { readonly asked: string };
  }
}

export interface PasswordLinksParts {
  readonly store: PasswordLinksStore;
  readonly accounts: Accounts;
  readonly mail: Mail;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly address: ProgramAddress;
}

/** Who is written to, and in whose name. */
export interface Greeting {
  readonly name?: string;
  readonly cooperative?: string;
}

/** Letters with a link at which their reader chooses her password: 256 bits of chance, used once, with an end. */
export class PasswordLinks {
  constructor(private readonly parts: PasswordLinksParts) {}

  /** Writes to the owner of an account: an invitation until she has a password. Her earlier links no longer work. */
  async send(work: Work, account: EnteredAccount, greeting: Greeting = {}): Promise<PasswordLink> {
    const { store, mail, clock, ids, address } = this.parts;
    const token = randomBytes(32).toString('base64url');
    const reason = account.hasPassword ? 'forgotten' : 'invitation';
    const link = newLink({ id: ids.newId() as PasswordLinkId, account: account.id, reason }, clock.now());
    await store.replace(work, link, hashOf(token));
    const { language, email: to } = account;
    // Behind the number sign it is told to no server on the way, and no preview of the mail uses it up.
    const url = `${address.baseUrl}/password?lang=${language}#${token}`;
    await mail.write(work, { to, ...linkLetter(reason, { ...greeting, language, url, host: this.host }) });
    return link;
  }

  /** Notes that somebody has forgotten her password. Takes equally long whether or not the address is known. */
  async ask(work: Work, email: string): Promise<void> {
    const { store, facts, ids } = this.parts;
    const asked = ids.newId();
    await store.ask(work, asked, email);
    await facts.record(work, { kind: 'PasswordLinkAsked', subject: asked, body: { asked } });
  }

  /** Writes to whoever asked, if the address is known here. */
  async answer(work: Work, asked: string): Promise<void> {
    const { store, accounts } = this.parts;
    const email = await store.takeAsked(work, asked);
    const account = email === undefined ? undefined : await accounts.find(work, email);
    if (account) await this.send(work, account);
  }

  /** Whose password can be chosen with the token. */
  async open(work: Work, token: string): Promise<Result<OpenLink, PasswordLinkRefusal>> {
    const { store, accounts, clock } = this.parts;
    const link = await store.find(work, hashOf(token));
    if (!link) return refuse({ kind: 'unknown-link' });
    const state = stateOf(link, clock.now());
    if (state !== 'open') return refuse({ kind: 'link-over', state });
    return ok({ link, account: await accounts.account(work, link.account) });
  }

  /** Keeps the password that was chosen, and uses the link up. She is signed out wherever she was. */
  async use(work: Work, token: string, password: string): Promise<Result<Account, PasswordLinkRefusal>> {
    const { store, accounts, mail, clock, address } = this.parts;
    const opened = await this.open(work, token);
    if (!opened.ok) return opened;
    const { link, account } = opened.value;
    const isUsed = await store.use(work, link.id, clock.now());
    if (!isUsed) return refuse({ kind: 'link-over', state: 'used' });
    const chosen = await accounts.choosePassword(work, account.id, { password });
    if (link.reason === 'forgotten') {
      const { language, email: to } = account;
      const url = `${address.baseUrl}/password?lang=${language}`;
      await mail.write(work, { to, ...changedLetter({ language, url, host: this.host }) });
    }
    return ok(chosen);
  }

  /** A link that still works, works no more. True when there was one. */
  end(work: Work, account: string): Promise<boolean> {
    return this.parts.store.withdraw(work, account, this.parts.clock.now());
  }

  /** The last link written to the owner of an account, and what became of it. */
  async newest(work: Work, account: string): Promise<SentLink | undefined> {
    const link = await this.parts.store.newest(work, account);
    return link && { ...link, state: stateOf(link, this.parts.clock.now()) };
  }

  private get host(): string {
    return new URL(this.parts.address.baseUrl).host;
  }
}

export interface OpenLink {
  readonly link: PasswordLink;
  readonly account: EnteredAccount;
}

export type SentLink = PasswordLink & { readonly state: PasswordLinkState };

/** Only the hash is kept: whoever reads the database chooses nobody's password. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { ok, refuse, type Result } from '@passerelle/values';
import { Database } from '../../database/database.js';
import { Ids } from '../../ids.js';
import type { Account } from '../accounts/account.js';
import {
  challengeIn,
  type KeptPasskey,
  type MadePasskey,
  type Passkey,
  type PasskeyHome,
  passkeyHome,
  type PasskeyQuestion,
  type PasskeyRefusal,
  type UsedPasskey,
} from './passkey.js';
import { readMade, readUsed } from './passkey-proof.js';
import { PasskeysStore } from './passkeys.store.js';
import { PendingStore } from '../pending.store.js';
import { ProgramAddress } from '../program-address.js';
import { TrailStore } from '../trail/trail.store.js';

/** Whose answer a question waits for; nobody's in particular where somebody signs in without a password. */
interface Asked {
  readonly account: string | null;
}

const refused = refuse({ kind: 'passkey-refused' } as const);

/** Passkeys: as second factor after a password, and alone where the device asks for a finger, a face or a PIN. */
@Injectable()
export class Passkeys {
  private readonly log = new Logger('passkeys');
  private readonly home: PasskeyHome | undefined;

  constructor(
    private readonly database: Database,
    private readonly store: PasskeysStore,
    private readonly pending: PendingStore,
    private readonly trail: TrailStore,
    private readonly ids: Ids,
    address: ProgramAddress,
  ) {
    this.home = passkeyHome(address.baseUrl);
  }

  /** The address at which they work; null where the program has no name. */
  get origin(): string | null {
    return this.home?.origin ?? null;
  }

  of({ id }: Account): Promise<readonly Passkey[]> {
    return this.store.of(this.database.reading, id);
  }

  /** What to ask a browser that is to make a new one. */
  async begin({ id, email }: Account): Promise<Result<PasskeyQuestion, PasskeyRefusal>> {
    if (!this.home) return refuse({ kind: 'no-passkeys-here' });
    const { generateRegistrationOptions } = await import('@simplewebauthn/server');
    const { rpId: rpID } = this.home;
    const question = await generateRegistrationOptions({
      rpName: `Passerelle ${rpID}`,
      rpID,
      userName: email,
      userID: Uint8Array.from(Buffer.from(id.replaceAll('-', ''), 'hex')),
      attestationType: 'none',
      excludeCredentials: (await this.store.of(this.database.reading, id)).map(credentialOf),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    });
    await this.wait(question.challenge, 'new passkey', { account: id });
    return ok({ ...question });
  }

  /** Keeps the one that the browser made. */
  async add(account: Account, name: string, made: MadePasskey): Promise<Result<Passkey, PasskeyRefusal>> {
    const asked = await this.take(made.clientData, 'new passkey');
    if (!this.home || asked?.account !== account.id) return refused;
    const proven = await this.proven(() => readMade(made, this.home!));
    if (!proven) return refused;
    const { publicKey, counter } = proven;
    const { credential, transports } = made;
    const passkey = { id: this.ids.newId(), account: account.id, name, credential, publicKey, counter, transports };
    const kept = await this.database.transact((work) => this.store.insert(work, passkey));
    return kept ? ok(kept) : refused;
  }

  async remove(account: Account, id: string): Promise<Result<null, PasskeyRefusal>> {
    const isGone = await this.database.transact((work) => this.store.remove(work, account.id, id));
    return isGone ? ok(null) : refuse({ kind: 'unknown-passkey' });
  }

  /** What to ask a browser: for one of this account after its password, else for any that says who somebody is. */
  async ask(account?: Account): Promise<Result<PasskeyQuestion, PasskeyRefusal>> {
    if (!this.home) return refuse({ kind: 'no-passkeys-here' });
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
    const hers = account ? (await this.store.of(this.database.reading, account.id)).map(credentialOf) : [];
    const question = await generateAuthenticationOptions({
      rpID: this.home.rpId,
      allowCredentials: hers,
      userVerification: account ? 'preferred' : 'required',
    });
    await this.wait(question.challenge, 'passkey', { account: account?.id ?? null });
    return ok({ ...question });
  }

  /** Whose passkey answered, as the address of the account. `only` is who has given her password before. */
  async use(answer: UsedPasskey, only?: Account): Promise<Result<string, PasskeyRefusal>> {
    const asked = await this.take(answer.clientData, 'passkey');
    const kept = await this.store.byCredential(this.database.reading, answer.credential);
    const isHers = only === undefined || kept?.account === only.id;
    if (!this.home || !asked || !kept || !isHers || asked.account !== (only?.id ?? null)) return refused;
    const counter = await this.proven(() => readUsed(answer, kept, { ...this.home!, isAlone: !only }));
    if (counter === undefined) return refused;
    const isNew = await this.database.transact((work) => this.store.use(work, kept.id, counter));
    if (!isNew) await this.suspect(kept);
    return isNew ? ok(kept.email) : refused;
  }

  /** What exactly was wrong helps an operator, and a stranger as well: it goes to the log. */
  private async proven<T>(read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      this.log.warn(`a passkey is refused: ${error instanceof Error ? error.message : 'no reason'}`);
      return undefined;
    }
  }

  /** A counter that goes back may mean that somebody has copied the key: those who read the trail should know. */
  private async suspect({ account: who, email: name, id }: KeptPasskey): Promise<void> {
    const entry = { at: new Date(), who, name, act: 'passkey refused: its counter went back', things: [id] };
    await this.database.transact((work) => this.trail.add(work, [entry]));
  }

  private wait(challenge: string, kind: string, asked: Asked): Promise<void> {
    return this.database.transact((work) => this.pending.add(work, hashOf(challenge), kind, asked));
  }

  /** What was asked; whatever comes of the answer, the question is over. */
  private async take(clientData: string, kind: string): Promise<Asked | undefined> {
    const challenge = challengeIn(clientData);
    if (challenge === undefined) return undefined;
    return this.database.transact((work) => this.pending.take<Asked>(work, hashOf(challenge), kind));
  }
}

const credentialOf = ({ credential: id, transports }: KeptPasskey) => ({ id, transports: [...transports] });

const hashOf = (challenge: string): Buffer => createHash('sha256').update(challenge).digest();

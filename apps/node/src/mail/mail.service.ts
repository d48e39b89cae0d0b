import type { Ids, Work } from '@passerelle/doors';
import type { Facts } from '../facts/facts.service.js';
import type { Letter } from './letter.js';
import type { MailStore } from './mail.store.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** A letter waits to be sent; what it says stands only in the mail room, until it is sent. */
    MailWritten: { readonly mail: string };
  }
}

/** Letters to people. A letter is sent if and only if the transaction that wrote it was committed. */
export class Mail {
  constructor(
    private readonly store: MailStore,
    private readonly facts: Facts,
    private readonly ids: Ids,
  ) {}

  async write(work: Work, letter: Letter): Promise<void> {
    const mail = this.ids.newId();
    await this.store.add(work, mail, letter);
    await this.facts.record(work, { kind: 'MailWritten', subject: mail, body: { mail } });
  }
}

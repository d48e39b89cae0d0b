import type { Work } from '@passerelle/doors';
import type { Clients } from '../../clients/clients.service.js';
import type { Cooperative } from '../../cooperative/cooperative.service.js';
import type { Mail } from '../../mail/mail.service.js';
import type { Missions } from '../../missions/missions.service.js';
import type { Letter } from '../../mail/letter.js';
import { type AboutInvoice, clientLetter } from './client-letter.js';
import type { ClientLetterKind } from './client-letters.words.js';
import { creditLetter } from './credit-letter.js';
import type { CreditNote } from '../invoices/credit-note.js';
import type { Invoice } from '../invoices/invoice.js';
import type { InvoiceLinks } from '../invoices/invoice-links.service.js';

export interface ClientLettersParts {
  readonly links: InvoiceLinks;
  readonly mail: Mail;
  readonly cooperative: Cooperative;
  readonly clients: Clients;
  readonly missions: Missions;
}

/** Letters to clients about their invoices, to the address that is known now. */
export class ClientLetters {
  constructor(private readonly parts: ClientLettersParts) {}

  write(work: Work, kind: ClientLetterKind, invoice: Invoice): Promise<void> {
    return this.send(work, invoice, (about) => clientLetter(kind, about));
  }

  /** An invoice was taken back, wholly or in part. */
  credited(work: Work, note: CreditNote, invoice: Invoice): Promise<void> {
    return this.send(work, invoice, (about) => creditLetter(note, about));
  }

  private async send(
    work: Work,
    invoice: Invoice,
    letterOf: (about: AboutInvoice) => Omit<Letter, 'to'>,
  ): Promise<void> {
    const { links, mail, cooperative, clients, missions } = this.parts;
    const { email } = await clients.client(work, invoice.client);
    const entity = await cooperative.entity(work, invoice.entity);
    const { terms } = await missions.mission(work, invoice.mission);
    const url = await links.make(work, invoice.id);
    await mail.write(work, { to: email, ...letterOf({ invoice, entity, work: terms.work, url }) });
  }
}

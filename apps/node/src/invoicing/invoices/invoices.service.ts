import assert from 'node:assert/strict';
import type { Clock, Ids, Work } from '@passerelle/doors';
import { type PlainDate, type Result, ok, refuse, yearOf } from '@passerelle/values';
import type { Books } from '../../books/books.service.js';
import type { Clients } from '../../clients/clients.service.js';
import type { Cooperative } from '../../cooperative/cooperative.service.js';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { Facts } from '../../facts/facts.service.js';
import type { Mission, MissionId } from '../../missions/mission.js';
import type { Missions } from '../../missions/missions.service.js';
import { type Bill, type BillRefusal, bill, invoiceOf, issuedPostings } from './billing.js';
import { type Issuing, documentOf } from './document.js';
import { type HeldMission, reasonOf } from './held.js';
import type { HeldStore } from './held.store.js';
import type { Invoice, InvoiceId } from './invoice.js';
import '../invoicing.facts.js';
import type { InvoicesAsked, InvoicesStore } from './invoices.store.js';
import type { KeptPapers } from '../papers/kept-papers.service.js';
import type { Taxation } from '../vat/taxation.service.js';

export interface InvoicesParts {
  readonly store: InvoicesStore;
  readonly held: HeldStore;
  readonly papers: KeptPapers;
  readonly books: Books;
  readonly facts: Facts;
  readonly cooperative: Cooperative;
  readonly clients: Clients;
  readonly missions: Missions;
  readonly taxation: Taxation;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type RetryRefusal = BillRefusal | { readonly kind: 'not-held' };

/** The client is billed, by the node that hosts the mission: once, and once more for an invoice that was taken back. */
export class Invoices {
  constructor(private readonly parts: InvoicesParts) {}

  /**
   * Issues the invoice of a mission whose work is done, with its postings and its fact, and then stands by the report
   * of the home branch (`report` is its hash; null when home and host are one). What cannot be billed waits for a
   * person, and the report is not approved meanwhile.
   */
  async issueOrHold(work: Work, mission: MissionId, report: string | null): Promise<Result<Invoice, BillRefusal>> {
    const { held, facts, clock } = this.parts;
    const issued = await this.issue(work, mission);
    if (issued.ok) {
      if (report !== null) await this.parts.missions.approveReport(work, mission, report);
      return issued;
    }
    await held.hold(work, { mission, since: clock.now(), why: issued.refusal, report });
    const body = { mission, reason: reasonOf(issued.refusal) };
    await facts.record(work, { kind: 'InvoiceHeld', subject: mission, body });
    return issued;
  }

  /** Tries again what was held, after somebody mended what stood against it. */
  async retry(work: Work, mission: MissionId): Promise<Result<Invoice, RetryRefusal>> {
    const held = await this.parts.held.take(work, mission);
    if (!held) return refuse({ kind: 'not-held' });
    const issued = await this.issue(work, mission);
    if (!issued.ok) return issued;
    if (held.report !== null) await this.parts.missions.approveReport(work, mission, held.report);
    await this.parts.held.release(work, mission);
    return issued;
  }

  held(work: Work): Promise<readonly HeldMission[]> {
    return this.parts.held.all(work);
  }

  find(work: Work, id: InvoiceId): Promise<Invoice | null> {
    return this.parts.store.find(work, id);
  }

  /** Those of the ids that are known, the longest overdue first. */
  several(work: Work, ids: readonly InvoiceId[]): Promise<readonly Invoice[]> {
    return this.parts.store.several(work, ids);
  }

  ofMission(work: Work, mission: MissionId): Promise<Invoice | null> {
    return this.parts.store.ofMission(work, mission);
  }

  /** The invoice, of which nobody else books a payment before the end of the transaction. */
  hold(work: Work, id: InvoiceId): Promise<Invoice | null> {
    return this.parts.store.hold(work, id);
  }

  /** Those with something open that were due before that day, the longest overdue first. */
  overdue(work: Work, page: Parameters<InvoicesStore['overdue']>[1]): Promise<readonly Invoice[]> {
    return this.parts.store.overdue(work, page);
  }

  page(work: Work, page: InvoicesAsked): Promise<readonly Invoice[]> {
    return this.parts.store.page(work, page);
  }

  private async issue(work: Work, id: MissionId): Promise<Result<Invoice, BillRefusal>> {
    const { store, cooperative, clients, missions, taxation } = this.parts;
    const known = await store.ofMission(work, id);
    if (known && !known.isTakenBack) return ok(known);
    const mission = mustBeDone(await missions.mission(work, id));
    const entity = await cooperative.entity(work, mission.entity);
    const client = await clients.client(work, mission.client);
    const issuedOn = cooperative.today(entity);
    const termDays = await this.termDays(work, entity.id, issuedOn);
    const vat = await taxation.ofClient(work, mission, issuedOn);
    const decided = bill({ mission, client, entity, issuedOn, termDays, vat, replaces: known?.id ?? null });
    return decided.ok ? this.numbered(work, decided.value, { entity, terms: mission.terms }) : decided;
  }

  private async numbered(work: Work, decided: Bill, issuing: Issuing): Promise<Result<Invoice, BillRefusal>> {
    const { store, papers, books, facts, ids } = this.parts;
    const { entity } = issuing;
    const year = yearOf(decided.issuedOn);
    const id = ids.newId() as InvoiceId;
    // Made once before a number is taken, so that none is lost to a document that cannot be made.
    const possible = documentOf(invoiceOf(decided, id, entity, { year, ordinal: 1 }), issuing);
    if (!possible.ok) return possible;
    const ordinal = await store.nextOrdinal(work, entity.id, 'invoice', year);
    const invoice = invoiceOf(decided, id, entity, ordinal);
    await store.add(work, invoice, ordinal);
    await books.post(work, issuedPostings(invoice, ids.newId()));
    await papers.keep(work, invoice, documentOf(invoice, issuing));
    const body = { invoice: invoice.id, mission: invoice.mission, gross: invoice.gross.toJSON() };
    await facts.record(work, { kind: 'InvoiceIssued', subject: invoice.id, body });
    return ok(invoice);
  }

  private async termDays(work: Work, entity: EntityId, on: PlainDate): Promise<number | null> {
    const { invoiceTermDays } = await this.parts.cooperative.policies(work, entity);
    return invoiceTermDays.hasValueOn(on) ? invoiceTermDays.on(on) : null;
  }
}

function mustBeDone(mission: Mission): Mission {
  assert.equal(mission.state, 'completed', `mission ${mission.id} is billed only when its work is done`);
  assert.notEqual(mission.role, 'home', `mission ${mission.id} is billed by its host`);
  return mission;
}

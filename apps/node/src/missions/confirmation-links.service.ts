import { createHash, randomBytes } from 'node:crypto';
import type { Clock, Ids, ProgramAddress, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Facts } from '../facts/facts.service.js';
import type { Mail } from '../mail/mail.service.js';
import type { Answer, Evidence, LinkId, LinkRefusal } from './confirmation-link.js';
import type { ConfirmationLinksStore, LinkRow } from './confirmation-links.store.js';
import { confirmation, invitation } from './confirmation-links.words.js';
import type { Mission, MissionId } from './mission.js';
import './missions.facts.js';

const validDays = 14;
const dayMs = 86_400_000;

/** Whoever has an old link can have a new one sent to its client, but not one after the other. */
const restMs = 15 * 60_000;

/** Links with which a client confirms without an account: 256 bits of chance, one answer, an end. */
export class ConfirmationLinks {
  constructor(
    private readonly store: ConfirmationLinksStore,
    private readonly mail: Mail,
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly address: ProgramAddress,
    private readonly zone: string,
  ) {}

  /** Makes a link for these very terms and writes to the client. Earlier links of the mission no longer work. */
  async invite(work: Work, mission: Mission): Promise<void> {
    await this.withdraw(work, mission.id);
    const token = randomBytes(32).toString('base64url');
    const madeAt = this.clock.now();
    const expiresAt = new Date(madeAt.getTime() + validDays * dayMs);
    const id = this.ids.newId() as LinkId;
    await this.store.add(work, {
      id,
      mission: mission.id,
      tokenHash: hashOf(token),
      termsHash: mission.agreement.hash,
      madeAt,
      expiresAt,
    });
    const { client } = mission.terms;
    const url = this.urlOf(token);
    const until = { at: expiresAt, zone: this.zone };
    await this.mail.write(work, { to: client.email, ...invitation(mission.terms, { url, until }) });
    await this.facts.record(work, {
      kind: 'ClientAsked',
      subject: mission.id,
      body: { mission: mission.id, link: id },
    });
  }

  /** Makes a link anew, unless one was made just before. */
  async inviteAgain(work: Work, mission: Mission): Promise<void> {
    const newest = await this.store.newest(work, mission.id);
    const isRecent = newest !== null && this.clock.now().getTime() - newest.madeAt.getTime() < restMs;
    if (!isRecent) await this.invite(work, mission);
  }

  async withdraw(work: Work, mission: MissionId): Promise<void> {
    await this.store.withdraw(work, mission);
  }

  /** The link behind a token, held until the transaction ends, when it may still be answered. */
  async open(work: Work, token: string): Promise<Result<LinkRow, LinkRefusal>> {
    const link = await this.store.hold(work, hashOf(token));
    if (!link) return refuse({ kind: 'link-unknown' });
    if (link.answer !== null && link.answeredAt !== null)
      return refuse({ kind: 'link-used', answer: link.answer as Answer, answeredAt: link.answeredAt });
    if (link.withdrawn) return refuse({ kind: 'link-withdrawn' });
    if (link.expiresAt <= this.clock.now()) return refuse({ kind: 'link-expired', expiredAt: link.expiresAt });
    return ok(link);
  }

  /** The mission a token is about, also when the link no longer works, so that its page can say so. */
  async missionOf(work: Work, token: string): Promise<MissionId | null> {
    const link = await this.store.find(work, hashOf(token));
    return link && link.mission;
  }

  /** The link of a token with which an order was accepted, or null. */
  async acceptedWith(work: Work, token: string): Promise<LinkRow | null> {
    const link = await this.store.find(work, hashOf(token));
    return link?.answer === 'accept' ? link : null;
  }

  /** The link with which the client of a mission accepted its order, or null. */
  accepted(work: Work, mission: MissionId): Promise<LinkRow | null> {
    return this.store.accepted(work, mission);
  }

  link(work: Work, id: LinkId): Promise<LinkRow | null> {
    return this.store.link(work, id);
  }

  /** Keeps the answer for good, with the hash of what was answered and who did. */
  async answered(
    work: Work,
    link: LinkRow,
    given: { readonly answer: Answer; readonly text: string | null; readonly evidence: Evidence },
  ): Promise<void> {
    await this.store.answer(work, link.id, { ...given, answeredAt: this.clock.now() });
  }

  /** Tells the client where the signed order is: behind the link that was just answered. */
  async confirm(work: Work, { terms }: Mission, token: string): Promise<void> {
    await this.mail.write(work, { to: terms.client.email, ...confirmation(terms, this.urlOf(token)) });
  }

  private urlOf(token: string): string {
    return `${this.address.baseUrl}/c/${token}`;
  }
}

/** Only the hash is kept: whoever reads the database cannot answer for a client. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

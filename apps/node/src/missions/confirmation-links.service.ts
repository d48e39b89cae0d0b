import { createHash, randomBytes } from 'node:crypto';
import type { Clock, Ids, ProgramAddress, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Mail } from '../mail/mail.service.js';
import type { Answer, Evidence, LinkRefusal } from './confirmation-link.js';
import type { ConfirmationLinksStore, LinkRow } from './confirmation-links.store.js';
import { invitation } from './confirmation-links.words.js';
import type { Mission, MissionId } from './mission.js';

const validDays = 14;
const dayMs = 86_400_000;

/** Links with which a client confirms without an account: 256 bits of chance, one answer, an end. */
export class ConfirmationLinks {
  constructor(
    private readonly store: ConfirmationLinksStore,
    private readonly mail: Mail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly address: ProgramAddress,
  ) {}

  /** Makes a link for these very terms and writes to the client. Earlier links of the mission no longer work. */
  async invite(work: Work, mission: Mission): Promise<void> {
    await this.withdraw(work, mission.id);
    const token = randomBytes(32).toString('base64url');
    const madeAt = this.clock.now();
    const expiresAt = new Date(madeAt.getTime() + validDays * dayMs);
    await this.store.add(work, {
      id: this.ids.newId(),
      mission: mission.id,
      tokenHash: hashOf(token),
      termsHash: mission.agreement.hash,
      madeAt,
      expiresAt,
    });
    const { client } = mission.terms;
    const url = `${this.address.baseUrl}/c/${token}`;
    await this.mail.write(work, { to: client.email, ...invitation(mission.terms, { url, expiresAt }) });
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
    return link && (link.mission as MissionId);
  }

  /** The mission that was accepted with a token, or null. */
  async acceptedMission(work: Work, token: string): Promise<MissionId | null> {
    const link = await this.store.find(work, hashOf(token));
    return link?.answer === 'accept' ? (link.mission as MissionId) : null;
  }

  /** Keeps the answer for good, with the hash of what was answered and who did. */
  async answered(
    work: Work,
    link: LinkRow,
    given: { readonly answer: Answer; readonly text: string | null; readonly evidence: Evidence },
  ): Promise<void> {
    await this.store.answer(work, link.id, { ...given, answeredAt: this.clock.now() });
  }
}

/** Only the hash is kept: whoever reads the database cannot answer for a client. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

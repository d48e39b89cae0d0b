import type { Accounts, EnteredAccount, Work } from '@passerelle/doors';
import { ok, refuse, type Result } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { PasswordLinks, SentLink } from '../password-links/password-links.service.js';
import type { Member, MemberId } from './member.js';
import type { MemberRefusal, Members } from './members.service.js';

/** How far a member is with getting in. */
export interface MemberAccount {
  /** Undefined while she has none. */
  readonly account: EnteredAccount | undefined;
  /** The last link she was sent. */
  readonly link: SentLink | undefined;
}

/** Members are invited to choose their password; nobody else ever knows it. */
export class Invitations {
  constructor(
    private readonly members: Members,
    private readonly cooperative: Cooperative,
    private readonly accounts: Accounts,
    private readonly links: PasswordLinks,
  ) {}

  /** Writes to her with a link, and makes her account if she has none. Her earlier link no longer works. */
  async invite(work: Work, id: MemberId): Promise<Result<MemberAccount, MemberRefusal>> {
    const member = await this.members.find(work, id);
    if (!member) return refuse({ kind: 'no-such-member' });
    const has = await this.accounts.ofSubject(work, id);
    if (!has) {
      const made = await this.open(work, member);
      if (!made.ok) return made;
    }
    const { name: cooperative } = await this.cooperative.entity(work, member.entity);
    const account = has ?? (await this.accounts.ofSubject(work, id))!;
    await this.links.send(work, account, { name: member.name, cooperative });
    return this.stateOf(work, id);
  }

  /** Lets her sign in: at once with a password, otherwise when she has chosen one. */
  async open(work: Work, { id, email, language }: Member, password?: string): Promise<Result<null, MemberRefusal>> {
    const account = { email, password, roles: ['worker' as const], subject: id, language };
    const made = await this.accounts.createIn(work, account);
    return made.ok ? ok(null) : refuse({ kind: 'member-email-taken', email });
  }

  async stateOf(work: Work, id: MemberId): Promise<Result<MemberAccount, MemberRefusal>> {
    if (!(await this.members.find(work, id))) return refuse({ kind: 'no-such-member' });
    const account = await this.accounts.ofSubject(work, id);
    return ok({ account, link: account && (await this.links.newest(work, account.id)) });
  }
}

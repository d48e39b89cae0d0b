import { type Account, type Accounts, confinedTo, type ProgramAddress, type Work } from '@passerelle/doors';
import { ok, refuse, type Result } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Mail } from '../mail/mail.service.js';
import type { PasswordLinks } from '../password-links/password-links.service.js';
import { addressLetters } from './member-addresses.words.js';
import type { Member, MemberId } from './member.js';
import type { MemberRefusal, Members } from './members.service.js';

export interface MemberAddressesParts {
  readonly members: Members;
  readonly cooperative: Cooperative;
  readonly accounts: Accounts;
  readonly links: PasswordLinks;
  readonly mail: Mail;
  readonly address: ProgramAddress;
}

/** To which address a member is written, and with which she signs in: one and the same. */
export class MemberAddresses {
  constructor(private readonly parts: MemberAddressesParts) {}

  /**
   * She is written to, and signs in, at another address from now on. Both addresses are told. Whoever was signed in is
   * signed out, and a link to choose a password works no more: the one who reads the old address may be somebody else.
   */
  async change(work: Work, id: MemberId, to: string, by: Account): Promise<Result<Member, MemberRefusal>> {
    const { members, accounts } = this.parts;
    const before = await members.find(work, id);
    if (!before) return refuse({ kind: 'no-such-member' });
    const account = await accounts.ofSubject(work, id);
    if (account && isStaff(account) && !by.roles.includes('sysadmin')) return refuse({ kind: 'staff-address' });
    const changed = await members.changeEmail(work, id, to);
    if (!changed.ok || changed.value.email === before.email) return changed;
    const { email } = changed.value;
    const owner = await accounts.find(work, email);
    if (owner && owner.id !== account?.id) return refuse({ kind: 'member-email-taken', email });
    await this.tell(work, before, changed.value);
    if (account) await this.move(work, account, changed.value);
    return ok(changed.value);
  }

  /** She signs in with it; where a link to choose a password was open, a new one takes its place. */
  private async move(work: Work, account: Account, { email, name, entity }: Member): Promise<void> {
    const { accounts, links, cooperative } = this.parts;
    const moved = await accounts.changeEmail(work, account.id, email);
    if (!moved.ok) throw new Error(`the address of a member is no address: ${moved.refusal.kind}`);
    const hadLink = await links.end(work, account.id);
    const { name: from } = await cooperative.entity(work, entity);
    if (hadLink) await links.send(work, moved.value, { name, cooperative: from });
  }

  private async tell(work: Work, before: Member, { email, name, language, entity }: Member): Promise<void> {
    const { mail, cooperative, address } = this.parts;
    const { name: from } = await cooperative.entity(work, entity);
    const letters = addressLetters({ language, name, cooperative: from, url: address.baseUrl });
    await mail.write(work, { to: before.email, ...letters.old });
    await mail.write(work, { to: email, ...letters.new });
  }
}

/** Her account opens more than what is hers. */
const isStaff = (account: Account): boolean => confinedTo(account) === undefined;

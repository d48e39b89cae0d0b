import { type Ids, normalEmail, type Work } from '@passerelle/doors';
import { type RuleRefusal, countryOf } from '@passerelle/rules';
import { factsCheck, valueWords } from '@passerelle/rules/kit';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Member, MemberId, ToldFact } from './member.js';
import type { MembersStore } from './members.store.js';

export type MemberRefusal =
  | { readonly kind: 'no-such-member' }
  | { readonly kind: 'no-such-entity' }
  | { readonly kind: 'member-email-taken'; readonly email: string }
  /** Her account is one of the staff, which an adviser must not be able to take over. */
  | { readonly kind: 'staff-address' }
  /** She is invited to choose one, and somebody else has chosen one for her. */
  | { readonly kind: 'password-is-hers' }
  | { readonly kind: 'facts-refused'; readonly why: RuleRefusal };

/** The workers of the cooperative. */
export class Members {
  constructor(
    private readonly store: MembersStore,
    private readonly cooperative: Cooperative,
    private readonly ids: Ids,
  ) {}

  /** Takes a member in, once for each e-mail address. Facts the law does not know are refused by name. */
  async join(work: Work, given: Omit<Member, 'id'>): Promise<Result<Member, MemberRefusal>> {
    const member: Member = { ...given, email: normalEmail(given.email), id: this.ids.newId() as MemberId };
    if (await this.store.findByEmail(work, member.email))
      return refuse({ kind: 'member-email-taken', email: member.email });
    const refusal = await this.factsRefusal(work, member);
    if (refusal) return refuse(refusal);
    await this.store.add(work, member);
    return ok(member);
  }

  /** Replaces what the law must know of her; payslips already made keep what was true then. */
  async stateFacts(work: Work, id: MemberId, facts: Member['facts']): Promise<Result<Member, MemberRefusal>> {
    const found = await this.store.find(work, id);
    if (!found) return refuse({ kind: 'no-such-member' });
    const member = { ...found, facts };
    const refusal = await this.factsRefusal(work, member);
    if (refusal) return refuse(refusal);
    await this.store.save(work, member);
    return ok(member);
  }

  /** Her money goes to another account from now on. */
  async changeAccount(work: Work, id: MemberId, iban: string): Promise<Result<Member, MemberRefusal>> {
    const found = await this.store.find(work, id);
    if (!found) return refuse({ kind: 'no-such-member' });
    if (found.iban === iban) return ok(found);
    const member = { ...found, iban };
    await this.store.save(work, member);
    return ok(member);
  }

  /** She is written to at another address from now on. */
  async changeEmail(work: Work, id: MemberId, given: string): Promise<Result<Member, MemberRefusal>> {
    const found = await this.store.hold(work, id);
    if (!found) return refuse({ kind: 'no-such-member' });
    const email = normalEmail(given);
    if (found.email === email) return ok(found);
    if (await this.store.findByEmail(work, email)) return refuse({ kind: 'member-email-taken', email });
    const member = { ...found, email };
    await this.store.save(work, member);
    return ok(member);
  }

  /** The one member of that name and role; null when there is none, or several. */
  named(work: Work, of: Pick<Member, 'name' | 'role'>): Promise<Member | null> {
    return this.store.findByName(work, of);
  }

  find(work: Work, id: MemberId): Promise<Member | null> {
    return this.store.find(work, id);
  }

  /** The member of that id. Throws when there is none: ids inside the node are never guessed. */
  async member(work: Work, id: MemberId): Promise<Member> {
    const member = await this.store.find(work, id);
    if (!member) throw new Error(`no member ${id}`);
    return member;
  }

  /** Those of the ids that are members. */
  several(work: Work, ids: readonly MemberId[]): Promise<readonly Member[]> {
    return this.store.several(work, ids);
  }

  page(work: Work, after: MemberId | null, limit: number): Promise<readonly Member[]> {
    return this.store.page(work, after, limit);
  }

  /** What the law was told of her, in the order in which the law asks, with the words it asks in. */
  async toldOf(work: Work, { entity: id, facts }: Member): Promise<readonly ToldFact[]> {
    const entity = await this.cooperative.entity(work, id);
    const fields = countryOf(entity.country)?.facts ?? [];
    const told = fields.filter(({ name }) => facts[name] !== undefined);
    return told.map((field) => {
      const { name, words } = field;
      const value = facts[name]!;
      return { name, value, words, valueWords: valueWords(field, value) };
    });
  }

  private async factsRefusal(work: Work, member: Member): Promise<MemberRefusal | undefined> {
    const entity = await this.cooperative.find(work, member.entity);
    if (!entity) return { kind: 'no-such-entity' };
    const law = countryOf(entity.country);
    const why = law && factsCheck(law.code, law.facts)(member.facts, this.cooperative.today(entity));
    return why && { kind: 'facts-refused', why };
  }
}

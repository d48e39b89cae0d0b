import type { Clock, Ids, Work } from '@passerelle/doors';
import { countryOf } from '@passerelle/rules';
import { type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { CooperativeStore } from './cooperative.store.js';
import type { AccountHolder, EntityAccount, EntityId, LegalEntity, Policies } from './legal-entity.js';
import { type PolicyEntry, type PolicyRefusal, decidePolicy, policiesOf } from './policy.js';

export type CooperativeRefusal =
  | PolicyRefusal
  | { readonly kind: 'no-such-entity'; readonly entity: EntityId }
  /** There is an account in that currency, or the account is another entity's. */
  | { readonly kind: 'account-taken' };

/** The legal entities of this branch and the policies their members decided. */
export class Cooperative {
  constructor(
    private readonly store: CooperativeStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Adds an entity, or answers with the one of that VAT number. */
  async add(work: Work, entity: Omit<LegalEntity, 'id'>): Promise<LegalEntity> {
    const known = await this.store.entityOfVatNumber(work, entity.vatNumber);
    if (known) return known;
    const added = { ...entity, id: this.ids.newId() as EntityId };
    await this.store.addEntity(work, added);
    return added;
  }

  /** The entity of that id. Throws when there is none: ids inside the node are never guessed. */
  async entity(work: Work, id: EntityId): Promise<LegalEntity> {
    const entity = await this.store.entity(work, id);
    if (!entity) throw new Error(`no legal entity ${id}`);
    return entity;
  }

  entities(work: Work): Promise<readonly LegalEntity[]> {
    return this.store.entities(work);
  }

  find(work: Work, id: EntityId): Promise<LegalEntity | null> {
    return this.store.entity(work, id);
  }

  /** All bank accounts of the branch: of each entity the first one, then those in further currencies. */
  async accounts(work: Work): Promise<readonly EntityAccount[]> {
    const further = await this.store.accounts(work);
    const entities = await this.store.entities(work);
    return entities.flatMap(({ id: entity, currency, iban, bic }) => [
      { entity, currency, iban, bic },
      ...further.filter((account) => account.entity === entity),
    ]);
  }

  /** Each entity once for each of its accounts. */
  async holders(work: Work): Promise<readonly AccountHolder[]> {
    const entities = new Map((await this.store.entities(work)).map((entity) => [entity.id, entity]));
    return (await this.accounts(work)).map(({ entity, currency, iban, bic }) => {
      const holder = entities.get(entity)!;
      return { ...holder, currency, iban, bic, isFirstAccount: iban === holder.iban };
    });
  }

  /** Adds an account in a further currency. The same again changes nothing. */
  async addAccount(work: Work, account: EntityAccount): Promise<Result<EntityAccount, CooperativeRefusal>> {
    if (!(await this.store.entity(work, account.entity)))
      return refuse({ kind: 'no-such-entity', entity: account.entity });
    const known = await this.accounts(work);
    const same = known.find(({ iban }) => iban === account.iban);
    if (same && same.entity === account.entity && same.currency === account.currency) return ok(same);
    const isTaken = known.some(({ entity, currency }) => entity === account.entity && currency === account.currency);
    if (same || isTaken) return refuse({ kind: 'account-taken' });
    await this.store.addAccount(work, account);
    return ok(account);
  }

  /** Today where the entity is: its country's time zone, or UTC where this release knows no law of the country. */
  today(entity: LegalEntity): PlainDate {
    return this.clock.today(countryOf(entity.country)?.timeZone ?? 'UTC');
  }

  async policies(work: Work, id: EntityId): Promise<Policies> {
    const { currency } = await this.entity(work, id);
    return policiesOf(await this.store.policies(work, id), currency);
  }

  decisions(work: Work, id: EntityId): Promise<readonly PolicyEntry[]> {
    return this.store.policies(work, id);
  }

  /** Records a decision. Deciding the same again changes nothing. */
  async decide(work: Work, entry: PolicyEntry, by: string | null): Promise<Result<PolicyEntry, CooperativeRefusal>> {
    const entity = await this.store.entity(work, entry.entity);
    if (!entity) return refuse({ kind: 'no-such-entity', entity: entry.entity });
    const earlier = await this.store.policies(work, entry.entity);
    const same = earlier.find((each) => each.policy === entry.policy && each.from === entry.from);
    if (same?.value === entry.value) return ok(same);
    const decided = decidePolicy(entry, { currency: entity.currency, today: this.today(entity), earlier });
    if (decided.ok) await this.store.addPolicy(work, decided.value, by);
    return decided;
  }
}

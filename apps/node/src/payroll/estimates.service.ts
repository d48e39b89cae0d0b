import type { Work } from '@passerelle/doors';
import { type Country, type Fact, type FactField, countryOf } from '@passerelle/rules';
import {
  type CountryCode,
  type Money,
  type PlainDate,
  type Rate,
  type Refused,
  type Result,
  ok,
  refuse,
  yearOf,
} from '@passerelle/values';
import type { SetAsides } from '../activities/set-asides.service.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Members } from '../members/members.service.js';
import type { Mission } from '../missions/mission.js';
import { type Decomposition, decompose, priceForNet } from './decomposition.js';
import type { DecidedRate } from './payslip.js';
import { hostShareOf } from './host-share.js';
import type { PayslipsStore } from './payslips.store.js';
import { type Engagement, type PayrollRefusal, type WageDeal, wageDealOf } from './wage-deal.js';

/** What somebody asks before there is a mission: what is left of a price, or which price leaves a net. */
export interface Question {
  readonly country: CountryCode;
  readonly wish: { readonly price: Money } | { readonly net: Money };
  readonly hostShare: Rate | null;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** A fact nobody stated, with the value that was assumed. */
export interface Assumption {
  readonly field: FactField;
  readonly value: Fact;
}

export interface Estimate extends Decomposition {
  readonly deal: WageDeal;
  readonly assumed: readonly Assumption[];
}

export type EstimateRefusal =
  | { readonly kind: 'cannot-be-paid'; readonly why: PayrollRefusal }
  | { readonly kind: 'no-entity-in-country'; readonly country: CountryCode }
  | { readonly kind: 'only-the-home' };

/** A country in which the cooperative employs, and its business day. */
export interface Employing {
  readonly country: Country;
  readonly today: PlainDate;
}

/** What a price leaves, computed as its payslip will be. Nothing is kept. */
export class Estimates {
  constructor(
    private readonly cooperative: Cooperative,
    private readonly members: Members,
    private readonly store: PayslipsStore,
    private readonly setAsides: SetAsides,
  ) {}

  /** Where somebody can be employed, in the order in which the entities were founded. */
  async employing(work: Work): Promise<readonly Employing[]> {
    const known = (await this.cooperative.entities(work)).flatMap((entity) => {
      const country = countryOf(entity.country);
      return country ? [{ country, today: this.cooperative.today(entity) }] : [];
    });
    return known.filter(({ country }, index) => known.findIndex((each) => each.country === country) === index);
  }

  /** For somebody of whom nothing is known but what she says, without the sums of her year. */
  async estimate(work: Work, question: Question): Promise<Result<Estimate, EstimateRefusal>> {
    const { country, wish, hostShare, ...engagement } = question;
    const entity = (await this.cooperative.entities(work)).find((each) => each.country === country);
    if (!entity) return refuse({ kind: 'no-entity-in-country', country });
    const asked = { ...engagement, entity, hostShare: hostShare && askedShare(hostShare, question.first) };
    if ('price' in wish) return this.answer(work, { ...asked, price: wish.price });
    const deal = await this.deal(work, { ...asked, price: wish.net });
    const price = deal.ok ? priceForNet(wish.net, deal.value) : deal;
    return price.ok ? this.answer(work, { ...asked, price: price.value }) : cannotBePaid(price.refusal);
  }

  /** For a mission at its home branch, with what is known of the member and her year so far. */
  async ofMission(
    work: Work,
    { id: mission, member: id, entity: of, terms, role }: Mission,
  ): Promise<Result<Estimate, EstimateRefusal>> {
    if (id === null) return refuse({ kind: 'only-the-home' });
    const entity = await this.cooperative.entity(work, of);
    const member = await this.members.member(work, id);
    const before = await this.store.state(work, { member: id, entity: of, year: yearOf(terms.last) });
    return this.answer(work, {
      entity,
      price: terms.price,
      hostShare: role === 'both' ? null : hostShareOf(terms),
      setAside: await this.setAsides.planned(work, mission),
      first: terms.first,
      last: terms.last,
      days: terms.days,
      facts: member.facts,
      yearToDate: before?.state,
    });
  }

  private async answer(work: Work, engagement: Engagement): Promise<Result<Estimate, EstimateRefusal>> {
    const deal = await this.deal(work, engagement);
    if (!deal.ok) return cannotBePaid(deal.refusal);
    const decomposed = decompose(deal.value);
    if (!decomposed.ok) return cannotBePaid(decomposed.refusal);
    return ok({ ...decomposed.value, deal: deal.value, assumed: assumedIn(deal.value) });
  }

  private async deal(work: Work, engagement: Engagement): Promise<Result<WageDeal, PayrollRefusal>> {
    const policies = await this.cooperative.policies(work, engagement.entity.id);
    return wageDealOf(engagement, policies, this.cooperative.today(engagement.entity));
  }
}

const cannotBePaid = (why: PayrollRefusal): Refused<EstimateRefusal> => refuse({ kind: 'cannot-be-paid', why });

const assumedIn = ({ country, terms }: WageDeal): readonly Assumption[] =>
  country.facts.filter(({ name }) => terms.facts[name] === undefined).map((field) => ({ field, value: field.assumed }));

const askedShare = (rate: Rate, from: PlainDate): DecidedRate => ({
  rate,
  version: 'asked',
  figure: { name: 'question.hostShare', from, source: 'what was asked', confidence: 'confirmed' },
});

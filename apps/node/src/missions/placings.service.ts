import type { RecordedOpening, Reason } from '@passerelle/coordination';
import type { Clock, Ids, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { Peers } from '../peers/peers.service.js';
import type { Mission } from './mission.js';
import { type CountryPair, type OpeningId, type PlacingOpening, readingOf } from './placing.js';
import type { PlacingsStore } from './placings.store.js';

export type PlacingRefusal =
  | { readonly kind: 'no-such-entity' }
  | { readonly kind: 'no-such-opening' }
  | { readonly kind: 'within-one-country' }
  | { readonly kind: 'closed-already' };

/** A host directs the worker, and nothing allows it between these two countries. */
export type PassedOn = { readonly kind: 'passed-on-by-host'; readonly reasons: readonly Reason[] } & CountryPair;

/** Whether hosts may direct workers of another country's cooperative. As a rule they may not. */
export class Placings {
  constructor(
    private readonly store: PlacingsStore,
    private readonly cooperative: Cooperative,
    private readonly peers: Peers,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async open(
    work: Work,
    wish: CountryPair & { readonly entity: EntityId; readonly reason: string },
    by: string,
  ): Promise<Result<PlacingOpening, PlacingRefusal>> {
    if (wish.home === wish.host) return refuse({ kind: 'within-one-country' });
    if (!(await this.cooperative.find(work, wish.entity))) return refuse({ kind: 'no-such-entity' });
    const { entity, home, host, reason } = wish;
    const id = this.ids.newId() as OpeningId;
    const opening = { id, entity, home, host, reason, openedBy: by, openedAt: this.clock.now(), closed: null };
    await this.store.add(work, opening);
    return ok(opening);
  }

  async close(work: Work, id: OpeningId, reason: string, by: string): Promise<Result<PlacingOpening, PlacingRefusal>> {
    const opening = await this.store.hold(work, id);
    if (!opening) return refuse({ kind: 'no-such-opening' });
    if (opening.closed) return refuse({ kind: 'closed-already' });
    const closed = { ...opening, closed: { by, at: this.clock.now(), reason } };
    await this.store.save(work, closed);
    return ok(closed);
  }

  all(work: Work): Promise<readonly PlacingOpening[]> {
    return this.store.all(work);
  }

  /** What allows the host to direct the work of a mission; null when the home directs it; or the refusal. */
  async allowance(work: Work, mission: Mission): Promise<Result<RecordedOpening | null, PassedOn>> {
    const home = await this.homeCountry(work, mission);
    const { entity, terms } = mission;
    const ours = (await this.store.all(work)).filter((opening) => opening.entity === entity);
    const today = this.cooperative.today(await this.cooperative.entity(work, entity));
    const reading = readingOf(terms, home, { ours, roster: this.peers.roster, today });
    if (reading?.kind === 'opened') return ok(reading.opening);
    if (reading?.kind !== 'refused') return ok(null);
    return refuse({ kind: 'passed-on-by-host', home, host: terms.place.country, reasons: reading.reasons });
  }

  /** Where the cooperative that employs the worker is: our own entity, or by the roster. */
  private async homeCountry(work: Work, { role, entity, terms }: Mission): Promise<CountryPair['home']> {
    const member = role === 'host' ? this.peers.roster?.members.find(({ id }) => id === terms.home) : undefined;
    if (member) return member.country;
    return (await this.cooperative.entity(work, entity)).country;
  }
}

import assert from 'node:assert/strict';
import { Held, type Work } from '@passerelle/doors';
import { type PlainDate, addDays } from '@passerelle/values';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import { type Mission, type MissionId, homeIncome } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import type { Peers } from '../peers/peers.service.js';
import { Branch, type MissionFee, type SettlingEntity } from './branch.service.js';

/** The entity that settles and its day, asked for once in a transaction. */
const settling = new Held<{ entity: LegalEntity | null; today: PlainDate | null }>(() => ({
  entity: null,
  today: null,
}));

/** The branch as the rooms below know it. Of several legal entities the first one settles for all. */
export class NodeBranch extends Branch {
  constructor(
    private readonly cooperative: Cooperative,
    private readonly missions: Missions,
    private readonly peers: Peers,
  ) {
    super();
  }

  async isFounded(work: Work): Promise<boolean> {
    return (await this.cooperative.entities(work)).length > 0;
  }

  /** Only its accounts in further currencies are asked for anew: they are few, and told with each cut. */
  async entity(work: Work): Promise<SettlingEntity> {
    const entity = await this.first(work);
    const { id, name, iban, bic } = entity;
    return { id, name, iban, bic };
  }

  async accounts(work: Work): Promise<Readonly<Record<string, string>>> {
    const entity = await this.first(work);
    const own = (await this.cooperative.accounts(work)).filter((account) => account.entity === entity.id);
    return Object.fromEntries(own.map(({ currency, iban }) => [currency, iban]));
  }

  async today(work: Work): Promise<PlainDate> {
    const held = settling.of(work);
    if (held?.today) return held.today;
    const today = this.cooperative.today(await this.first(work));
    if (held) held.today = today;
    return today;
  }

  async fee(work: Work, id: MissionId): Promise<MissionFee | null> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
    const mission = await this.missions.find(work, id);
    if (!mission || mission.role === 'both') return null;
    const { terms, entity } = mission;
    return {
      mission: id,
      reference: terms.reference,
      entity,
      home: terms.home,
      host: terms.host,
      amount: homeIncome(terms),
      due: addDays(terms.last, terms.dueDays),
      isAgreed: this.isAgreed(mission),
      isDone: mission.state === 'completed',
    };
  }

  private isAgreed({ terms, agreement, role }: Mission): boolean {
    const { hash, homeSignature, hostSignature } = agreement;
    if (homeSignature === null || hostSignature === null) return false;
    const [partner, signature] = role === 'home' ? [terms.host, hostSignature] : [terms.home, homeSignature];
    return this.peers.verify(partner, hash, signature);
  }

  private async first(work: Work): Promise<LegalEntity> {
    const held = settling.of(work);
    if (held?.entity) return held.entity;
    const [entity] = await this.cooperative.entities(work);
    if (held && entity) held.entity = entity;
    assert(entity, 'the branch has a legal entity before it owes anybody');
    return entity;
  }
}

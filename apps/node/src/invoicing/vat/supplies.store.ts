import type { RateClass } from '@passerelle/coordination';
import { type Work, managerOf } from '@passerelle/doors';
import type { CountryCode } from '@passerelle/values';
import type { MissionId } from '../../missions/mission.js';
import type { PartnerAnswer, Supply } from './supply.js';

interface SupplyRow {
  readonly rate_class: RateClass;
  readonly is_virtual: boolean;
  readonly establishment: CountryCode | null;
}

interface AnswerRow {
  readonly node: string;
  readonly vat_number: string;
  readonly at: Date;
  readonly valid: boolean;
  readonly consultation_number: string | null;
}

/** What people said for VAT: about the supply of a mission, and about the numbers of partner cooperatives. */
export class SuppliesStore {
  /** What was said of a mission, or null. */
  async of(work: Work, mission: MissionId): Promise<Supply | null> {
    const [row] = await managerOf(work).query<SupplyRow[]>(
      'select rate_class, is_virtual, establishment from mission_supply where mission = $1',
      [mission],
    );
    return row
      ? { rateClass: row.rate_class, virtual: row.is_virtual, receivingEstablishment: row.establishment }
      : null;
  }

  async say(work: Work, mission: MissionId, supply: Supply, said: { by: string; at: Date }): Promise<void> {
    await managerOf(work).query(
      `insert into mission_supply (mission, rate_class, is_virtual, establishment, said_by, said_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (mission) do update set rate_class = excluded.rate_class, is_virtual = excluded.is_virtual,
         establishment = excluded.establishment, said_by = excluded.said_by, said_at = excluded.said_at`,
      [mission, supply.rateClass, supply.virtual, supply.receivingEstablishment, said.by, said.at],
    );
  }

  /** Keeps an answer of VIES about a partner; the same one again changes nothing. */
  async addAnswer(work: Work, answer: PartnerAnswer, by: string): Promise<void> {
    await managerOf(work).query(
      `insert into partner_vat_answer (node, vat_number, at, valid, consultation_number, recorded_by)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [answer.node, answer.vatNumber, answer.at, answer.valid, answer.consultationNumber, by],
    );
  }

  /** The latest answer about each partner. */
  async answers(work: Work): Promise<readonly PartnerAnswer[]> {
    const rows = await managerOf(work).query<AnswerRow[]>(
      `select distinct on (node) node, vat_number, at, valid, consultation_number
       from partner_vat_answer order by node, at desc`,
    );
    return rows.map(({ vat_number: vatNumber, consultation_number: consultationNumber, ...answer }) => ({
      ...answer,
      vatNumber,
      consultationNumber,
    }));
  }
}

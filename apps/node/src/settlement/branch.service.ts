import type { Work } from '@passerelle/doors';
import type { Money, PlainDate } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MissionId } from '../missions/mission.js';
import type { NodeId } from '../peers/received.js';

/** The legal entity that pays and is paid for the branch, and the day it is there. */
export interface SettlingEntity {
  readonly id: EntityId;
  readonly name: string;
  readonly iban: string;
  readonly bic: string;
}

/** What a mission makes the host owe the home, by the terms that both have signed. */
export interface MissionFee {
  readonly mission: MissionId;
  readonly reference: string;
  readonly entity: EntityId;
  readonly home: NodeId;
  readonly host: NodeId;
  readonly amount: Money;
  readonly due: PlainDate;
  /** Both signatures are under these terms. */
  readonly isAgreed: boolean;
  /** The work is done and was reported. */
  readonly isDone: boolean;
}

/** What settlement asks of the rooms below about the own branch. */
export abstract class Branch {
  /** Whether the branch has a legal entity yet: without one it owes nobody anything. */
  abstract isFounded(work: Work): Promise<boolean>;
  /** The entity that settles for the branch. Throws when there is none yet. */
  abstract entity(work: Work): Promise<SettlingEntity>;
  /** The accounts of that entity, one in each currency. */
  abstract accounts(work: Work): Promise<Readonly<Record<string, string>>>;
  /** Today where that entity is. */
  abstract today(work: Work): Promise<PlainDate>;
  /** The fee of a mission between two nodes; null when this node knows no such mission. */
  abstract fee(work: Work, mission: MissionId): Promise<MissionFee | null>;
}

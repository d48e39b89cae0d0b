import type { Mission } from '../missions/mission.js';
import type { Advice } from './advice.js';
import type { Case } from './case.js';
import type { FormalityRecord } from './formality.js';
import type { Gate } from './gate.js';
import type { Law } from './gates.js';

/** The formalities of one mission at its home: what the law says, what is recorded, and how the gates stand. */
export interface MissionFormalities {
  readonly mission: Mission;
  readonly case: Case;
  readonly law: Law;
  readonly record: FormalityRecord;
  readonly gates: readonly Gate[];
  /** Null for work at home. */
  readonly advice: Advice | null;
}

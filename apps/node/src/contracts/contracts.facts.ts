import type { Month } from '@passerelle/values';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { ContractId } from './contract.js';

interface AboutContract {
  readonly contract: ContractId;
  /** Null where it is about a wage by the month. */
  readonly mission: MissionId | null;
  readonly member: MemberId;
  /** The first month that a contract by the month holds for. */
  readonly month?: Month;
}

declare module '../facts/fact.js' {
  interface FactBodies {
    /** The cooperative has written a contract that waits for the worker's signature. The subject is the mission or the member. */
    ContractOffered: AboutContract;
    /** The worker has signed it. The subject is the mission or the member. */
    ContractSigned: AboutContract;
  }
}

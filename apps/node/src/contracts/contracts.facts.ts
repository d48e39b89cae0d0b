import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { ContractId } from './contract.js';

interface AboutContract {
  readonly contract: ContractId;
  readonly mission: MissionId;
  readonly member: MemberId;
}

declare module '../facts/fact.js' {
  interface FactBodies {
    /** The cooperative has written a contract that waits for the worker's signature. The subject is the mission. */
    ContractOffered: AboutContract;
    /** The worker has signed it. The subject is the mission. */
    ContractSigned: AboutContract;
  }
}

import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { Allow, ApiController, Database } from '@passerelle/doors';
import type { Evidence } from '@passerelle/protocol';
import { Proofs } from './evidence.service.js';
import type { KnownProof } from './evidence.store.js';

const shownMax = 100;

export class MisbehaviourBody {
  @ApiProperty({ type: String, description: 'Who showed it first: this node, or another member.' })
  by: string;

  @ApiProperty({ type: String })
  against: string;

  @ApiProperty({ enum: ['equivocation', 'broken-chain', 'two-votes', 'two-approvals', 'other-head', 'unsent'] })
  kind: string;

  @ApiProperty({ enum: ['proved', 'has-to-show'] })
  verdict: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The signed texts: anybody can check them.' })
  proof: Evidence;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  static of(proof: KnownProof): MisbehaviourBody {
    return Object.assign(new MisbehaviourBody(), proof);
  }
}

@ApiController('evidence')
export class EvidenceController {
  constructor(
    private readonly database: Database,
    private readonly proofs: Proofs,
  ) {}

  @Allow('finance', 'sysadmin')
  @Get()
  @ApiOperation({ summary: 'Proofs of misbehaviour: two signatures of one member that contradict each other' })
  @ApiOkResponse({ type: [MisbehaviourBody] })
  async list(): Promise<readonly MisbehaviourBody[]> {
    return (await this.proofs.known(this.database.reading, shownMax)).map((proof) => MisbehaviourBody.of(proof));
  }
}

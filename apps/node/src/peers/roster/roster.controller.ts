import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { Allow, ApiController, Database } from '@passerelle/doors';
import type { SignedRoster } from '@passerelle/protocol';
import { Peers } from '../peers.service.js';
import { RosterStore } from './roster.store.js';

/** The roster as this node follows it: a file that another node can follow too. */
export class NodeRosterBody {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The version in force here; null for a node that works alone.',
  })
  inForce: number | null;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  versions: readonly SignedRoster[];
}

@ApiController('roster')
export class RosterController {
  constructor(
    private readonly database: Database,
    private readonly store: RosterStore,
    private readonly peers: Peers,
  ) {}

  @Allow('finance', 'sysadmin')
  @Get()
  @ApiOperation({ summary: 'All versions of the roster since the first one, each with its signatures' })
  @ApiOkResponse({ type: NodeRosterBody })
  async show(): Promise<NodeRosterBody> {
    const versions = await this.store.versions(this.database.reading);
    return { inForce: this.peers.roster?.version ?? null, versions };
  }
}

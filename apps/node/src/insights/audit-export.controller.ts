import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { Allow, ApiController, Database, notFound, Problem } from '@passerelle/doors';
import type { Response } from 'express';
import { Peers } from '../peers/peers.service.js';
import { AuditExport } from './audit-export.service.js';

@ApiController('audit')
export class AuditExportController {
  constructor(
    private readonly database: Database,
    private readonly peers: Peers,
    private readonly audit: AuditExport,
  ) {}

  @Allow('finance', 'auditor', 'sysadmin')
  @Get('export')
  @ApiOperation({
    summary: 'What this node has signed and heard signed, line by line, for an auditor with nothing but the roster',
    description:
      'JSON texts, one a line, each as "auditLine" in libs/protocol/published/documents.schema.json says. ' +
      'Messages that tell of people are withheld; their hashes stand for them.',
  })
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(@Res() response: Response): Promise<void> {
    const { roster, me } = this.peers;
    if (!roster)
      throw new Problem(notFound, {
        en: 'This node works alone: it has said nothing to others yet.',
        fr: 'Ce nœud travaille seul : il n’a encore rien dit à d’autres.',
        nl: 'Dit knooppunt werkt alleen: het heeft nog niets aan andere knooppunten meegedeeld.',
        sv: 'Noden arbetar ensam: den har ännu inte sagt något till andra.',
        de: 'Dieser Knoten arbeitet allein: Er hat anderen Knoten noch nichts mitgeteilt.',
      });
    response.type('application/x-ndjson').attachment(`${me}-audit.jsonl`);
    await this.database.report((work) => pipeline(Readable.from(this.audit.texts(work, roster)), response));
  }
}

import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController, notFound, Problem } from '@passerelle/doors';
import { Links } from './links.service.js';
import { LinksBody, MessagesBody, MessagesQuery, RefusalsBody } from './peers.bodies.js';

const refusalsShown = 100;

@ApiController('peers')
export class PeersController {
  constructor(private readonly links: Links) {}

  @Allow('adviser', 'payroll', 'finance', 'sysadmin')
  @Get()
  @ApiOperation({ summary: 'The links to other nodes, each direction by acknowledged number' })
  @ApiOkResponse({ type: LinksBody })
  async list(): Promise<LinksBody> {
    return LinksBody.of(this.links.us, await this.links.all());
  }

  @Allow('finance', 'sysadmin')
  @Get(':node/refusals')
  @ApiOperation({ summary: 'What arrived in the name of a node and was not believed, newest first' })
  @ApiOkResponse({ type: RefusalsBody })
  async refusals(@Param('node') node: string): Promise<RefusalsBody> {
    return RefusalsBody.of(await this.links.refusals(this.known(node), refusalsShown));
  }

  @Allow('finance', 'sysadmin')
  @Get(':node/messages')
  @ApiOperation({ summary: 'What was said, newest first, without its content' })
  @ApiOkResponse({ type: MessagesBody })
  async messages(
    @Param('node') node: string,
    @Query() { direction, before, limit, verdict }: MessagesQuery,
  ): Promise<MessagesBody> {
    const page = { before: before === undefined ? null : BigInt(before), limit, verdict };
    return MessagesBody.of(await this.links.messages(this.known(node), direction, page));
  }

  private known(node: string): string {
    if (!this.links.knows(node)) throw new Problem(notFound);
    return node;
  }
}

import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { type Account, Allow, ApiController, CurrentAccount, Database } from '@passerelle/doors';
import { Cooperative } from '../cooperative/cooperative.service.js';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import { Members } from '../members/members.service.js';
import { Peers } from '../peers/peers.service.js';

export class HostBody {
  @ApiProperty({ type: String, example: 'fr' })
  node: string;

  @ApiProperty({ type: String })
  name: string;

  @ApiProperty({ type: String, example: 'FR' })
  country: string;
}

export class HostsBody {
  @ApiProperty({ type: String, description: 'The node that is asked.' })
  own: string;

  @ApiProperty({ type: String, example: 'EUR', description: 'The currency of prices: the one that wages are paid in.' })
  currency: string;

  @ApiProperty({ type: [HostBody], description: 'The own node first.' })
  items: readonly HostBody[];
}

/** What a worker may choose from when she says who invoices her client. */
@ApiController('hosts')
export class HostsController {
  constructor(
    private readonly database: Database,
    private readonly cooperative: Cooperative,
    private readonly members: Members,
    private readonly peers: Peers,
  ) {}

  @Allow('worker', 'adviser')
  @Get()
  @ApiOperation({
    summary: 'The nodes that can invoice a client of ours: this one, and the open ones of the federation',
  })
  @ApiOkResponse({ type: HostsBody })
  async list(@CurrentAccount() account: Account): Promise<HostsBody> {
    const { me, roster } = this.peers;
    const { name, country, currency } = await this.entityOf(account);
    const others = (roster?.members ?? [])
      .filter(({ id, status }) => id !== me && status === 'member')
      .map((member) => ({ node: member.id, name: member.name, country: member.country }));
    return { own: me, currency, items: [{ node: me, name, country }, ...others] };
  }

  /** The legal entity of the member who asks; the first one for staff, who belong to none. */
  private async entityOf({ subject }: Account): Promise<LegalEntity> {
    const work = this.database.reading;
    const member = subject === undefined ? null : await this.members.find(work, subject as MemberId);
    if (member) return this.cooperative.entity(work, member.entity);
    const [first] = await this.cooperative.entities(work);
    if (!first) throw new Error('a node has a legal entity before it has accounts of advisers and workers');
    return first;
  }
}

import { Get, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController, belongsTo, Database, PublicIdPipe } from '@passerelle/doors';
import type { Request } from 'express';
import { MemberInvitationBody } from './invitations.bodies.js';
import { Invitations } from './invitations.service.js';
import type { MemberId } from './member.js';
import { memberProblems } from './members.problems.js';

@ApiController('members/:id/invitation')
export class InvitationsController {
  constructor(
    private readonly database: Database,
    private readonly invitations: Invitations,
  ) {}

  @Allow('adviser', 'payroll')
  @Get()
  @ApiOperation({ summary: 'Whether she can sign in, and what became of the link she was sent' })
  @ApiOkResponse({ type: MemberInvitationBody })
  async show(@Param('id', new PublicIdPipe('mem')) id: MemberId): Promise<MemberInvitationBody> {
    const state = await this.invitations.stateOf(this.database.reading, id);
    return MemberInvitationBody.of(memberProblems.valueOf(state));
  }

  @Allow('adviser')
  @Post()
  @ApiOperation({ summary: 'Send her a link to choose her password; the earlier one no longer works' })
  @ApiCreatedResponse({ type: MemberInvitationBody })
  async invite(
    @Param('id', new PublicIdPipe('mem')) id: MemberId,
    @Req() { traceparent }: Request,
  ): Promise<MemberInvitationBody> {
    const invited = await this.database.transact(async (work) => {
      belongsTo(work, traceparent);
      return memberProblems.valueOf(await this.invitations.invite(work, id));
    });
    return MemberInvitationBody.of(invited);
  }
}

import { ApiProperty } from '@nestjs/swagger';
import {
  type PasswordLinkReason,
  passwordLinkReasons,
  type PasswordLinkState,
  passwordLinkStates,
} from '../password-links/password-link.js';
import type { SentLink } from '../password-links/password-links.service.js';
import type { MemberAccount } from './invitations.service.js';

export class SentLinkBody {
  @ApiProperty({ enum: passwordLinkReasons, description: 'invitation: she had no password yet.' })
  reason: PasswordLinkReason;

  @ApiProperty({ enum: passwordLinkStates })
  state: PasswordLinkState;

  @ApiProperty({ type: String, format: 'date-time' })
  sentAt: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  endsAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  usedAt: Date | null;

  static of({ reason, state, madeAt: sentAt, endsAt, usedAt }: SentLink): SentLinkBody {
    return Object.assign(new SentLinkBody(), { reason, state, sentAt, endsAt, usedAt });
  }
}

/** How far a member is with getting in. */
export class MemberInvitationBody {
  @ApiProperty({ type: Boolean })
  hasAccount: boolean;

  @ApiProperty({ type: Boolean })
  hasPassword: boolean;

  @ApiProperty({ type: SentLinkBody, nullable: true, description: 'The last link she was sent to choose a password.' })
  link: SentLinkBody | null;

  static of({ account, link }: MemberAccount): MemberInvitationBody {
    return Object.assign(new MemberInvitationBody(), {
      hasAccount: account !== undefined,
      hasPassword: account?.hasPassword ?? false,
      link: link ? SentLinkBody.of(link) : null,
    });
  }
}

import { ApiProperty } from '@nestjs/swagger';
import type { RosterContent, RosterMember, SignedRoster } from '@passerelle/protocol';
import type { Directory } from './directory.service.js';

export class MemberKeyBody {
  @ApiProperty({ type: String, example: 'be-1' })
  kid: string;

  @ApiProperty({ type: String, description: 'Ed25519, 32 bytes in base64url.' })
  publicKey: string;

  @ApiProperty({ type: String, format: 'date' })
  from: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  revoked: string | null;
}

export class MemberBody {
  @ApiProperty({ type: String, example: 'be' })
  node: string;

  @ApiProperty({ type: String, example: 'Coopérative de Bruxelles' })
  name: string;

  @ApiProperty({ type: String, example: 'BE' })
  country: string;

  @ApiProperty({ type: String, example: 'EUR' })
  currency: string;

  @ApiProperty({ enum: ['member', 'suspended', 'leaving', 'left'] })
  status: string;

  @ApiProperty({ type: String, example: 'tls://nats.be.example:4222' })
  natsUrl: string;

  @ApiProperty({ type: String, description: 'The public nkey with which the node signs in at the servers of others.' })
  transportKey: string;

  @ApiProperty({ type: [MemberKeyBody] })
  signingKeys: readonly MemberKeyBody[];

  static of({ id, name, country, currency, status, natsUrl, transportKey, signingKeys }: RosterMember): MemberBody {
    const keys = signingKeys.map(({ kid, publicKey, from, revoked }) => ({
      kid,
      publicKey,
      from,
      revoked: revoked ?? null,
    }));
    const shown = { node: id, name, country, currency, status, natsUrl, transportKey, signingKeys: keys };
    return Object.assign(new MemberBody(), shown);
  }
}

export class CycleDatesBody {
  @ApiProperty({ type: String, example: 'cyc_2026-04' })
  id: string;

  @ApiProperty({ type: String, format: 'date' })
  cutOff: string;

  @ApiProperty({ type: String, format: 'date' })
  statements: string;

  @ApiProperty({ type: String, format: 'date' })
  proposal: string;

  @ApiProperty({ type: String, format: 'date' })
  payment: string;

  @ApiProperty({ type: String, format: 'date' })
  graceEnd: string;

  static of({ cycle, ...dates }: RosterContent['calendar'][number]): CycleDatesBody {
    return Object.assign(new CycleDatesBody(), { id: `cyc_${cycle}`, ...dates });
  }
}

/** A roster file: every version with its signatures. */
export class RosterChainBody {
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  versions: readonly SignedRoster[];
}

/** The directory of the federation. */
export class RosterBody {
  @ApiProperty({ type: String, example: 'sandbox' })
  net: string;

  @ApiProperty({ type: Number, example: 1 })
  version: number;

  @ApiProperty({ type: String })
  hash: string;

  @ApiProperty({ type: [MemberBody] })
  members: readonly MemberBody[];

  @ApiProperty({ type: [String], description: 'Who coordinates a cycle, and who follows when that node is silent.' })
  coordinators: readonly string[];

  @ApiProperty({ type: [CycleDatesBody], description: 'The clearing calendar.' })
  calendar: readonly CycleDatesBody[];

  @ApiProperty({ type: [String], description: 'The members whose signatures under this version are good.' })
  signedBy: readonly string[];

  @ApiProperty({ type: String, format: 'date-time', description: 'When this version was taken in here.' })
  at: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The text and signatures, to be verified.' })
  document: SignedRoster;

  static of(directory: Directory): RosterBody {
    const { content, roster, signedBy, at } = directory;
    return Object.assign(new RosterBody(), {
      net: content.net,
      version: content.version,
      hash: roster.hash,
      members: content.members.map((member) => MemberBody.of(member)),
      coordinators: content.coordinators,
      calendar: content.calendar.map((dates) => CycleDatesBody.of(dates)),
      signedBy,
      at: at.toISOString(),
      document: roster.signed,
    });
  }
}

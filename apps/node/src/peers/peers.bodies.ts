import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { LoggedMessage, RefusalRow } from './channel/channels.js';
import type { LinkState } from './links.service.js';

export class ChannelPositionBody {
  @ApiProperty({ type: String, example: '912', description: 'How many messages of this direction.' })
  seq: string;

  @ApiProperty({ type: String, description: 'Hash that stands for all of them; equal heads are equal histories.' })
  head: string;
}

export class LinkBody {
  @ApiProperty({ type: String, example: 'fr' })
  peer: string;

  @ApiProperty({ type: String, description: 'What the roster calls it.' })
  name: string;

  @ApiProperty({ enum: ['waiting', 'open', 'frozen', 'closed'] })
  status: string;

  @ApiProperty({ type: Boolean })
  isConnected: boolean;

  @ApiProperty({ type: ChannelPositionBody })
  out: ChannelPositionBody;

  @ApiProperty({ type: String, description: 'How many of ours the peer has confirmed with its signature.' })
  acknowledged: string;

  @ApiProperty({ type: ChannelPositionBody })
  in: ChannelPositionBody;

  @ApiProperty({ type: Number })
  queue: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  oldestWaitingAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastHeardAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSentAt: Date | null;

  @ApiProperty({ type: Number, description: 'Frames that were not believed.' })
  invalid: number;

  @ApiProperty({ type: Number, description: 'Messages of the peer that were answered with no.' })
  refused: number;

  @ApiProperty({ type: Number, description: 'Messages of the peer that failed here and are tried again.' })
  failed: number;

  @ApiProperty({ type: Number, description: 'Messages the peer has shown us that cannot be applied yet.' })
  gap: number;

  @ApiProperty({ type: String, nullable: true })
  error: string | null;

  static of({ out, in: applied, acknowledged, ...link }: LinkState): LinkBody {
    const texts = { out: positionOf(out), in: positionOf(applied), acknowledged: String(acknowledged) };
    return Object.assign(new LinkBody(), link, texts);
  }
}

const positionOf = ({ seq, head }: LinkState['out']): ChannelPositionBody =>
  Object.assign(new ChannelPositionBody(), { seq: String(seq), head });

export class OwnNodeBody {
  @ApiProperty({ type: String, example: 'be' })
  node: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'As the roster calls it; null for a node that works alone.',
  })
  name: string | null;
}

export class LinksBody {
  @ApiProperty({ type: OwnNodeBody, description: 'This node itself.' })
  us: OwnNodeBody;

  @ApiProperty({ type: [LinkBody] })
  items: readonly LinkBody[];

  static of(us: OwnNodeBody, links: readonly LinkState[]): LinksBody {
    return Object.assign(new LinksBody(), { us, items: links.map((link) => LinkBody.of(link)) });
  }
}

export class RefusalBody {
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String, example: 'bad-message' })
  reason: string;

  @ApiProperty({ type: String })
  detail: string;

  @ApiProperty({ type: String, description: 'The first bytes of what arrived.' })
  start: string;
}

export class RefusalsBody {
  @ApiProperty({ type: [RefusalBody] })
  items: readonly RefusalBody[];

  static of(rows: readonly RefusalRow[]): RefusalsBody {
    const items = rows.map(({ at, reason, detail, start }) =>
      Object.assign(new RefusalBody(), { at, reason, detail, start }),
    );
    return Object.assign(new RefusalsBody(), { items });
  }
}

export class MessageBody {
  @ApiProperty({ type: String })
  seq: string;

  @ApiProperty({ type: String, example: 'obligation.propose' })
  type: string;

  @ApiProperty({ type: String })
  hash: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  @ApiProperty({ type: String, nullable: true, description: 'What became of a message of the peer.' })
  verdict: string | null;
}

export class MessagesBody {
  @ApiProperty({ type: [MessageBody] })
  items: readonly MessageBody[];

  static of(messages: readonly LoggedMessage[]): MessagesBody {
    const items = messages.map((each) => Object.assign(new MessageBody(), each, { seq: String(each.seq) }));
    return Object.assign(new MessagesBody(), { items });
  }
}

export class MessagesQuery {
  @ApiProperty({ enum: ['in', 'out'] })
  @IsIn(['in', 'out'])
  direction: 'in' | 'out';

  @ApiPropertyOptional({ type: String, description: 'Only messages before this number.' })
  @IsOptional()
  @Matches(/^[1-9]\d{0,17}$/)
  before?: string;

  @ApiPropertyOptional({ enum: ['refused'], description: 'Only those of the peer that were answered with no.' })
  @IsOptional()
  @IsIn(['refused'])
  verdict?: 'refused';

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

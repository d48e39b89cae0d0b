import { ApiProperty } from '@nestjs/swagger';
import type { Link, LinkHealth } from './links.js';
import type { NodeState, NodeView } from './nodes.js';
import { SignedBody } from './signed.body.js';

export class LinkBody extends SignedBody {
  @ApiProperty({ type: String, example: 'be' })
  from: string;

  @ApiProperty({ type: String, example: 'fr' })
  to: string;

  @ApiProperty({
    enum: ['healthy', 'under-way', 'late', 'down', 'broken', 'unknown'],
    description: 'Healthy only when the receiver has acknowledged everything the sender has signed.',
  })
  health: LinkHealth;

  @ApiProperty({ type: String, nullable: true, description: 'The last number the sender has signed.' })
  sent: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The last number the receiver has acknowledged.' })
  acknowledged: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Messages that wait at the sender.' })
  queue: number | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  oldestWaitingAt: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the receiver last heard the sender.',
  })
  lastHeardAt: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Messages the receiver answered with no.' })
  refused: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Frames the receiver did not believe.' })
  invalid: number | null;

  static of(link: Link): LinkBody {
    const { sent, acknowledged } = link;
    const numbers = { sent: sent?.toString() ?? null, acknowledged: acknowledged?.toString() ?? null };
    return Object.assign(new LinkBody(), link, numbers);
  }
}

export class LinksBody {
  @ApiProperty({ type: [LinkBody] })
  items: readonly LinkBody[];
}

export class NodeBody extends SignedBody {
  @ApiProperty({ type: String, example: 'be' })
  node: string;

  @ApiProperty({ type: String })
  name: string;

  @ApiProperty({ type: String, example: 'BE' })
  country: string;

  @ApiProperty({ type: String, example: 'EUR' })
  currency: string;

  @ApiProperty({ enum: ['live', 'silent', 'never-heard'] })
  state: NodeState;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  silentSince: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When its newest report arrived.' })
  receivedAt: string | null;

  @ApiProperty({ type: String, nullable: true, example: '0.1.0' })
  software: string | null;

  @ApiProperty({ type: String, nullable: true, example: '2026.1', description: 'The version of its national rules.' })
  rules: string | null;

  @ApiProperty({ type: Number, nullable: true })
  rosterVersion: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Its clock minus ours, in milliseconds.' })
  clockOffsetMs: number | null;

  @ApiProperty({ type: [LinkBody], description: 'Both directions of each of its links.' })
  links: readonly LinkBody[];

  static of(view: NodeView): NodeBody {
    return Object.assign(new NodeBody(), view, {
      silentSince: view.silentSince?.toISOString() ?? null,
      receivedAt: view.receivedAt?.toISOString() ?? null,
      links: view.links.map((link) => LinkBody.of(link)),
    });
  }
}

export class NodesBody {
  @ApiProperty({ type: [NodeBody] })
  items: readonly NodeBody[];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Language, inLanguage, PageBody, PageQuery, SignedMoneyBody } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import { IsIn, IsOptional } from 'class-validator';
import { DelegationBody } from './delegations.bodies.js';
import type { WaitingItem } from './inbox-item.js';
import { type InboxKind, inboxKindNames } from './inbox-kinds.js';
import { inboxWords } from './inbox.words.js';

const kinds = [...inboxKindNames];
const whose = ['mine', 'handed-over'] as const;

export class InboxQuery extends PageQuery {
  @ApiPropertyOptional({ enum: kinds, description: 'Only those; all when left out.' })
  @IsOptional()
  @IsIn(kinds)
  kind?: InboxKind;

  @ApiPropertyOptional({
    enum: whose,
    default: 'mine',
    description: 'What waits for you, or what you have handed to colleagues and they have not decided.',
  })
  @IsOptional()
  @IsIn(whose)
  whose?: (typeof whose)[number];
}

export class InboxReasonBody {
  @ApiProperty({ type: String, description: 'A word for programs; the kind itself where the record says no more.' })
  code: string;

  @ApiProperty({ type: String, description: 'The same in the language of the reader.' })
  text: string;
}

/** Something that waits for a decision of whoever asks. */
export class InboxItemBody {
  @ApiProperty({ enum: kinds })
  kind: InboxKind;

  @ApiProperty({ type: String, description: 'Of what is to be decided. No two items of a kind have the same.' })
  id: string;

  @ApiProperty({ type: String, example: 'Two concerts · Amina Diallo · Festival du Canal' })
  about: string;

  @ApiProperty({ type: Number, nullable: true, description: 'How many wages or transfers it stands for.' })
  count: number | null;

  @ApiProperty({ type: InboxReasonBody })
  why: InboxReasonBody;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'From when on it waits.' })
  since: PlainDate | null;

  @ApiProperty({ type: Number, nullable: true, description: 'For how many days it has waited.' })
  age: number | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The last day on which a decision is in time.',
  })
  deadline: PlainDate | null;

  @ApiProperty({ type: Boolean, description: 'The deadline is past.' })
  isLate: boolean;

  @ApiProperty({
    type: SignedMoneyBody,
    nullable: true,
    description: 'The money at stake; negative where it went out.',
  })
  amount: SignedMoneyBody | null;

  @ApiProperty({ type: String, example: '/staff/bank', description: 'The page on which it is decided.' })
  page: string;

  @ApiProperty({
    type: DelegationBody,
    nullable: true,
    description: 'Who was asked to decide it; past its deadline it waits for everybody again all the same.',
  })
  delegation: DelegationBody | null;

  static of({ why, amount, delegation, ...item }: WaitingItem, language: Language): InboxItemBody {
    const reason = why ?? { code: item.kind, text: inLanguage(inboxWords[item.kind], language) };
    return Object.assign(new InboxItemBody(), {
      ...item,
      why: Object.assign(new InboxReasonBody(), reason),
      amount: amount && SignedMoneyBody.of(amount),
      delegation: delegation && DelegationBody.of(delegation),
    });
  }
}

export class InboxKindBody {
  @ApiProperty({ enum: kinds })
  kind: InboxKind;

  @ApiProperty({ type: Number })
  count: number;
}

export class InboxPage extends PageBody(InboxItemBody) {
  @ApiProperty({ type: [InboxKindBody], description: 'How many of each kind wait for whoever asks, on all pages.' })
  kinds: readonly InboxKindBody[];

  @ApiProperty({ type: Number, description: 'How much you have handed to colleagues that they have not decided.' })
  handedOver: number;

  /** How many of each kind there are, in the order of the story. */
  static counted(items: readonly WaitingItem[]): readonly InboxKindBody[] {
    const counts = new Map<InboxKind, number>();
    for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return inboxKindNames.flatMap((kind) => {
      const count = counts.get(kind);
      return count === undefined ? [] : [Object.assign(new InboxKindBody(), { kind, count })];
    });
  }
}

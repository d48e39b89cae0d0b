import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '@passerelle/doors';
import { cited } from '@passerelle/rules';
import { recordKinds } from '@passerelle/rules/kit';
import type { PlainDate } from '@passerelle/values';
import { type Erased, type ErasedKind, type ErasureAnswer, type Kept, type KeptFor, erasedKinds } from './erasure.js';

export class ErasedBody implements Erased {
  @ApiProperty({ enum: erasedKinds })
  what: ErasedKind;

  @ApiProperty({ type: Number, example: 2 })
  count: number;
}

export class KeptLawBody {
  @ApiProperty({ type: String, example: 'Code de commerce' })
  act: string;

  @ApiProperty({ type: String, example: 'art. L123-22' })
  article: string;
}

export class KeptBody implements Kept {
  @ApiProperty({ enum: [...recordKinds, 'membership'], description: 'For which duty, or for her membership.' })
  records: KeptFor;

  @ApiProperty({ type: Number, description: 'How many rows.' })
  count: number;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day for the newest of them; null: as long as she is a member, or not known to this release.',
  })
  until: PlainDate | null;

  @ApiProperty({ type: KeptLawBody, nullable: true })
  law: KeptLawBody | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where the number of years was read.' })
  source: string | null;

  @ApiProperty({ type: Boolean, description: 'False where nobody has read the law yet.' })
  isConfirmed: boolean;
}

export class ErasureDoneBody {
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: [ErasedBody] })
  erased: readonly ErasedBody[];
}

export class ErasureBody implements ErasureAnswer {
  @ApiProperty({ type: [ErasedBody], description: 'What goes at once, or has just gone.' })
  erased: readonly ErasedBody[];

  @ApiProperty({ type: [KeptBody], description: 'What stays, until when, and by which law.' })
  kept: readonly KeptBody[];

  @ApiProperty({ type: [ErasureDoneBody], description: 'What was erased before, the newest first.' })
  history: readonly ErasureDoneBody[];

  static of({ kept, ...answer }: ErasureAnswer, language: Language): ErasureBody {
    const said = kept.map(({ law, source, ...row }) => ({
      ...row,
      law: law && { ...law, act: cited(law.act)[language] },
      source: source && cited(source)[language],
    }));
    return Object.assign(new ErasureBody(), answer, { kept: said });
  }
}

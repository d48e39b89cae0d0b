import { ApiProperty } from '@nestjs/swagger';
import type { MissingFact, Words } from '@passerelle/coordination';

/** A fact that nobody has said yet. */
export class MissingBody {
  @ApiProperty({ type: String, example: 'person.residence' })
  fact: string;

  @ApiProperty({ type: String, description: 'Who can say it.' })
  supplier: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  question: Words;

  static of({ fact, supplier, question }: MissingFact): MissingBody {
    return Object.assign(new MissingBody(), { fact, supplier, question: question.words });
  }
}

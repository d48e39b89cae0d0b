import { ApiProperty } from '@nestjs/swagger';
import { IsCountry, PublicId, publicId } from '@passerelle/doors';
import type { CountryCode } from '@passerelle/values';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { PlacingOpening } from './placing.js';

export class NewOpeningBody {
  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  @PublicId('ent')
  entity: string;

  @ApiProperty({ type: String, example: 'BE', description: 'Where the cooperative is that employs.' })
  @IsCountry()
  home: CountryCode;

  @ApiProperty({ type: String, example: 'FR', description: 'Where the work is done.' })
  @IsCountry()
  host: CountryCode;

  @ApiProperty({ type: String, example: 'The host holds a licence for agency work; legal advice of 3 March 2026.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class ClosedOpeningBody {
  @ApiProperty({ type: String })
  by: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String })
  reason: string;
}

export class OpeningBody extends NewOpeningBody {
  @ApiProperty({ type: String, example: 'opn_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String, description: 'Who answers for it.' })
  openedBy: string;

  @ApiProperty({ type: String, format: 'date-time' })
  openedAt: Date;

  @ApiProperty({ type: ClosedOpeningBody, nullable: true })
  closed: ClosedOpeningBody | null;

  static of(opening: PlacingOpening): OpeningBody {
    const ids = { id: publicId('opn', opening.id), entity: publicId('ent', opening.entity) };
    return Object.assign(new OpeningBody(), opening, ids);
  }
}

export class OpeningsBody {
  @ApiProperty({ type: [OpeningBody] })
  items: readonly OpeningBody[];

  static of(openings: readonly PlacingOpening[]): OpeningsBody {
    return Object.assign(new OpeningsBody(), { items: openings.map((opening) => OpeningBody.of(opening)) });
  }
}

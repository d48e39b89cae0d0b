import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyBody, PageBody, PageQuery, PublicId, publicId, SignedMoneyBody } from '@passerelle/doors';
import { Type } from 'class-transformer';
import { IsBoolean, IsNotEmpty, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { CreditNote } from './credit-note.js';

export class NewCreditNoteBody {
  @ApiProperty({ type: String, maxLength: 200, description: 'Why; the client reads it on the document.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reason: string;

  @ApiPropertyOptional({ type: MoneyBody, description: 'Without VAT; left out, all that is left of the invoice.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyBody)
  net?: MoneyBody;

  @ApiPropertyOptional({ type: Boolean, description: 'Bill the mission anew once what was wrong is mended.' })
  @IsOptional()
  @IsBoolean()
  billAgain?: boolean;
}

export class CreditNoteBody {
  @ApiProperty({ type: String, example: 'cre_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String, example: 'CN-2026-0001' })
  number: string;

  @ApiProperty({ type: String, example: 'inv_019a0000000070008000000000000001' })
  invoice: string;

  @ApiProperty({ type: String, format: 'date', example: '2026-04-07' })
  issuedOn: string;

  @ApiProperty({ type: String })
  reason: string;

  @ApiProperty({ type: MoneyBody })
  net: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  vat: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  gross: MoneyBody;

  @ApiProperty({ type: SignedMoneyBody })
  rounding: SignedMoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'Set off against what was open; the rest is the client’s money.' })
  setOff: MoneyBody;

  static of({ id, invoice, number, issuedOn, reason, ...note }: CreditNote): CreditNoteBody {
    return Object.assign(new CreditNoteBody(), {
      id: publicId('cre', id),
      number,
      invoice: publicId('inv', invoice),
      issuedOn,
      reason,
      net: MoneyBody.of(note.net),
      vat: MoneyBody.of(note.vat),
      gross: MoneyBody.of(note.gross),
      rounding: SignedMoneyBody.of(note.rounding),
      setOff: MoneyBody.of(note.setOff),
    });
  }
}

export class CreditNotesPage extends PageBody(CreditNoteBody) {}

export class CreditNotesQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, description: 'Only those of this invoice.' })
  @IsOptional()
  @PublicId('inv')
  invoice?: string;
}

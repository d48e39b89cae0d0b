import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyBody, PublicId, publicId } from '@passerelle/doors';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { Transform } from 'class-transformer';
import type { ClientId } from '../../clients/client.js';
import type { BankLineId } from './bank-line.js';
import type { CreditToReturn } from './client-credits.service.js';
import { type DebitKind, type Explanation, debitKinds } from './debit.js';

const kinds = [...debitKinds];

export class ExplainDebitBody {
  @ApiProperty({
    enum: kinds,
    description: '“claimed-back” stays among the claims until the bank gives it back, or somebody says otherwise.',
  })
  @IsIn(kinds)
  kind: DebitKind;

  @ApiProperty({ type: String, example: 'Quarterly fee of the account', description: 'What it was, in a sentence.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  text: string;

  @ApiPropertyOptional({
    example: 'cli_019a0000000070008000000000000001',
    description: 'Whose money went back; only of a client-refund.',
  })
  @IsOptional()
  @PublicId('cli')
  client?: ClientId;
}

export class DebitReturnBody {
  @ApiProperty({
    example: 'lin_019a0000000070008000000000000001',
    description: 'The debit that was claimed back.',
  })
  @PublicId('lin')
  debit: BankLineId;
}

/** Who said what of a debit, and when. */
export class DebitExplanationBody {
  @ApiProperty({ enum: kinds })
  kind: DebitKind;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: String, nullable: true, example: 'cli_019a0000000070008000000000000001' })
  client: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The e-mail address of whoever said so.' })
  by: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  static of({ kind, text, client, by, at }: Explanation, emails: ReadonlyMap<string, string>): DebitExplanationBody {
    return Object.assign(new DebitExplanationBody(), {
      kind,
      text,
      client: client === null ? null : publicId('cli', client),
      by: emails.get(by) ?? null,
      at,
    });
  }
}

/** Money of a client that we hold. */
export class ClientCreditBody {
  @ApiProperty({ type: String, example: 'cli_019a0000000070008000000000000001' })
  client: string;

  @ApiProperty({ type: String, example: 'Théâtre de Lille' })
  name: string;

  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  entity: string;

  @ApiProperty({ type: MoneyBody })
  credit: MoneyBody;

  @ApiProperty({ type: String, nullable: true, description: 'The account from which it paid last.' })
  paidFrom: string | null;

  static of({ client, credit, paidFrom }: CreditToReturn): ClientCreditBody {
    return Object.assign(new ClientCreditBody(), {
      client: publicId('cli', client.id),
      name: client.name,
      entity: publicId('ent', client.entity),
      credit: MoneyBody.of(credit),
      paidFrom,
    });
  }
}

export class ClientCreditsBody {
  @ApiProperty({ type: [ClientCreditBody] })
  items: readonly ClientCreditBody[];

  static of(credits: readonly CreditToReturn[]): ClientCreditsBody {
    return Object.assign(new ClientCreditsBody(), { items: credits.map((each) => ClientCreditBody.of(each)) });
  }
}

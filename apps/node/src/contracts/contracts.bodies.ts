import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageBody, PageQuery, publicId } from '@passerelle/doors';
import type { Month, PlainDate } from '@passerelle/values';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { type Contract, type ContractState, contractStates } from './contract.js';

export class ContractsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: contractStates, description: 'Only those; all when left out.' })
  @IsOptional()
  @IsIn(contractStates)
  state?: ContractState;
}

export class SignBody {
  @ApiProperty({ type: String, pattern: '^[0-9a-f]{64}$', description: '"sha256" of the contract that was read.' })
  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;
}

export class ContractBody {
  @ApiProperty({ type: String, example: 'ctr_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'mis_019a0000000070008000000000000001',
    description: 'Null for the contract of an employment by the month.',
  })
  mission: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '2026-05',
    description: 'The month from which a contract by the month holds; null for that of a mission.',
  })
  month: Month | null;

  @ApiProperty({ type: String, example: 'mem_019a0000000070008000000000000001' })
  member: string;

  @ApiProperty({ type: String, example: 'Amina', description: 'Who is to sign it.' })
  worker: string;

  @ApiProperty({
    type: String,
    example: 'be-2026-0001',
    description: 'Of the mission; by the month, the first month of the employment.',
  })
  reference: string;

  @ApiProperty({ type: Number, example: 1 })
  version: number;

  @ApiProperty({ type: String, description: 'The law’s own name for this kind of contract.' })
  localName: string;

  @ApiProperty({ enum: contractStates, description: '"lapsed": its terms or its mission ended before it was signed.' })
  state: ContractState;

  @ApiProperty({ type: String, format: 'date', description: 'First day of work, by which both have signed.' })
  due: PlainDate;

  @ApiProperty({ type: Boolean, description: 'The work has begun, and she has not signed.' })
  isLate: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  offeredAt: Date;

  @ApiProperty({ type: String, description: 'SHA-256 of the paper as it was offered, in hexadecimal.' })
  sha256: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  signedAt: Date | null;

  static of({ id, mission, months, member, country: _country, ...rest }: Contract, isLate: boolean): ContractBody {
    const about = { mission: mission && publicId('mis', mission), month: months?.month ?? null };
    const names = { id: publicId('ctr', id), ...about, member: publicId('mem', member) };
    return Object.assign(new ContractBody(), { ...names, ...rest, isLate });
  }
}

export class MonthlyContractsBody {
  @ApiProperty({ type: [ContractBody], description: 'In the order in which they take effect.' })
  items: readonly ContractBody[];
}

export class ContractsPage extends PageBody(ContractBody) {}

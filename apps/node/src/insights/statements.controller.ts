import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, ApiController, Database, MoneyBody, notFound, Problem, publicId } from '@passerelle/doors';
import { IsOptional, Matches } from 'class-validator';
import { Links } from '../peers/links.service.js';
import { Obligations } from '../settlement/obligations/obligations.service.js';
import { type StatementLine, linesOf } from './pair-statement.js';

export class StatementQuery {
  @ApiPropertyOptional({ type: String, example: 'cyc_2026-04', description: 'Only what counts in this cycle.' })
  @IsOptional()
  @Matches(/^(cyc_)?(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
  cycle?: string;
}

export class StatementLineBody {
  @ApiProperty({ type: String })
  obligation: string;

  @ApiProperty({ type: String, description: 'What both branches call the mission or matter.' })
  mission: string;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: String })
  kind: string;

  @ApiProperty({ type: String })
  debtor: string;

  @ApiProperty({ type: String })
  creditor: string;

  @ApiProperty({ type: MoneyBody })
  amount: MoneyBody;

  @ApiProperty({ type: String, format: 'date' })
  due: string;

  @ApiProperty({ type: String, description: 'The hash of the terms.' })
  terms: string;

  @ApiProperty({ type: String })
  state: string;

  @ApiProperty({ type: String, nullable: true })
  cycle: string | null;

  @ApiProperty({ type: String, nullable: true })
  settledIn: string | null;

  static of({ obligation, amount, cycle, settledIn, ...line }: StatementLine): StatementLineBody {
    return Object.assign(new StatementLineBody(), {
      obligation: publicId('obl', obligation),
      ...line,
      amount: MoneyBody.of(amount),
      cycle: cycle && `cyc_${cycle}`,
      settledIn: settledIn && `cyc_${settledIn}`,
    });
  }
}

export class HeadsBody {
  @ApiProperty({ type: String, description: 'Stands for all messages that this node has sent to the other one.' })
  ours: string;

  @ApiProperty({ type: String, description: 'Stands for all messages of the other node that this one has taken in.' })
  theirs: string;

  @ApiProperty({ type: String, description: 'How many messages this node has sent.' })
  oursCount: string;

  @ApiProperty({ type: String })
  theirsCount: string;
}

export class PairwiseStatementBody {
  @ApiProperty({ type: String })
  peer: string;

  @ApiProperty({ type: String, nullable: true })
  cycle: string | null;

  @ApiProperty({ type: [StatementLineBody], description: 'Equal to the lines that the other node answers.' })
  lines: readonly StatementLineBody[];

  @ApiProperty({ type: HeadsBody, description: 'Equal heads mean equal histories, and so equal states.' })
  heads: HeadsBody;
}

@ApiController('statements')
export class StatementsController {
  constructor(
    private readonly database: Database,
    private readonly obligations: Obligations,
    private readonly links: Links,
  ) {}

  @Allow('finance', 'adviser', 'sysadmin')
  @Get(':peer')
  @ApiOperation({
    summary: 'What this branch and another owe each other, line by line, to be compared with its answer',
  })
  @ApiOkResponse({ type: PairwiseStatementBody })
  async show(@Param('peer') peer: string, @Query() query: StatementQuery): Promise<PairwiseStatementBody> {
    const link = (await this.links.all()).find((each) => each.peer === peer);
    if (!link) throw new Problem(notFound);
    const cycle = query.cycle?.replace(/^cyc_/, '') ?? null;
    const kept = await this.obligations.ofPair(this.database.reading, peer, cycle);
    const { out, in: heard } = link;
    const heads = { ours: out.head, theirs: heard.head, oursCount: `${out.seq}`, theirsCount: `${heard.seq}` };
    return Object.assign(new PairwiseStatementBody(), {
      peer,
      cycle: cycle && `cyc_${cycle}`,
      lines: linesOf(kept).map((line) => StatementLineBody.of(line)),
      heads: Object.assign(new HeadsBody(), heads),
    });
  }
}

import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { Allow, ApiController, Database, publicId, SignedMoneyBody, type Words } from '@passerelle/doors';
import type { PlainDate, Rate } from '@passerelle/values';
import { type HomeActivity, HomeShares } from './home-share.service.js';

export class HomeActivityBody {
  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  entity: string;

  @ApiProperty({ type: String, example: 'BE' })
  country: string;

  @ApiProperty({ type: String, format: 'date' })
  first: PlainDate;

  @ApiProperty({ type: String, format: 'date' })
  last: PlainDate;

  @ApiProperty({ type: SignedMoneyBody, description: 'Turnover from work done in its own country.' })
  home: SignedMoneyBody;

  @ApiProperty({ type: SignedMoneyBody })
  total: SignedMoneyBody;

  @ApiProperty({ type: [SignedMoneyBody], description: 'Turnover in other currencies.' })
  notCounted: readonly SignedMoneyBody[];

  @ApiProperty({ type: String, nullable: true, example: '62.50', description: 'Percent; null without any turnover.' })
  sharePercent: string | null;

  @ApiProperty({ type: String, example: '25', description: 'Below this the activity at home is usually doubted.' })
  pointerPercent: string;

  @ApiProperty({ type: Boolean })
  belowPointer: boolean;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: { type: 'string' } } })
  reasons: readonly Words[];

  static of({ entity, first, last, home, total, notCounted, reading }: HomeActivity): HomeActivityBody {
    const { share, pointer, belowPointer, reasons } = reading;
    return Object.assign(new HomeActivityBody(), {
      entity: publicId('ent', entity.id),
      country: entity.country,
      first,
      last,
      home: SignedMoneyBody.of(home),
      total: SignedMoneyBody.of(total),
      notCounted: notCounted.map((each) => SignedMoneyBody.of(each)),
      sharePercent: share && shownPercent(share),
      pointerPercent: pointer.toPercent(),
      belowPointer,
      reasons: reasons.map(({ words }) => words),
    });
  }
}

/** With two decimals, rounded down: a share is shown, nothing is computed from it. */
function shownPercent({ num, den }: Rate): string {
  const hundredths = (num * 10_000n) / den;
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

export class HomeActivitiesBody {
  @ApiProperty({ type: [HomeActivityBody] })
  items: readonly HomeActivityBody[];
}

@ApiController('cooperative')
export class HomeShareController {
  constructor(
    private readonly database: Database,
    private readonly shares: HomeShares,
  ) {}

  @Allow('adviser', 'payroll', 'finance', 'sysadmin')
  @Get('home-share')
  @ApiOperation({ summary: 'How much of the turnover of each legal entity comes from work in its own country' })
  @ApiOkResponse({ type: HomeActivitiesBody })
  async all(): Promise<HomeActivitiesBody> {
    const found = await this.database.report((work) => this.shares.all(work));
    return Object.assign(new HomeActivitiesBody(), { items: found.map((each) => HomeActivityBody.of(each)) });
  }
}

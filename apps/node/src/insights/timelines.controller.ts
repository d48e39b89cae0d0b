import { Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  CurrentAccount,
  Database,
  notFound,
  ownOnly,
  Problem,
  publicId,
  PublicIdPipe,
} from '@passerelle/doors';
import { PostingsBody } from '../books/transactions.bodies.js';
import type { Mission, MissionId } from '../missions/mission.js';
import type { TimelineStep } from './timeline.js';
import { Timelines } from './timelines.service.js';

export class MovedDayBody {
  @ApiProperty({ type: String, format: 'date' })
  from: string;

  @ApiProperty({ type: String, nullable: true, description: 'What was said when the change was asked for.' })
  because: string | null;
}

export class TimelineStepBody {
  @ApiProperty({
    enum: [
      'registered',
      'checked',
      'agreed',
      'client_confirmed',
      'law_known',
      'a1_certificate',
      'posting_notice',
      'guarantee_verdict',
      'formalities',
      'work_done',
      'invoiced',
      'client_paid',
      'payslip',
      'worker_paid',
      'owed',
      'settled',
    ],
  })
  step: string;

  @ApiProperty({ enum: ['done', 'current', 'ahead'] })
  state: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  date: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'By when, where that is known.' })
  expected: string | null;

  @ApiProperty({
    enum: ['worker', 'home', 'host', 'client', 'institution', 'fund', 'both'],
    description: 'Who did it or has to.',
  })
  owner: string;

  @ApiProperty({ type: MovedDayBody, nullable: true, description: 'The day that was expected before this one.' })
  moved: MovedDayBody | null;

  static of(step: TimelineStep): TimelineStepBody {
    return Object.assign(new TimelineStepBody(), step);
  }
}

export class TimelineBody {
  @ApiProperty({ type: String })
  mission: string;

  @ApiProperty({ type: [TimelineStepBody] })
  items: readonly TimelineStepBody[];
}

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('mis'));

@ApiController('missions')
export class TimelinesController {
  constructor(
    private readonly database: Database,
    private readonly timelines: Timelines,
  ) {}

  @Allow('worker', 'adviser', 'payroll', 'finance')
  @Get(':id/timeline')
  @ApiOperation({ summary: 'Where a mission is: its steps with their days and who has to act' })
  @ApiOkResponse({ type: TimelineBody })
  async timeline(@Id() id: MissionId, @CurrentAccount() account: Account): Promise<TimelineBody> {
    const mission = await this.mission(id);
    ownOnly(account, mission.member ?? '');
    const steps = await this.timelines.of(this.database.reading, mission);
    const items = steps.map((step) => TimelineStepBody.of(step));
    return Object.assign(new TimelineBody(), { mission: publicId('mis', id), items });
  }

  @Allow('adviser', 'payroll', 'finance')
  @Get(':id/postings')
  @ApiOperation({ summary: 'Everything the books say because of a mission' })
  @ApiOkResponse({ type: PostingsBody })
  async postings(@Id() id: MissionId): Promise<PostingsBody> {
    const found = await this.timelines.postings(this.database.reading, await this.mission(id));
    return PostingsBody.of(found);
  }

  private async mission(id: MissionId): Promise<Mission> {
    const mission = await this.timelines.find(this.database.reading, id);
    if (!mission) throw new Problem(notFound);
    return mission;
  }
}

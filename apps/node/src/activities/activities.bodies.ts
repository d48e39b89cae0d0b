import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsMoney, MoneyBody, PageBody, PageQuery, PublicId, publicId, SignedMoneyBody } from '@passerelle/doors';
import type { Cause } from '@passerelle/ledger';
import type { PlainDate } from '@passerelle/values';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type { StatementLine } from '../books/statement.js';
import type { MemberId } from '../members/member.js';
import type { Activity, ActivityRole } from './activity.js';
import type { Budget } from './budget.js';
import type { SetAside } from './set-aside.js';

const roles = ['lead', 'member'] as const;
const kinds = ['personal', 'collective'] as const;

export class ActivitiesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: kinds, default: 'personal', description: 'Members’ own activities, or shared ones.' })
  @IsOptional()
  @IsIn(kinds)
  kind: Activity['kind'] = 'personal';
}

export class NewActivityBody {
  @ApiProperty({ type: String, example: 'Brass band of Molenbeek' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;
}

export class InvitationBody {
  @ApiProperty({ type: String, example: 'mem_019a0000000070008000000000000001' })
  @PublicId('mem')
  member: MemberId;

  @ApiProperty({ enum: roles, description: 'A lead decides; a member works and claims expenses.' })
  @IsIn(roles)
  role: ActivityRole;
}

export class ParticipantBody extends InvitationBody {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null until she has said yes.' })
  joinedAt: Date | null;
}

export class ActivityBody extends NewActivityBody {
  @ApiProperty({ type: String, example: 'act_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ enum: kinds })
  kind: Activity['kind'];

  @ApiProperty({ type: String })
  entity: string;

  @ApiProperty({ type: [ParticipantBody] })
  participants: readonly ParticipantBody[];

  static of({ id, kind, entity, name, participants }: Activity): ActivityBody {
    return Object.assign(new ActivityBody(), {
      id: publicId('act', id),
      kind,
      entity: publicId('ent', entity),
      name,
      participants: participants.map(({ member, role, joinedAt }) =>
        Object.assign(new ParticipantBody(), {
          member: publicId('mem', member),
          role,
          joinedAt: kind === 'personal' ? null : joinedAt,
        }),
      ),
    });
  }
}

export class ActivitiesPage extends PageBody(ActivityBody) {}

/** `available` is what the lines above it come to, or zero; they are described where the sum is not obvious. */
export class ActivityBudgetBody {
  @ApiProperty({ type: MoneyBody, description: 'Ordered by clients, not done yet.' })
  orders: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'Done, and not paid yet.' })
  invoiced: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  collected: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'Wages that unpaid income or the guarantee fund carries.' })
  carried: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  contribution: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  paidWages: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  plannedWages: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  expenses: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'Promised to claims and grants that wait for a decision.' })
  reserved: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  granted: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  received: MoneyBody;

  @ApiProperty({ type: SignedMoneyBody, description: 'Corrections by finance.' })
  other: SignedMoneyBody;

  @ApiProperty({ type: SignedMoneyBody, description: 'What the account in the book holds, unpaid income included.' })
  balance: SignedMoneyBody;

  @ApiProperty({ type: MoneyBody })
  available: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'Missing before anything is available again.' })
  lacking: MoneyBody;

  static of({ other, balance, ...lines }: Budget): ActivityBudgetBody {
    const shown = Object.entries(lines).map(([name, amount]) => [name, MoneyBody.of(amount)] as const);
    const signed = { other: SignedMoneyBody.of(other), balance: SignedMoneyBody.of(balance) };
    return Object.assign(new ActivityBudgetBody(), Object.fromEntries(shown), signed);
  }
}

export class EntryBody {
  @ApiProperty({ type: String, format: 'date' })
  day: PlainDate;

  @ApiProperty({ type: String, example: 'income-shared' })
  kind: string;

  @ApiProperty({ enum: ['posted', 'pending', 'post', 'void'] })
  phase: StatementLine['phase'];

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: SignedMoneyBody, description: 'Positive comes to the activity, negative leaves it.' })
  amount: SignedMoneyBody;

  @ApiProperty({ type: SignedMoneyBody })
  balance: SignedMoneyBody;

  @ApiProperty({ type: String, nullable: true, description: 'The payslip, expense or grant it answers to.' })
  about: string | null;

  static of({ day, kind, phase, text, cause, amount, balance }: StatementLine): EntryBody {
    return Object.assign(new EntryBody(), {
      day,
      kind,
      phase,
      text,
      amount: SignedMoneyBody.of(amount.negated()),
      balance: SignedMoneyBody.of(balance.negated()),
      about: aboutOf(cause),
    });
  }
}

/** What a worker can open, by the prefix of its public id. */
const prefixes: Readonly<Record<string, string>> = { payslip: 'slip', expense: 'exp', grant: 'grt' };

function aboutOf(cause: Cause): string | null {
  const [kind, id] = cause.split(':') as [string, string];
  const prefix = prefixes[kind];
  return prefix === undefined ? null : publicId(prefix, id);
}

export class EntriesBody {
  @ApiProperty({ type: [EntryBody] })
  items: readonly EntryBody[];
}

export class SetAsideWishBody {
  @ApiProperty({ type: String, example: 'act_019a0000000070008000000000000001' })
  @PublicId('act')
  activity: string;

  @IsMoney()
  amount: MoneyBody;
}

export class SetAsideBody extends SetAsideWishBody {
  @ApiProperty({ type: String })
  mission: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  static of({ mission, activity, amount, at }: SetAside): SetAsideBody {
    return Object.assign(new SetAsideBody(), {
      mission: publicId('mis', mission),
      activity: publicId('act', activity),
      amount: MoneyBody.of(amount),
      at,
    });
  }
}

/** What is decided of one mission; null where nothing is. */
export class SetAsideOfMissionBody {
  @ApiProperty({ type: () => SetAsideBody, nullable: true })
  setAside: SetAsideBody | null;

  static of(found: SetAside | null): SetAsideOfMissionBody {
    return Object.assign(new SetAsideOfMissionBody(), { setAside: found && SetAsideBody.of(found) });
  }
}

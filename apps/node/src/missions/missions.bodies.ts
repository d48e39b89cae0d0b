import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type Account,
  confinedTo,
  IsCountry,
  IsDay,
  IsMoney,
  MoneyBody,
  PageBody,
  PublicId,
  publicId,
} from '@passerelle/doors';
import { type CountryCode, type PlainDate, percent } from '@passerelle/values';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { ClientId } from '../clients/client.js';
import type { MemberId } from '../members/member.js';
import {
  type Directing,
  homeIncome,
  hostIncome,
  type Mission,
  type MissionTerms,
  type WorkKind,
  workKinds,
  missionStates,
} from './mission.js';
import type { MissionEvent } from './missions.store.js';
import type { MissionForm } from './missions.service.js';
import { possibleMoves } from './moves.js';

export class PlaceBody {
  @ApiProperty({ type: String, example: 'FR' })
  @IsCountry()
  country: CountryCode;

  @ApiProperty({ type: String, example: 'Lyon' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  town: string;
}

/** What a worker fills in. */
export class MissionFormBody {
  @ApiProperty({ type: String, example: 'cli_019a0000000070008000000000000001' })
  @PublicId('cli')
  client: string;

  @ApiPropertyOptional({
    type: String,
    example: 'fr',
    description: 'The node that invoices; the own one when left out.',
  })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9-]{0,31}$/)
  host?: string;

  @ApiProperty({ type: String, example: 'Two concerts and a workshop' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  work: string;

  @ApiPropertyOptional({
    enum: workKinds,
    default: 'general_service',
    description: 'VAT and posting rules ask for it.',
  })
  @IsOptional()
  @IsIn(workKinds)
  kind?: WorkKind;

  @ApiPropertyOptional({
    enum: ['home', 'host'],
    default: 'home',
    description: 'Who directs the work. A host that does is placing the worker, which is refused unless it was opened.',
  })
  @IsOptional()
  @IsIn(['home', 'host'])
  directedBy?: Directing;

  @ApiProperty({ type: PlaceBody })
  @IsObject()
  @ValidateNested()
  @Type(() => PlaceBody)
  place: PlaceBody;

  @ApiProperty({ type: String, format: 'date', example: '2026-03-23' })
  @IsDay()
  first: PlainDate;

  @ApiProperty({ type: String, format: 'date', example: '2026-03-27' })
  @IsDay()
  last: PlainDate;

  @ApiProperty({ type: Number, minimum: 1, maximum: 366, example: 5 })
  @IsInt()
  @Min(1)
  @Max(366)
  days: number;

  @IsMoney()
  price: MoneyBody;

  @ApiPropertyOptional({
    type: String,
    example: '2',
    description: 'Percent of the price the host keeps; policy when left out.',
  })
  @IsOptional()
  @Matches(/^(\d|[1-9]\d)(\.\d{1,4})?$|^100$/)
  hostSharePercent?: string;

  @ApiPropertyOptional({ enum: ['host', 'home'], description: 'Who bears it when the client never pays.' })
  @IsOptional()
  @IsIn(['host', 'home'])
  defaultBearer?: 'host' | 'home';

  @ApiPropertyOptional({ type: Number, minimum: 0, maximum: 120, example: 30 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  dueDays?: number;

  toForm(): MissionForm {
    const { hostSharePercent, client, price, place, ...rest } = this;
    return {
      ...rest,
      client: client as ClientId,
      place: { country: place.country, town: place.town },
      price: price.toMoney(),
      hostShare: hostSharePercent === undefined ? undefined : percent(hostSharePercent),
    };
  }
}

/** A form that is still filled in, to be told what would follow from it. */
export class PreviewBody extends MissionFormBody {
  @ApiPropertyOptional({ type: String, description: 'For whom; a worker asks for herself.' })
  @IsOptional()
  @PublicId('mem')
  member?: string;

  memberFor(account: Account): MemberId {
    return (confinedTo(account) ?? this.member ?? account.subject ?? '') as MemberId;
  }
}

export class ReasonBody {
  @ApiProperty({ type: String, maxLength: 500 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class CompleteBody {
  @ApiProperty({ type: Number, minimum: 1, maximum: 366, example: 5 })
  @IsInt()
  @Min(1)
  @Max(366)
  days: number;
}

export class AgreementBody {
  @ApiProperty({ type: String, description: 'Hash of the terms: the same on both nodes.' })
  hash: string;

  @ApiProperty({ type: String, nullable: true })
  homeSignature: string | null;

  @ApiProperty({ type: String, nullable: true })
  hostSignature: string | null;
}

export class EventBody {
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String, description: 'The address of an account, a node, or the client.' })
  who: string;

  @ApiProperty({ type: String })
  what: string;

  @ApiProperty({ type: String, nullable: true })
  text: string | null;
}

export class MissionBody {
  @ApiProperty({ type: String, example: 'mis_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String, example: 'be-2026-0001' })
  reference: string;

  @ApiProperty({ enum: ['home', 'host', 'both'] })
  role: Mission['role'];

  @ApiProperty({ enum: missionStates })
  state: Mission['state'];

  @ApiProperty({ type: [String], description: 'What can be done next.' })
  possible: readonly string[];

  @ApiProperty({ type: String, nullable: true })
  member: string | null;

  @ApiProperty({ type: String })
  client: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What both branches sign.' })
  terms: object;

  @ApiProperty({ type: MoneyBody })
  hostIncome: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  homeIncome: MoneyBody;

  @ApiProperty({ type: AgreementBody })
  agreement: AgreementBody;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  clientConfirmedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time' })
  registeredAt: Date;

  static of(mission: Mission): MissionBody {
    const { terms, role, state, agreement, reason, clientConfirmedAt, registeredAt } = mission;
    return Object.assign(new MissionBody(), {
      id: publicId('mis', mission.id),
      reference: terms.reference,
      role,
      state,
      possible: possibleMoves(state),
      member: mission.member && publicId('mem', mission.member),
      client: publicId('cli', mission.client),
      terms: termsBody(terms),
      hostIncome: MoneyBody.of(hostIncome(terms)),
      homeIncome: MoneyBody.of(homeIncome(terms)),
      agreement,
      reason,
      clientConfirmedAt,
      registeredAt,
    });
  }
}

export class MissionDetailBody extends MissionBody {
  @ApiProperty({ type: [EventBody] })
  history: readonly EventBody[];

  /** `emails` are those of the accounts that did something. */
  static withHistory(
    mission: Mission,
    events: readonly MissionEvent[],
    emails: ReadonlyMap<string, string>,
  ): MissionDetailBody {
    const history = events.map(({ at, who, what, text }) =>
      Object.assign(new EventBody(), { at, who: emails.get(who) ?? who, what, text }),
    );
    return Object.assign(new MissionDetailBody(), MissionBody.of(mission), { history });
  }
}

export class MissionsPage extends PageBody(MissionBody) {}

const termsBody = ({ mission, price, hostShare, ...terms }: MissionTerms): object => ({
  ...terms,
  mission: publicId('mis', mission),
  price: MoneyBody.of(price),
  hostSharePercent: hostShare.toPercent(),
});

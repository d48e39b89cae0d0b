import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type A1Request,
  a1Statuses,
  type LegislationAnswer,
  type NoticeAnswer,
  workKinds,
  type Words,
} from '@passerelle/coordination';
import { IsDay, PublicId, publicId } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { A1DocumentId } from './a1-document.js';
import type { A1Step } from './a1-step.js';
import { AdviceBody } from './advice.bodies.js';
import type { FormalityRecord, GivenNotice, Override, PostingFacts } from './formality.js';
import type { MissionFormalities } from './mission-formalities.js';
import { type Gate, type GateName, gateNames } from './gate.js';
import { gateNameWords } from './gates.words.js';
import { MissingBody } from './missing.body.js';
import { type Mission, missionStates } from '../missions/mission.js';

const reference = /^[A-Za-z0-9][A-Za-z0-9:._/-]{0,99}$/;

export class PostingFactsBody implements PostingFacts {
  @ApiPropertyOptional({ enum: workKinds, description: 'What she does, as host states tell kinds of work apart.' })
  @IsOptional()
  @IsIn(workKinds)
  work?: PostingFacts['work'];

  @ApiPropertyOptional({ type: Boolean, description: 'This cooperative does real business in its own country.' })
  @IsOptional()
  @IsBoolean()
  substantialActivityAtSeat?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'She is sent to replace another posted person.' })
  @IsOptional()
  @IsBoolean()
  replacesPostedWorker?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'She was hired in order to be sent.' })
  @IsOptional()
  @IsBoolean()
  hiredForThisMission?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'She was insured in our country before she was hired.' })
  @IsOptional()
  @IsBoolean()
  subjectToSeatLegislationBeforeHire?: boolean;

  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @IsBoolean()
  internationalRenown?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'A tour in which this country is a minor part.' })
  @IsOptional()
  @IsBoolean()
  minorPartOfTour?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'The host or its client bears her wage.' })
  @IsOptional()
  @IsBoolean()
  borneInHost?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'A tax certificate lies with the papers of the mission.' })
  @IsOptional()
  @IsBoolean()
  taxCertificateReceived?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'The host was given reasons for more than twelve months.' })
  @IsOptional()
  @IsBoolean()
  reasonedNotice?: boolean;

  /** Without what was left out, so that it stays unknown. */
  toFacts(): PostingFacts {
    return JSON.parse(JSON.stringify(this)) as PostingFacts;
  }
}

export class A1StepBody implements A1Step {
  @ApiProperty({ enum: a1Statuses })
  @IsIn(a1Statuses)
  status: A1Request['status'];

  @ApiPropertyOptional({ type: String, format: 'date', description: 'First day; of the mission when left out.' })
  @IsOptional()
  @IsDay()
  first?: PlainDate;

  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsOptional()
  @IsDay()
  last?: PlainDate;

  @ApiPropertyOptional({ type: String, example: 'BE-A1-2026-004711', description: 'As the institution calls it.' })
  @IsOptional()
  @Matches(reference)
  reference?: string;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'The day it was handed in; today when left out.' })
  @IsOptional()
  @IsDay()
  on?: PlainDate;

  @ApiPropertyOptional({
    type: String,
    example: 'doc_019a0000000070008000000000000001',
    description: 'The letter that came, as "a1-documents" calls it.',
  })
  @IsOptional()
  @PublicId('doc')
  document?: A1DocumentId;

  @ApiPropertyOptional({ type: String, maxLength: 500 })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason?: string;
}

export class NoticeBody implements GivenNotice {
  @ApiProperty({ type: String, example: 'SIPSI-2026-001122' })
  @Matches(reference)
  number: string;

  @ApiProperty({ type: String, format: 'date', example: '2026-03-18' })
  @IsDay()
  on: PlainDate;
}

export class OverrideBody {
  @ApiProperty({ enum: gateNames })
  @IsIn(gateNames)
  gate: GateName;

  @ApiProperty({ type: String, maxLength: 500 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class RecordedOverrideBody {
  @ApiProperty({ type: String })
  by: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String })
  reason: string;
}

const WordsProperty = (): PropertyDecorator =>
  ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: { type: 'string' } } });

export class GateBody {
  @ApiProperty({ enum: gateNames })
  name: GateName;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  title: Words;

  @ApiProperty({ enum: ['open', 'passed', 'overridden', 'refused'] })
  state: Gate['state'];

  @ApiProperty({ enum: ['worker', 'home', 'host', 'client', 'institution', 'fund'], description: 'Who has to act.' })
  owner: Gate['owner'];

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'By when.' })
  due: PlainDate | null;

  @WordsProperty()
  reasons: readonly Words[];

  @WordsProperty()
  warnings: readonly Words[];

  @ApiProperty({ type: Boolean, description: 'An adviser may answer for it as it stands.' })
  overridable: boolean;

  @ApiProperty({ type: RecordedOverrideBody, nullable: true })
  override: RecordedOverrideBody | null;

  static of(gate: Gate, override: Override | undefined): GateBody {
    const title = gateNameWords[gate.name];
    const answered = gate.state === 'overridden' && override ? override : null;
    return Object.assign(new GateBody(), gate, { title, override: answered });
  }
}

export class ApplicableLawBody {
  @ApiProperty({ type: String, nullable: true, example: 'BE', description: 'The country whose law applies.' })
  legislation: string | null;

  @ApiProperty({ type: String, nullable: true, example: '883:12(1)' })
  basis: string | null;

  @ApiProperty({ type: Boolean, description: 'An A1 certificate is needed.' })
  a1Required: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'The country whose institution is asked for it.' })
  applyTo: string | null;

  @ApiProperty({ type: [String] })
  flags: readonly string[];

  @ApiProperty({ type: [MissingBody], description: 'What nobody has said yet, and who can.' })
  missing: readonly MissingBody[];

  static of({ legislation, basis, a1, flags, missing }: LegislationAnswer): ApplicableLawBody {
    const { required: a1Required, applyToState: applyTo } = a1;
    const facts = { legislation, basis, a1Required, applyTo, flags };
    return Object.assign(new ApplicableLawBody(), facts, { missing: missing.map((each) => MissingBody.of(each)) });
  }
}

export class A1RequestBody {
  @ApiProperty({ enum: ['posting', 'multistate', 'exception'] })
  kind: string;

  @ApiProperty({ type: String, example: 'BE' })
  state: string;

  @ApiProperty({ enum: a1Statuses })
  status: string;

  @ApiProperty({ type: String, format: 'date' })
  first: string;

  @ApiProperty({ type: String, format: 'date' })
  last: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  submittedOn: string | null;

  @ApiProperty({ type: String, nullable: true })
  reference: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The newest letter, as "a1-documents" calls it.' })
  document: string | null;

  static of({ kind, state, status, first, last, submittedOn, reference, documentId }: A1Request): A1RequestBody {
    const dates = {
      submittedOn: submittedOn ?? null,
      reference: reference ?? null,
      document: documentId === undefined ? null : publicId('doc', documentId),
    };
    return Object.assign(new A1RequestBody(), { kind, state, status, first, last, ...dates });
  }
}

/** What the home told the host: nothing else about the formalities crosses the border. */
export class SharedBody {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { state: 'issued' } })
  a1: object;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { state: 'exempt' } })
  notice: object;
}

export class ElsewhereBody {
  @ApiProperty({ type: String, example: 'fr', description: 'Another branch that employs her.' })
  branch: string;

  @ApiProperty({ enum: ['waiting', 'counted', 'unknown-person'] })
  state: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The day of its newest count.' })
  on: PlainDate | null;
}

export class FormalitiesBody {
  @ApiProperty({ type: String, nullable: true, example: 'mis_019a0000000070008000000000000001' })
  mission: string | null;

  @ApiProperty({ enum: missionStates })
  state: Mission['state'];

  @ApiProperty({ type: [GateBody], description: 'Empty at the host, which is only told.' })
  gates: readonly GateBody[];

  @ApiProperty({ type: ApplicableLawBody, nullable: true })
  law: ApplicableLawBody | null;

  @ApiProperty({ enum: ['required', 'exempt', 'not-applicable', 'ask-human'], nullable: true })
  noticeDuty: NoticeAnswer['kind'] | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where the notice is given.' })
  noticeUrl: string | null;

  @ApiProperty({ type: AdviceBody, nullable: true, description: 'What to know of work abroad; it stops nothing.' })
  advice: AdviceBody | null;

  @ApiProperty({ type: [A1RequestBody] })
  requests: readonly A1RequestBody[];

  @ApiProperty({ type: NoticeBody, nullable: true })
  notice: NoticeBody | null;

  @ApiProperty({ type: PostingFactsBody, nullable: true })
  facts: PostingFactsBody | null;

  @ApiProperty({ type: [ElsewhereBody], description: 'Whose counts of her days in that country are counted in.' })
  elsewhere: readonly ElsewhereBody[];

  @ApiProperty({ type: SharedBody, nullable: true, description: 'At the host: what the home said.' })
  shared: SharedBody | null;

  static of({ mission, case: of, law, record, gates, advice }: MissionFormalities): FormalitiesBody {
    const { notice } = law;
    return Object.assign(new FormalitiesBody(), {
      mission: publicId('mis', mission.id),
      state: mission.state,
      gates: gates.map((gate) => GateBody.of(gate, record.overrides[gate.name])),
      law: law.legislation.ok ? ApplicableLawBody.of(law.legislation.value) : null,
      noticeDuty: notice?.kind ?? null,
      noticeUrl: notice?.kind === 'required' ? notice.url : null,
      advice: advice && AdviceBody.of(advice),
      requests: record.requests.map((request) => A1RequestBody.of(request)),
      notice: record.notice,
      facts: record.facts,
      elsewhere: (of.elsewhere?.told ?? []).map(({ peer: branch, state, on }) => ({ branch, state, on })),
      shared: null,
    });
  }

  static atHost({ id, state }: Mission, { heard }: FormalityRecord): FormalitiesBody {
    const nothing = {
      gates: [],
      law: null,
      noticeDuty: null,
      noticeUrl: null,
      advice: null,
      requests: [],
      notice: null,
      facts: null,
      elsewhere: [],
    };
    return Object.assign(new FormalitiesBody(), { mission: publicId('mis', id), state, ...nothing, shared: heard });
  }

  /** As it is compared: what was recorded, and each gate by itself. */
  static version({ gates, facts, requests, notice }: FormalitiesBody): object {
    const each = Object.fromEntries(gates.map((gate) => [`gates/${gate.name}`, gate]));
    return { gates, facts, requests, notice, ...each };
  }

  /** Of a mission that is still being filled in, and so has no name yet. */
  static ofSketch(found: MissionFormalities): FormalitiesBody {
    return Object.assign(FormalitiesBody.of(found), { mission: null });
  }
}

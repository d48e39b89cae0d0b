import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Language, PageBody, PageQuery, publicId } from '@passerelle/doors';
import { cited } from '@passerelle/rules';
import type { PlainDate } from '@passerelle/values';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  type Declaration,
  type DeclarationState,
  type DeclarationStep,
  type RecordedStep,
  awaitsAnswer,
  declarationStates,
  fileOf,
  isNotBegun,
  referenceOf,
  refusalOf,
  stateOf,
} from './declaration.js';
import { comparedIn } from './difference.js';
import { notices } from './notices.words.js';
import type { CheckedXml } from './official-schemas.js';

export class DeclarationsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: ['open', ...declarationStates, 'all'],
    default: 'open',
    description: '"open" is all that waits for somebody: prepared, sent, refused or late.',
  })
  @IsOptional()
  @IsIn(['open', ...declarationStates, 'all'])
  state: 'open' | 'all' | DeclarationState = 'open';

  states(): readonly DeclarationState[] {
    if (this.state === 'open') return ['prepared', 'sent', 'refused', 'late'];
    return this.state === 'all' ? declarationStates : [this.state];
  }
}

export class SaidBody {
  @ApiProperty({ type: String, example: 'work.last', description: 'Our name of the field.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '2026-03-27',
    description: 'Null or left out takes back what was said.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  value?: string | null;
}

export class AcceptedBody {
  @ApiProperty({ type: String, example: 'receipt 2026-0001234', description: 'The number of the receipt.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reference: string;
}

export class RefusedBody {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'work.last',
    description: 'Our name of the field that is wrong, where the authority names one.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  field?: string | null;

  @ApiProperty({ type: String, example: 'The national number is unknown.', description: 'In the authority’s words.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class DeclarationBody {
  @ApiProperty({ type: String, example: 'decl_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: Number, example: 17, description: 'Counts the declarations of this branch.' })
  number: number;

  @ApiProperty({ type: String, example: 'be.dimona' })
  form: string;

  @ApiProperty({ type: String, example: 'Dimona', description: 'The authority’s own word.' })
  localName: string;

  @ApiProperty({ type: String, example: 'Immediate declaration of employment' })
  title: string;

  @ApiProperty({ type: String })
  authority: string;

  @ApiProperty({ enum: declarationStates })
  state: DeclarationState;

  @ApiProperty({ type: Boolean, description: 'The authority has it and has not answered yet.' })
  awaitsAnswer: boolean;

  @ApiProperty({ type: String })
  entity: string;

  @ApiProperty({ type: String })
  member: string;

  @ApiProperty({ type: String, nullable: true, description: 'Of an announced engagement.' })
  mission: string | null;

  @ApiProperty({ type: String, format: 'date' })
  first: PlainDate;

  @ApiProperty({ type: String, format: 'date' })
  last: PlainDate;

  @ApiProperty({ type: String, format: 'date', description: 'The last day in time.' })
  dueOn: PlainDate;

  @ApiProperty({ type: [String], description: 'Required fields that nobody has said.' })
  missing: readonly string[];

  @ApiProperty({ type: [String], description: 'Fields that are not written as the authority reads them.' })
  wrong: readonly string[];

  @ApiProperty({ type: String, nullable: true, description: 'Why the authority refused it last.' })
  reason: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Our name of the field for which it was refused last.' })
  refusedField: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The number of the receipt, once it is accepted.' })
  reference: string | null;

  @ApiProperty({ type: Number, description: 'Fields of which the authority states something else than we said.' })
  differences: number;

  static of(declaration: Declaration, language: Language): DeclarationBody {
    return Object.assign(new DeclarationBody(), overview(declaration, language));
  }
}

function overview(declaration: Declaration, language: Language): DeclarationBody {
  const { id, number, form, entity, member, mission, first, last, dueOn } = declaration;
  const refusal = refusalOf(declaration);
  const { missing, wrong } = fileOf(declaration);
  return {
    id: publicId('decl', id),
    number,
    form: form.id,
    localName: form.localName,
    title: form.words[language],
    authority: form.authority,
    state: stateOf(declaration),
    awaitsAnswer: awaitsAnswer(declaration),
    entity: publicId('ent', entity),
    member: publicId('mem', member),
    mission: mission && publicId('mis', mission),
    first,
    last,
    dueOn,
    missing,
    wrong,
    reason: refusal?.reason ?? null,
    refusedField: refusal?.field ?? null,
    reference: referenceOf(declaration),
    differences: comparedIn(declaration).filter(({ isDifferent }) => isDifferent).length,
  };
}

export class DeclarationFieldBody {
  @ApiProperty({ type: String, example: 'worker.nationalNumber' })
  name: string;

  @ApiProperty({ type: String, example: 'worker.ssin', description: 'The authority’s own name.' })
  officialName: string;

  @ApiProperty({ type: String, nullable: true })
  value: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What the authority states that it has, once recorded.' })
  theirs: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '0.00',
    description: 'Theirs less ours, where both are figures.',
  })
  delta: string | null;

  @ApiProperty({ type: String, description: 'Where we read that the field is asked.' })
  source: string;

  @ApiProperty({ type: String, description: 'How sure that is.' })
  confidence: string;
}

export class DeclarationStepBody {
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String, description: 'An account, or a room of the node.' })
  who: string;

  @ApiProperty({
    enum: ['prepared', 'said', 'sent', 'accepted', 'refused', 'stated', 'late', 'not-begun', 'withdrawn'],
  })
  kind: DeclarationStep['kind'];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'SHA-256 of the schema it was checked with, number of the receipt, or reason of the refusal.',
  })
  note: string | null;

  static of({ at, who, step }: RecordedStep): DeclarationStepBody {
    return Object.assign(new DeclarationStepBody(), { at, who, kind: step.kind, note: noteOf(step) });
  }
}

function noteOf(step: DeclarationStep): string | null {
  if (step.kind === 'sent') return step.schema;
  if (step.kind === 'accepted') return step.reference;
  return step.kind === 'refused' ? step.reason : null;
}

export class SchemaMistakeBody {
  @ApiProperty({ type: Number, description: 'Line of the file.' })
  line: number;

  @ApiProperty({ type: String, description: 'In the words of the checking program.' })
  reason: string;
}

export class SchemaBody {
  @ApiProperty({ type: String, example: 'be.dimona.xsd' })
  file: string;

  @ApiProperty({ type: String })
  sha256: string;

  @ApiProperty({ type: [SchemaMistakeBody], description: 'Empty when the schema has nothing against it.' })
  mistakes: readonly SchemaMistakeBody[];
}

export class DeclarationDetailBody extends DeclarationBody {
  @ApiProperty({ type: String, example: 'Royal Decree of 5 November 2002, art. 4' })
  law: string;

  @ApiProperty({ type: SchemaBody, nullable: true, description: 'Null: not checked against the official schema.' })
  schema: SchemaBody | null;

  @ApiProperty({ type: String, description: 'What this is, or is not.' })
  notice: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What to do about work that will not begin, where its announcement cannot be cancelled.',
  })
  advice: string | null;

  @ApiProperty({ type: [DeclarationFieldBody] })
  fields: readonly DeclarationFieldBody[];

  @ApiProperty({ type: [DeclarationStepBody] })
  steps: readonly DeclarationStepBody[];

  static whole(declaration: Declaration, { schema }: CheckedXml, language: Language): DeclarationDetailBody {
    const { form } = declaration;
    const law = `${cited(form.law.act)[language]}, ${form.law.article}`;
    const compared = new Map(comparedIn(declaration).map((each) => [each.name, each]));
    const fields = fileOf(declaration).fields.map((field) => {
      const { theirs = null, delta = null } = compared.get(field.name) ?? {};
      return { ...field, source: cited(field.source)[language], theirs, delta };
    });
    const steps = declaration.steps.map((step) => DeclarationStepBody.of(step));
    const notice = notices[schema ? 'checked' : 'unchecked'][language];
    const advice = (isNotBegun(declaration) && form.notBegun?.[language]) || null;
    const rest = { law, schema, notice, advice, fields, steps };
    return Object.assign(new DeclarationDetailBody(), overview(declaration, language), rest);
  }
}

/** A declaration as it is compared: how far it is, all it says, and each field by itself. */
export const declarationVersion = ({ state, fields }: DeclarationDetailBody): object => ({
  state,
  fields: fields.map(({ value }) => value),
  ...Object.fromEntries(
    fields.flatMap(({ name, value, theirs }) => [
      [`fields/${name}`, value],
      [`stated/${name}`, theirs],
    ]),
  ),
});

export class DeclarationsPage extends PageBody(DeclarationBody) {}

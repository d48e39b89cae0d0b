import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay, IsMoney, MoneyBody, PageBody, PageQuery, publicId } from '@passerelle/doors';
import { disputeReasons } from '@passerelle/protocol';
import { type ObligationState, obligationMoves } from '@passerelle/settlement';
import type { PlainDate } from '@passerelle/values';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { NodeId } from '../../peers/received.js';
import { type KeptObligation, amountIn } from './obligation.js';
import type { Blocked } from './obligations-store.js';
import type { ObligationForm } from './obligations.service.js';

const states = Object.keys(obligationMoves) as ObligationState[];
const nodeName = /^[a-z][a-z0-9-]{0,31}$/;
const code = /^[a-z][a-z0-9-]{0,49}$/;

/** A debt between two branches that no mission makes, such as a shared cost. */
export class ObligationFormBody {
  @ApiProperty({ type: String, example: 'fr', description: 'The other branch.' })
  @Matches(nodeName)
  peer: string;

  @ApiPropertyOptional({
    enum: ['us', 'them'],
    default: 'us',
    description: 'Who owes. What we say that we owe is accepted at once; a claim waits for the other branch.',
  })
  @IsOptional()
  @IsIn(['us', 'them'])
  debtor: 'us' | 'them' = 'us';

  @IsMoney()
  amount: MoneyBody;

  @ApiProperty({ type: String, format: 'date', example: '2026-04-30' })
  @IsDay()
  due: PlainDate;

  @ApiPropertyOptional({ type: String, default: 'shared.cost', example: 'shared.cost' })
  @IsOptional()
  @Matches(/^(?!mission\.)[a-z][a-z-]{0,31}(\.[a-z][a-z-]{0,31})?$/)
  kind = 'shared.cost';

  @ApiProperty({ type: String, example: 'Half of the rent of the rehearsal room in March' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  text: string;

  @ApiPropertyOptional({ type: String, default: 'by-hand', description: 'What both branches call it, without spaces.' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9:._/-]{0,99}$/)
  reference = 'by-hand';

  toForm(me: NodeId): ObligationForm {
    const { peer, debtor, amount, due, kind, text, reference } = this;
    const owes = debtor === 'us' ? me : peer;
    return { peer, debtor: owes, amount: amount.toMoney(), due, kind, text: text.normalize('NFC'), reference };
  }
}

/** A list of debts, as from a table of shared costs. */
export class ObligationFormsBody {
  @ApiProperty({ type: [ObligationFormBody], minItems: 1, maxItems: 200 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ObligationFormBody)
  obligations: ObligationFormBody[];
}

export class CorrectionBody {
  @IsMoney()
  amount: MoneyBody;

  @ApiProperty({ type: String })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  text: string;
}

export class RejectionBody {
  @ApiProperty({ type: String, example: 'wrong-amount' })
  @Matches(code)
  code: string;
}

export class DisputeBody {
  @ApiProperty({
    type: String,
    example: 'amount',
    description:
      `Why, in one word that the federation may know as well: ${disputeReasons.join(', ')}. ` +
      'Of any other code it learns only that there is another reason.',
  })
  @Matches(code)
  code: string;

  @ApiPropertyOptional({ type: String, default: '', description: 'What the dispute rests on.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  evidence = '';
}

export class OutcomeBody {
  @ApiProperty({ enum: ['upheld', 'void'] })
  @IsIn(['upheld', 'void'])
  outcome: 'upheld' | 'void';
}

export class ObligationsQuery extends PageQuery {
  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @Matches(nodeName)
  peer?: string;

  @ApiPropertyOptional({ enum: states })
  @IsOptional()
  @IsIn(states)
  state?: ObligationState;
}

export class ObligationBody {
  @ApiProperty({ type: String })
  id: string;

  @ApiProperty({ type: String })
  peer: string;

  @ApiProperty({ type: String })
  debtor: string;

  @ApiProperty({ type: String })
  creditor: string;

  @ApiProperty({ type: MoneyBody })
  amount: MoneyBody;

  @ApiProperty({ type: String, format: 'date' })
  due: string;

  @ApiProperty({ type: String })
  kind: string;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: String, nullable: true, description: 'The mission it pays for.' })
  mission: string | null;

  @ApiProperty({ enum: states })
  state: ObligationState;

  @ApiProperty({ type: String, description: 'The hash of the terms that both sides hold.' })
  terms: string;

  @ApiProperty({ type: String, description: 'Who proposed it.' })
  proposer: string;

  @ApiProperty({ type: String, nullable: true, description: 'The first cycle in which it counts.' })
  cycle: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The cycle that settled it.' })
  settledIn: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The obligation that it corrects.' })
  reverses: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was rejected or is disputed.' })
  code: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the dispute rests on, in the words of whoever disputes.',
  })
  evidence: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  proposedAt: Date;

  static of(kept: KeptObligation): ObligationBody {
    const { obligation, id, peer, mission, code, evidence, proposedAt } = kept;
    const { terms, hash, state, proposer, cycle, settledIn } = obligation;
    const { debtor, creditor, due, kind, text, reverses } = terms;
    return Object.assign(new ObligationBody(), {
      id: publicId('obl', id),
      peer,
      debtor,
      creditor,
      amount: MoneyBody.of(amountIn(kept)),
      due,
      kind,
      text,
      mission: mission && publicId('mis', mission),
      state,
      terms: hash,
      proposer,
      cycle: cycle && `cyc_${cycle}`,
      settledIn: settledIn && `cyc_${settledIn}`,
      reverses: reverses === undefined ? null : publicId('obl', reverses),
      code,
      evidence,
      proposedAt,
    });
  }
}

/** The debts of a list that was proposed, in its order. */
export class ProposedBody {
  @ApiProperty({ type: [ObligationBody] })
  items: readonly ObligationBody[];
}

export class ObligationsPageBody extends PageBody(ObligationBody) {}

/** What is owed for a mission and cannot be proposed yet. */
export class BlockedBody {
  @ApiProperty({ type: String })
  mission: string;

  @ApiProperty({ type: String })
  code: string;

  @ApiProperty({ type: String })
  detail: string;

  static of({ mission, code, detail }: Blocked): BlockedBody {
    return Object.assign(new BlockedBody(), { mission: publicId('mis', mission), code, detail });
  }
}

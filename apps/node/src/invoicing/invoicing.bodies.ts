import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  inLanguage,
  type Language,
  MoneyBody,
  PageBody,
  PageQuery,
  publicId,
  SignedMoneyBody,
} from '@passerelle/doors';
import type { PaymentReference } from '@passerelle/formats';
import { IsIn, IsOptional } from 'class-validator';
import { type Buyer, type Invoice, type InvoiceState, openOf, stateOf } from './invoices/invoice.js';
import { inWordsOf } from './invoices/billing.words.js';
import type { HeldMission } from './invoices/held.js';
import { printed } from './invoices/numbers.js';
import { TreatmentBody } from './vat/vat.bodies.js';

export class InvoiceLineBody {
  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: Number })
  days: number;

  @ApiProperty({ type: MoneyBody })
  net: MoneyBody;

  @ApiProperty({ type: String, nullable: true, example: '20', description: 'Null where no VAT is on the invoice.' })
  vatPercent: string | null;

  @ApiProperty({ type: MoneyBody })
  vat: MoneyBody;
}

export class InvoiceTaxBody extends TreatmentBody {
  @ApiProperty({ type: String, example: 'FR40303265045' })
  sellerVatNumber: string;

  @ApiProperty({ type: String, nullable: true, example: 'FR83404833048' })
  buyerVatNumber: string | null;

  static ofInvoice({ tax: { sellerVatNumber, ...tax }, buyer }: Invoice): InvoiceTaxBody {
    const numbers = { sellerVatNumber, buyerVatNumber: buyer.vatNumber };
    return Object.assign(new InvoiceTaxBody(), TreatmentBody.of(tax), numbers);
  }
}

export class ReferenceBody {
  @ApiProperty({ enum: ['ogm', 'ocr', 'rf'] })
  kind: PaymentReference['kind'];

  @ApiProperty({ type: String, example: 'RF182600000001', description: 'Without separators.' })
  value: string;

  @ApiProperty({ type: String, example: 'RF18 2600 0000 01', description: 'As it is printed.' })
  printed: string;
}

export class InvoicesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['open', 'all'], default: 'all', description: 'Open: the client still has to pay.' })
  @IsOptional()
  @IsIn(['open', 'all'])
  state: 'open' | 'all' = 'all';
}

export class InvoiceBody {
  @ApiProperty({ type: String, example: 'inv_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String, example: '2026-0001' })
  number: string;

  @ApiProperty({ enum: ['issued', 'partly_paid', 'paid', 'credited'] })
  state: InvoiceState;

  @ApiProperty({ type: String, example: 'mis_019a0000000070008000000000000001' })
  mission: string;

  @ApiProperty({ type: String, example: 'ent_019a0000000070008000000000000001' })
  entity: string;

  @ApiProperty({ type: String, example: 'cli_019a0000000070008000000000000001' })
  client: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Who is billed, as the document says it.' })
  buyer: Buyer;

  @ApiProperty({ type: String, format: 'date', example: '2026-03-27' })
  issuedOn: string;

  @ApiProperty({ type: String, format: 'date', example: '2026-04-26' })
  dueOn: string;

  @ApiProperty({ type: [InvoiceLineBody] })
  lines: readonly InvoiceLineBody[];

  @ApiProperty({ type: MoneyBody })
  net: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  vat: MoneyBody;

  @ApiProperty({ type: MoneyBody })
  gross: MoneyBody;

  @ApiProperty({ type: SignedMoneyBody, description: 'To whole kronor, where the client pays in kronor.' })
  rounding: SignedMoneyBody;

  @ApiProperty({ type: InvoiceTaxBody, description: 'How it is taxed, by which law, and what it must say.' })
  tax: InvoiceTaxBody;

  @ApiProperty({ type: MoneyBody })
  paid: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What credit notes have set off against it.' })
  setOff: MoneyBody;

  @ApiProperty({ type: MoneyBody, description: 'What the client still has to pay.' })
  open: MoneyBody;

  @ApiProperty({ type: ReferenceBody })
  reference: ReferenceBody;

  @ApiProperty({ type: String, nullable: true, description: 'The invoice that was taken back before this one.' })
  replaces: string | null;

  static of(invoice: Invoice): InvoiceBody {
    const { id, number, mission, entity, client, buyer, issuedOn, dueOn, reference } = invoice;
    return Object.assign(new InvoiceBody(), {
      id: publicId('inv', id),
      number,
      state: stateOf(invoice),
      mission: publicId('mis', mission),
      entity: publicId('ent', entity),
      client: publicId('cli', client),
      buyer,
      issuedOn,
      dueOn,
      lines: invoice.lines.map(({ text, days, net, vatRate, vat }) =>
        Object.assign(new InvoiceLineBody(), {
          text,
          days,
          net: MoneyBody.of(net),
          vatPercent: vatRate?.toPercent() ?? null,
          vat: MoneyBody.of(vat),
        }),
      ),
      net: MoneyBody.of(invoice.net),
      vat: MoneyBody.of(invoice.vat),
      gross: MoneyBody.of(invoice.gross),
      rounding: SignedMoneyBody.of(invoice.rounding),
      tax: InvoiceTaxBody.ofInvoice(invoice),
      paid: MoneyBody.of(invoice.paid),
      setOff: MoneyBody.of(invoice.setOff),
      open: MoneyBody.of(openOf(invoice)),
      reference: Object.assign(new ReferenceBody(), { ...reference, printed: printed(reference) }),
      replaces: invoice.replaces && publicId('inv', invoice.replaces),
    });
  }
}

export class InvoicesPage extends PageBody(InvoiceBody) {}

/** A finished mission that cannot be billed yet. */
export class HeldBody {
  @ApiProperty({ type: String, example: 'mis_019a0000000070008000000000000001' })
  mission: string;

  @ApiProperty({ type: String, format: 'date-time' })
  since: Date;

  @ApiProperty({ type: String, example: 'vat-facts-missing' })
  reason: string;

  @ApiProperty({ type: String, description: 'What stands against it and what to do, in the reader’s language.' })
  detail: string;

  static of(held: HeldMission, language: Language): HeldBody {
    const { mission, since, reason } = held;
    const detail = inLanguage(inWordsOf(held), language);
    return Object.assign(new HeldBody(), { mission: publicId('mis', mission), since, reason, detail });
  }
}

export class HeldList {
  @ApiProperty({ type: [HeldBody] })
  items: readonly HeldBody[];

  static of(held: readonly HeldMission[], language: Language): HeldList {
    return Object.assign(new HeldList(), { items: held.map((each) => HeldBody.of(each, language)) });
  }
}

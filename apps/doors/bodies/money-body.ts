import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { type CurrencyCode, currency, currencyCodes, money, type Money } from '@passerelle/values';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { IsAmount, IsCurrency } from './amount-rules.js';

/** An amount that is zero or more, as it travels: `{"amount":"402.48","currency":"EUR"}`. */
export class MoneyBody {
  @ApiProperty({ type: String, example: '402.48', description: 'A decimal text, never a number.' })
  @IsAmount({ negative: 'refused' })
  amount: string;

  @ApiProperty({ enum: currencyCodes, example: 'EUR' })
  @IsCurrency()
  currency: CurrencyCode;

  /** The checked amount as money. */
  toMoney(): Money {
    return money(this.amount, currency(this.currency));
  }

  static of(value: Money): MoneyBody {
    return Object.assign(new MoneyBody(), value.toJSON());
  }
}

/** An amount that may be negative. */
export class SignedMoneyBody {
  @ApiProperty({ type: String, example: '-75.64', description: 'A decimal text, never a number.' })
  @IsAmount({ negative: 'allowed' })
  amount: string;

  @ApiProperty({ enum: currencyCodes, example: 'EUR' })
  @IsCurrency()
  currency: CurrencyCode;

  toMoney(): Money {
    return money(this.amount, currency(this.currency));
  }

  static of(value: Money): SignedMoneyBody {
    return Object.assign(new SignedMoneyBody(), value.toJSON());
  }
}

/** A field of a body that holds an amount of zero or more. */
export const IsMoney = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: MoneyBody }),
    IsObject(),
    ValidateNested(),
    Type(() => MoneyBody),
  );

/** A field of a body that holds an amount, which may be negative. */
export const IsSignedMoney = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: SignedMoneyBody }),
    IsObject(),
    ValidateNested(),
    Type(() => SignedMoneyBody),
  );

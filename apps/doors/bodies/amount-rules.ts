import { applyDecorators } from '@nestjs/common';
import { isCurrencyCode, Money } from '@passerelle/values';
import { rule } from './rule.js';

const currencyOf = (body: object): unknown => ('currency' in body ? body.currency : undefined);

/** The last three hold for what an earlier one refuses, so that a field tells one fault only. */
const amountIsText = rule('amountIsText', (value) => typeof value === 'string');
const amountIsDecimal = rule('amountIsDecimal', (value, body) => {
  const currency = currencyOf(body);
  return typeof value !== 'string' || !isCurrencyCode(currency) || Money.parse(value, currency).ok;
});
const amountIsNotNegative = rule('amountIsNotNegative', (value) => typeof value !== 'string' || !value.startsWith('-'));

/** An ISO 4217 code of a currency of the federation. */
export const IsCurrency = rule('isCurrency', isCurrencyCode);

/** A decimal text with at most the decimals of the `currency` beside it. Numbers are refused: they lose cents. */
export const IsAmount = ({ negative }: { readonly negative: 'refused' | 'allowed' }): PropertyDecorator =>
  applyDecorators(amountIsText(), amountIsDecimal(), ...(negative === 'refused' ? [amountIsNotNegative()] : []));

import { type CurrencyCode, Money, mulDiv, percent, sum } from '@passerelle/values';
import type {
  DraftLine,
  InvoiceDraft,
  InvoiceLineItem,
  InvoiceTotals,
  LineVat,
  VatSubtotal,
} from './invoice-document.js';

/** Most decimals that a price has in any of the profiles. */
const priceDecimals = 6;

/** The lines, numbered, each with the price of one unit. */
export const linesOf = (lines: readonly DraftLine[]): readonly InvoiceLineItem[] =>
  lines.map((line, index) => ({
    ...line,
    vat: withPlainRate(line.vat),
    id: String(index + 1),
    price: priceOf(line.net, line.quantity) ?? line.net.toDecimal(),
  }));

/** The same rate always has the same fraction, so that what is read equals what was written. */
const withPlainRate = (vat: LineVat): LineVat => ({ ...vat, rate: vat.rate && percent(vat.rate.toPercent()) });

/** The price with the fewest decimals from which quantity × price is the net amount, half up; undefined if there is none. */
export function priceOf(net: Money, quantity: string): string | undefined {
  const amount = scaled(quantity);
  if (amount === undefined || amount.value <= 0n) return undefined;
  for (let decimals = 2; decimals <= priceDecimals; decimals += 1) {
    const price = mulDiv(net.minor * 10n ** BigInt(decimals), amount.scale, 100n * amount.value, 'halfUp');
    const text = decimalOf(price, decimals);
    if (netOf(quantity, text, net.currency)?.equals(net)) return text;
  }
  return undefined;
}

/** Quantity × price, rounded half up to the cent; undefined when one of them is no decimal text. */
export function netOf(quantity: string, price: string, currency: CurrencyCode): Money | undefined {
  const many = scaled(quantity);
  const each = scaled(price);
  if (!many || !each) return undefined;
  return new Money(mulDiv(many.value * each.value, 100n, many.scale * each.scale, 'halfUp'), currency);
}

/** The tax of each category and rate, half up on the sum of its lines: never line by line, as EN 16931 adds it up. */
export function breakdownOf(lines: readonly InvoiceLineItem[], currency: CurrencyCode): readonly VatSubtotal[] {
  const groups = new Map<string, InvoiceLineItem[]>();
  for (const line of lines) {
    const key = keyOf(line.vat);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((group) => {
    const { vat } = group[0]!;
    const base = sum(
      group.map(({ net }) => net),
      currency,
    );
    return { ...vat, base, vat: vat.rate ? base.times(vat.rate, 'halfUp') : Money.zero(currency) };
  });
}

const keyOf = ({ category, rate, exemption }: LineVat): string =>
  JSON.stringify([category, rate?.toString() ?? null, exemption?.code ?? null, exemption?.text ?? null]);

export function invoiceTotals(
  breakdown: readonly VatSubtotal[],
  { currency, prepaid, rounding }: Pick<InvoiceDraft, 'currency' | 'prepaid' | 'rounding'>,
): InvoiceTotals {
  const total = (amounts: readonly Money[]): Money => sum(amounts, currency);
  const net = total(breakdown.map(({ base }) => base));
  const vat = total(breakdown.map(({ vat: tax }) => tax));
  const gross = net.plus(vat);
  const none = Money.zero(currency);
  return { net, vat, gross, due: gross.minus(prepaid ?? none).plus(rounding ?? none) };
}

function scaled(text: string): { readonly value: bigint; readonly scale: bigint } | undefined {
  const match = /^(-?\d{1,15})(?:\.(\d{1,8}))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[2] ?? '';
  return { value: BigInt(match[1]! + fraction), scale: 10n ** BigInt(fraction.length) };
}

function decimalOf(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

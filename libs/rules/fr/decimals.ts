import { Rate, rate } from '@passerelle/values';

const rates = new Map<string, Rate>();

/** Facts repeat; each decimal text is read once. */
function remembered(text: string, read: (text: string) => Rate): Rate {
  let known = rates.get(text);
  if (known === undefined) {
    known = read(text);
    if (rates.size >= 4096) rates.clear();
    rates.set(text, known);
  }
  return known;
}

const numberOf = (text: string): Rate => remembered(text, rate);

/** A decimal text in hundredths, rounded down: hours of a quarter are exact. */
export const hundredths = (text: string): bigint => {
  const { num, den } = numberOf(text);
  return (num * 100n) / den;
};

/** Euros of a decimal text in cents. */
export const centsOfText = hundredths;

/** A percent of a decimal text as a rate. */
export const percentOfText = (text: string): Rate => {
  const { num, den } = numberOf(text);
  return new Rate(num, den * 100n);
};

import { Rate, rate } from '@passerelle/values';

/** Facts repeat; each decimal text is read once. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      if (known.size >= 4096) known.clear();
      known.set(text, value);
    }
    return value;
  };
}

/** A decimal text in hundredths, rounded down: hours of a quarter are exact. */
export const hundredths = remembered((text): bigint => {
  const { num, den } = rate(text);
  return (num * 100n) / den;
});

/** Euros of a decimal text in cents. */
export const centsOfText = hundredths;

/** A percent of a decimal text as a rate. */
export const percentOfText = remembered((text): Rate => {
  const { num, den } = rate(text);
  return new Rate(num, den * 100n);
});

import { percent, rate } from '@passerelle/values';
import { remembered } from '../kit/remembered.js';

// Facts repeat; each decimal text is read once.

/** A decimal text in hundredths, rounded down: hours of a quarter are exact, and euros become cents. */
export const hundredths = remembered((text: string): bigint => {
  const { num, den } = rate(text);
  return (num * 100n) / den;
});

/** A percent of a decimal text as a rate. */
export const percentOfText = remembered(percent);

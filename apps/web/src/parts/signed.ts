import type { Amount } from '../app/amount.js';

/** An amount that adds says so, as one that takes does by itself; nothing has no sign. */
export const signed = (amount: Amount, show: (amount: Amount) => string): string =>
  /^-|^[0.]+$/.test(amount.amount) ? show(amount) : `+${show(amount)}`;

/** The other way round, as a decimal text. */
export const negated = <A extends Amount>(amount: A): A => ({
  ...amount,
  amount: /^-?[0.]+$/.test(amount.amount)
    ? amount.amount.replace(/^-/, '')
    : amount.amount.startsWith('-')
      ? amount.amount.slice(1)
      : `-${amount.amount}`,
});

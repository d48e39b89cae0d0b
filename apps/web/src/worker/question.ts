import { readMoney } from '@passerelle/i18n';
import { type CurrencyCode, currency } from '@passerelle/values';
import type { NodeBody } from '../api/node.js';
import { daysBetween, isDay, later } from '../parts/days.js';

/** A country in which the cooperative employs: its currency, its day, and the kinds of work it tells apart. */
export type Employing = Omit<NodeBody<'EmployingCountryBody'>, 'currency'> & { readonly currency: CurrencyCode };

export const employingOf = (body: NodeBody<'EmployingCountryBody'>): Employing => ({
  ...body,
  currency: currency(body.currency),
});

/** What the simulator is asked, as it stands in the address: so it can be shared and reloaded. */
export interface Asked {
  readonly wish: 'price' | 'net';
  readonly amount: string;
  readonly country: string;
  /** Empty where the law of the country makes no difference. */
  readonly status: string;
  readonly first: string;
  readonly last: string;
  readonly days: string;
}

/** A price of a week in each currency, to begin with. */
const examples: Readonly<Record<string, string>> = { EUR: '1000', SEK: '12000' };

/** Reads the address; what it does not say begins with an example of the day in the first country. */
export function readAsked(address: URLSearchParams, [home, ...others]: readonly [Employing, ...Employing[]]): Asked {
  const { country, currency: paid, today, statuses } = employingIn([home, ...others], address.get('country'));
  const status = address.get('status');
  const first = address.get('first') ?? mondayAfter(today);
  return {
    wish: address.get('wish') === 'net' ? 'net' : 'price',
    amount: address.get('amount') ?? examples[paid] ?? '1000',
    country,
    status: (statuses.find(({ value }) => value === status) ?? statuses[0])?.value ?? '',
    first,
    last: address.get('last') ?? later(first, 4),
    days: address.get('days') ?? '5',
  };
}

/** The country of that code, or the first. */
export const employingIn = ([home, ...others]: readonly [Employing, ...Employing[]], code: string | null): Employing =>
  others.find(({ country }) => country === code) ?? home;

export const addressOf = (asked: Asked): URLSearchParams => new URLSearchParams({ ...asked });

/** The question for the program, or undefined while the form does not make one. */
export function questionOf(asked: Asked, paid: CurrencyCode): NodeBody<'QuestionBody'> | undefined {
  const money = readMoney(asked.amount, paid);
  if (!money.ok || faultsOf(asked).length > 0) return undefined;
  const amount = { amount: money.value.toDecimal(), currency: money.value.currency };
  return {
    country: asked.country,
    first: asked.first,
    last: asked.last,
    days: Number(asked.days),
    facts: asked.status === '' ? {} : { status: asked.status },
    ...(asked.wish === 'price' ? { price: amount } : { net: amount }),
  };
}

export type AskedFault = 'first' | 'last' | 'order' | 'days';

/** What is wrong with the days that were typed. */
export const faultsOf = ({ first, last, days }: Pick<Asked, 'first' | 'last' | 'days'>): readonly AskedFault[] => [
  ...(isDay(first) ? [] : (['first'] as const)),
  ...(isDay(last) ? [] : (['last'] as const)),
  ...(isDay(first) && isDay(last) && last < first ? (['order'] as const) : []),
  ...(/^[1-9]\d{0,2}$/.test(days.trim()) && !isMoreThanFits(first, last, Number(days)) ? [] : (['days'] as const)),
];

const isMoreThanFits = (first: string, last: string, days: number): boolean =>
  isDay(first) && isDay(last) && last >= first && days > daysBetween(first, last) + 1;

/** The Monday after next of a working week that lies in one month: payslips go by month. */
function mondayAfter(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  const monday = later(day, ((8 - weekday) % 7 || 7) + 7);
  return monthOf(later(monday, 4)) === monthOf(monday) ? monday : later(monday, 7);
}

const monthOf = (day: string): string => day.slice(0, 7);

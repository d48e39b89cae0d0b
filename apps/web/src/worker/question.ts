import { readMoney } from '@passerelle/i18n';
import type { CurrencyCode } from '@passerelle/values';
import type { NodeBody } from '../api/node.js';
import { isDay, later } from '../parts/days.js';

/** Countries whose wages this product computes, with the currency in which they pay. */
export const countries = { BE: 'EUR', FR: 'EUR', SE: 'SEK' } as const satisfies Record<string, CurrencyCode>;

export type Country = keyof typeof countries;

/** What the simulator is asked, as it stands in the address: so it can be shared and reloaded. */
export interface Asked {
  readonly wish: 'price' | 'net';
  readonly amount: string;
  readonly country: Country;
  readonly status: string;
  readonly first: string;
  readonly last: string;
  readonly days: string;
}

const statuses: Readonly<Record<Country, readonly string[]>> = {
  BE: ['artist', 'employee'],
  FR: ['artist', 'technician', 'employee'],
  SE: ['employee'],
};

export const statusesOf = (country: Country): readonly string[] => statuses[country];

const isCountry = (text: string | null): text is Country => text !== null && text in countries;

/** Reads the address; what it does not say begins with the example of the day given. */
export function readAsked(address: URLSearchParams, today: string): Asked {
  const given = address.get('country');
  const country = isCountry(given) ? given : 'BE';
  const status = address.get('status') ?? '';
  const first = address.get('first') ?? mondayAfter(today);
  return {
    wish: address.get('wish') === 'net' ? 'net' : 'price',
    amount: address.get('amount') ?? (countries[country] === 'SEK' ? '12000' : '1000'),
    country,
    status: statusesOf(country).includes(status) ? status : statusesOf(country)[0]!,
    first,
    last: address.get('last') ?? later(first, 4),
    days: address.get('days') ?? '5',
  };
}

export const addressOf = (asked: Asked): URLSearchParams => new URLSearchParams({ ...asked });

/** The question for the program, or undefined while the form does not make one. */
export function questionOf(asked: Asked): NodeBody<'QuestionBody'> | undefined {
  const money = readMoney(asked.amount, countries[asked.country]);
  const days = Number(asked.days);
  if (!money.ok || !Number.isInteger(days) || days < 1 || !isDay(asked.first) || !isDay(asked.last)) return undefined;
  const amount = { amount: money.value.toDecimal(), currency: money.value.currency };
  return {
    country: asked.country,
    first: asked.first,
    last: asked.last,
    days,
    facts: asked.country === 'SE' ? {} : { status: asked.status },
    ...(asked.wish === 'price' ? { price: amount } : { net: amount }),
  };
}

function mondayAfter(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return later(day, ((8 - weekday) % 7 || 7) + 7);
}

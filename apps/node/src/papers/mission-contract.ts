import { showCountry, showDate } from '@passerelle/i18n';
import type { PlainDate } from '@passerelle/values';
import { placeText } from './address.js';
import { type ContractBasis, type ContractSays, payFacts } from './contract-parts.js';
import { contractWords } from './words/contract.js';
import { evidenceWords } from './words/evidence.js';
import { filled } from './words/filled.js';

/** What a worker and her cooperative sign before a mission. */
export interface MissionContract extends ContractBasis {
  readonly kind: 'mission';
  readonly client: string;
  readonly work: string;
  readonly place: { readonly town: string; readonly country: string };
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
}

export function missionSays(contract: MissionContract): ContractSays {
  const { language, locale, employer, client, reference, form, place, pay, termsHash } = contract;
  const words = contractWords[language];
  const names = { employer: employer.name, client, reference };
  const isAbroad = place.country !== employer.address.country;
  const abroad = { country: showCountry(place.country, locale), currency: pay.gross.currency };
  return {
    work: [
      [words.work, contract.work],
      [words.client, client],
      [words.place, placeText(place, locale)],
      [words.first, showDate(contract.first, locale)],
      [words.last, showDate(contract.last, locale)],
      [words.days, String(contract.days)],
      [evidenceWords[language].agreement, termsHash],
    ],
    pay: payFacts(contract, {
      gross: words.gross,
      net: words.net,
      payDay: [words.payDay, filled(words.payDayHow, { date: showDate(pay.payOn, locale) })],
    }),
    sentences: [
      ...words.clauses.map((clause) => filled(clause, names)),
      ...(form.isOpenEnded ? [words.openEnded] : []),
      ...(isAbroad ? [filled(words.abroad, abroad)] : []),
    ],
  };
}

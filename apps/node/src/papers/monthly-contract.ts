import { showDate, showMonth } from '@passerelle/i18n';
import { type PlainDate, monthOf } from '@passerelle/values';
import { addressLines, placeText } from './address.js';
import { type ContractBasis, type ContractSays, payFacts } from './contract-parts.js';
import { contractWords } from './words/contract.js';
import { evidenceWords } from './words/evidence.js';
import { filled } from './words/filled.js';
import { monthlyContractWords } from './words/monthly-contract.js';

/** What a worker and her cooperative sign before she is paid by the month, and whenever that changes. */
export interface MonthlyContract extends ContractBasis {
  readonly kind: 'monthly';
  /** The first day of the employment. */
  readonly since: PlainDate;
  /** From when on this version holds. */
  readonly from: PlainDate;
  /** Null: it has no last day. */
  readonly last: PlainDate | null;
  /** Where she works, as far as missions are agreed. */
  readonly places: readonly { readonly town: string; readonly country: string }[];
  /** Working days between the end of a month and its wage. */
  readonly payDays: number;
  /** The version that was signed before and that this one changes. */
  readonly former: { readonly version: number; readonly signedOn: PlainDate; readonly sha256: string } | null;
}

export function monthlySays(contract: MonthlyContract): ContractSays {
  const { language, locale, employer, worker, since, from, last, former, pay, termsHash } = contract;
  const words = contractWords[language];
  const own = monthlyContractWords[language];
  const day = (date: PlainDate): string => showDate(date, locale);
  const paid = { days: String(contract.payDays), month: showMonth(monthOf(from), locale), date: day(pay.payOn) };
  return {
    work: [
      [words.work, worker.role],
      [words.place, placesText(contract)],
      [own.since, day(since)],
      ...(from === since ? [] : [[own.from, day(from)] as const]),
      [words.last, last === null ? own.noLast : day(last)],
      ...(former === null
        ? []
        : [[own.former, filled(own.formerHow, { ...asText(former), date: day(former.signedOn) })] as const]),
      [evidenceWords[language].agreement, termsHash],
    ],
    pay: payFacts(contract, {
      gross: own.gross,
      net: own.net,
      payDay: [words.payDay, filled(own.payDayHow, paid)],
    }),
    sentences: [
      ...own.clauses.map((clause) => filled(clause, { employer: employer.name })),
      ...(last === null ? [] : [filled(own.ends, { date: day(last) })]),
      ...(former === null ? [] : [filled(own.amends, { ...asText(former), date: day(from) })]),
    ],
  };
}

const asText = ({ version, sha256 }: NonNullable<MonthlyContract['former']>) => ({ version: String(version), sha256 });

/** That each order names its place, the seat of the employer, and the places that are known (Directive (EU) 2019/1152, art. 4(2)(b)). */
function placesText({ language, locale, employer, places }: MonthlyContract): string {
  const { placeHow, placesKnown } = monthlyContractWords[language];
  const seat = addressLines(employer.address, locale).join(', ');
  const known = places.map((place) => placeText(place, locale)).join(' · ');
  return [filled(placeHow, { seat }), ...(places.length === 0 ? [] : [filled(placesKnown, { places: known })])].join(
    ' ',
  );
}

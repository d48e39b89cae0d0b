import { Money, type Result, day, decimalsOf } from '@passerelle/values';
import type { Country, PayslipTerms } from './country.js';
import type { Payslip, PayslipLine } from './payslip.js';
import type { RuleRefusal } from './refusal.js';
import { languages } from './words.js';

/** Months asked of every country; the law of some may begin later, which they refuse by naming the rule and the day. */
const months: readonly (readonly [first: string, last: string, wholeMonth: number, paidOn: string])[] = [
  ['2024-05-01', '2024-05-31', 23, '2024-05-31'],
  ['2025-03-01', '2025-03-31', 21, '2025-03-31'],
  ['2026-03-01', '2026-03-31', 22, '2026-03-31'],
  ['2026-06-01', '2026-06-30', 22, '2026-06-30'],
];

/** Prices asked, in whole currency units: from one that no wage fits into to one beyond every ceiling. */
const prices = [1n, 300n, 1000n, 2500n, 4000n, 7000n, 20000n, 90000n];

/** Asks a country for payslips from prices, from gross and from net, and checks that the answers hang together. */
export function answerFaults(country: Country): readonly string[] {
  const faults = new Set<string>();
  let answered = 0;
  for (const terms of probes())
    for (const price of prices) {
      const cost = new Money(price * 10n ** BigInt(decimalsOf(country.currency)), country.currency);
      const answer = country.fromCost(cost, terms);
      if (answer.ok) answered += 1;
      const found = answer.ok
        ? payslipFaults(country, terms, cost, answer.value.payslip, answer.value.remainder)
        : refusalFaults(answer.refusal);
      for (const fault of found) faults.add(`${country.code}: ${terms.first}, price ${cost}: ${fault}`);
    }
  if (answered === 0) faults.add(`${country.code}: no price gives a payslip in any month from 2024 to 2026`);
  for (const fault of unknownFactFaults(country)) faults.add(`${country.code}: ${fault}`);
  return [...faults];
}

function probes(): readonly PayslipTerms[] {
  return months.flatMap(([first, last, wholeMonth, paidOn]) => {
    const whole = { first: day(first), last: day(last), days: wholeMonth, paidOn: day(paidOn), facts: {} };
    return [whole, { ...whole, first: day(`${first.slice(0, 8)}11`), last: day(`${first.slice(0, 8)}15`), days: 3 }];
  });
}

function payslipFaults(
  country: Country,
  terms: PayslipTerms,
  cost: Money,
  payslip: Payslip,
  remainder: Money,
): readonly string[] {
  const faults = [...sumFaults(payslip), ...payslip.lines.flatMap(lineFaults)];
  if (!payslip.cost.plus(remainder).equals(cost)) faults.push('lines and remainder are not the price');
  if (remainder.isNegative()) faults.push('the remainder is negative');
  if (payslip.version !== country.version) faults.push('the payslip names another version than the country');
  if (!payslip.lines.every(({ id }) => id.startsWith(`${country.code.toLowerCase()}.`)))
    faults.push('a line does not name a rule of the country');
  return [...faults, ...thereAndBack(country, terms, cost, payslip)];
}

/** Net and cost are the sums of the lines, and gross is earned. */
function sumFaults({ lines, net, cost }: Payslip): readonly string[] {
  const total = (side: 'worker' | 'employer'): bigint =>
    lines.reduce((so, line) => so + (line[side]?.amount.minor ?? 0n), 0n);
  const faults: string[] = [];
  if (total('worker') !== net.minor) faults.push('the net is not the sum of the lines');
  if (total('employer') !== cost.minor) faults.push('the cost is not the sum of the lines');
  if (!lines.some(({ group }) => group === 'earned')) faults.push('no line says what was earned');
  return faults;
}

function lineFaults(line: PayslipLine): readonly string[] {
  const faults: string[] = [];
  if (line.figures.length === 0 || line.figures.some(({ source }) => source.trim() === ''))
    faults.push(`the line ${line.id} names no source`);
  if (line.law.act.trim() === '' || line.law.article.trim() === '') faults.push(`the line ${line.id} names no law`);
  if (languages.some((language) => !line.words[language]?.trim()))
    faults.push(`the line ${line.id} has no words in one of the languages`);
  if (line.worker === null && line.employer === null) faults.push(`the line ${line.id} has no amount`);
  return faults;
}

/** Gross gives the same payslip, one unit more costs more than the price, and the net leads back to the gross. */
function thereAndBack(country: Country, terms: PayslipTerms, cost: Money, payslip: Payslip): readonly string[] {
  const faults: string[] = [];
  const again = country.payslip({ ...terms, gross: payslip.gross });
  if (!again.ok || JSON.stringify(again.value) !== JSON.stringify(payslip))
    faults.push('its gross gives another payslip');
  const byOwnLaw = country.payslipByLawOf(terms.first, { ...terms, gross: payslip.gross });
  if (JSON.stringify(byOwnLaw) !== JSON.stringify(again)) faults.push('the law of its own day gives another payslip');
  const more = country.payslip({ ...terms, gross: payslip.gross.plus(new Money(1n, country.currency)) });
  if (more.ok && !more.value.cost.isMoreThan(cost)) faults.push('a higher gross fits into the price too');
  if (more.ok && more.value.cost.isLessThan(payslip.cost)) faults.push('the cost falls when the gross rises');
  const back = country.fromNet(payslip.net, terms);
  if (!back.ok) faults.push(`its net is refused: ${back.refusal.detail}`);
  else if (back.value.net.isLessThan(payslip.net)) faults.push('the gross found for its net gives less net');
  else if (back.value.gross.isMoreThan(payslip.gross))
    faults.push('the gross found for its net is higher than its own');
  return faults;
}

/** A refusal must say which rule, which day, and what to do. */
export function refusalFaults({ rule, detail, remedy, date }: RuleRefusal): readonly string[] {
  const faults: string[] = [];
  if (rule.trim() === '') faults.push('a refusal names no rule');
  if (detail.trim() === '' || remedy.trim() === '') faults.push(`the refusal of ${rule} does not say what to do`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) faults.push(`the refusal of ${rule} names no day`);
  return faults;
}

/** A name that no country asks for must be refused by its name. */
function unknownFactFaults(country: Country): readonly string[] {
  const gross = new Money(300000n, country.currency);
  const terms = { ...probes()[4]!, facts: { 'not-a-fact': true }, gross };
  const answer: Result<Payslip, RuleRefusal> = country.payslip(terms);
  if (answer.ok || answer.refusal.field !== 'not-a-fact') return ['an unknown fact is not refused by its name'];
  return refusalFaults(answer.refusal);
}

import { day, money } from '@passerelle/values';
import type { Country, PayslipTerms } from './country.js';
import type { Example } from './example.js';
import type { Payslip } from './payslip.js';
import type { RuleRefusal } from './refusal.js';

interface Outcome {
  readonly payslip?: Payslip;
  readonly remainder?: string;
  readonly refusal?: RuleRefusal;
}

/** Every difference between the country's examples and what its rules compute, to the cent. */
export function exampleFaults(country: Country, examples: Readonly<Record<string, Example>>): readonly string[] {
  const names = Object.keys(examples);
  if (names.length === 0) return [`${country.code}: examples/ holds no example`];
  return names.flatMap((name) =>
    differences(examples[name]!, outcomeOf(country, examples[name]!)).map((fault) => `${name}: ${fault}`),
  );
}

function outcomeOf(country: Country, example: Example): Outcome {
  const terms: PayslipTerms = {
    first: day(example.first),
    last: day(example.last),
    days: example.days,
    paidOn: day(example.paidOn),
    facts: example.facts,
    yearToDate: example.yearToDate,
  };
  const amount = money(example.gross ?? example.cost ?? example.net ?? '', country.currency);
  if (example.cost !== undefined) {
    const answer = country.fromCost(amount, terms);
    if (!answer.ok) return { refusal: answer.refusal };
    return { payslip: answer.value.payslip, remainder: answer.value.remainder.toDecimal() };
  }
  const answer =
    example.net === undefined ? country.payslip({ ...terms, gross: amount }) : country.fromNet(amount, terms);
  return answer.ok ? { payslip: answer.value } : { refusal: answer.refusal };
}

function differences({ source, expected }: Example, { payslip, remainder, refusal }: Outcome): readonly string[] {
  const faults = source.trim() === '' ? ['names no source'] : [];
  if (expected.refusal !== refusal?.kind)
    return [...faults, `expected ${expected.refusal ?? 'a payslip'}, got ${refusal?.detail ?? 'a payslip'}`];
  if (payslip === undefined) return faults;
  const compare = (name: string, wanted: string | undefined, got: string | undefined): void => {
    if (wanted !== undefined && wanted !== got) faults.push(`${name}: expected ${wanted}, got ${got ?? 'nothing'}`);
  };
  for (const name of ['gross', 'taxable', 'net', 'cost'] as const)
    compare(name, expected[name], payslip[name].toDecimal());
  compare('remainder', expected.remainder, remainder);
  for (const [id, wanted] of Object.entries(expected.lines ?? {})) {
    const line = payslip.lines.find((one) => one.id === id);
    compare(`${id} worker`, wanted.worker, line?.worker?.amount.toDecimal());
    compare(`${id} employer`, wanted.employer, line?.employer?.amount.toDecimal());
  }
  return faults;
}

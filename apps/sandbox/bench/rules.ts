import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { type Country, type Payslip, type PayslipTerms, countryOf } from '@passerelle/rules';
import { day, Money, type Result } from '@passerelle/values';
import { built } from '../checkout.js';
import { type Figures, rounded } from './figures.js';

const countries = ['BE', 'FR', 'SE'] as const;

/** A whole month of the most usual employee: every fact its default. */
const month: PayslipTerms = {
  first: day('2026-03-01'),
  last: day('2026-03-31'),
  days: 22,
  paidOn: day('2026-04-08'),
  facts: {},
};

/** Long enough that the first calls, which are slower, do not count. In milliseconds. */
const warmUpMs = 2000;
const measuredMs = 3000;

/**
 * Payslips with all their lines a second, on one core, for a gross and for a cost, each time another amount. Each country
 * has a process of its own, as it has a node of its own.
 */
export function* measureRules(): Generator<Figures> {
  for (const code of countries) {
    const printed = execFileSync(process.execPath, [built('sandbox/bench/rules-of'), code], { encoding: 'utf8' });
    yield* printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Figures);
  }
}

/** The measures of one country, in this process. */
export function* measureCountry(code: string): Generator<Figures> {
  const country = countryOf(code)!;
  yield figuresOf(code, 'payslip from gross', (amount) => country.payslip({ ...month, gross: amount }), country);
  yield figuresOf(code, 'payslip from employer cost', (amount) => country.fromCost(amount, month), country);
}

function figuresOf(
  code: string,
  what: string,
  ask: (amount: Money) => Result<Payslip | { readonly payslip: Payslip }, unknown>,
  { currency, version }: Country,
): Figures {
  const leastMinor = code === 'SE' ? 3_000_000 : 250_000;
  const one = (index: number): void => {
    // Two hundred thousand different amounts: what was asked before must not be known.
    const answer = ask(new Money(BigInt(leastMinor + ((index * 7919) % 199_999)), currency));
    if (!answer.ok) throw new Error(`${code} refuses: ${JSON.stringify(answer.refusal)}`);
    const payslip = 'payslip' in answer.value ? answer.value.payslip : answer.value;
    assert(payslip.lines.length > 3 && payslip.net.isPositive());
  };
  repeat(one, warmUpMs);
  return { country: code, rules: version, what, payslipsPerSecondAndCore: rounded(repeat(one, measuredMs)) };
}

/** How often it can be done in a second of one core: others who use the machine meanwhile do not count. */
function repeat(once: (index: number) => void, forMs: number): number {
  const began = performance.now();
  const spent = process.cpuUsage();
  let done = 0;
  while (performance.now() - began < forMs) once((done += 1));
  const { user, system } = process.cpuUsage(spent);
  return (done * 1_000_000) / (user + system);
}

/** The same for the official model of France, which is only there when development tools are installed. */
export async function* measureOfficialModel(): AsyncGenerator<Figures> {
  const payslip = 'the three sums of a payslip, asked of the official model (modele-social)';
  const reverse = 'gross from employer cost, asked of the official model (modele-social)';
  const model = await officialModel();
  if (!model) {
    yield { country: 'FR', what: payslip, skipped: 'modele-social is not installed' };
    return;
  }
  const sums = [
    'salarié . cotisations',
    'salarié . coût total employeur',
    'salarié . rémunération . net . à payer avant impôt',
  ];
  yield modelFigures(payslip, (index) => {
    const answer = model.askModel({ ...employee, gross: String(2500 + (index % 2000)) });
    for (const rule of sums) answer(rule);
  });
  yield modelFigures(reverse, (index) => {
    assert(model.askModelForGross(employee, String(3500 + (index % 2000))) > 1000);
  });
}

function modelFigures(what: string, one: (index: number) => void): Figures {
  repeat(one, warmUpMs);
  return { country: 'FR', what, payslipsPerSecondAndCore: rounded(repeat(one, measuredMs)) };
}

async function officialModel(): Promise<typeof import('../official/french-model.js') | undefined> {
  try {
    return await import('../official/french-model.js');
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

const employee = {
  date: '2026-07-01',
  contract: 'CDI',
  isExecutive: false,
  weeklyHours: '35',
  headcount: 5,
  accidentPercent: '2.08',
  mobilityPercent: '0',
  healthPremium: '40',
  healthEmployerPercent: '50',
} as const;

import { country, dated, day, easterSunday, addDays, ok, percent, type Rate, type Dated } from '@passerelle/values';
import { type Reckoner, answersFrom } from '../kit/answers.js';
import type { Country } from '../kit/country.js';
import { retentionFigures } from '../kit/retention.js';
import { halfUp } from '../kit/exact.js';
import { factsReader } from '../kit/facts.js';
import { inForce, lawOfTheDay } from '../kit/figures.js';
import { employerLine, lineKind, payslipOf, sharedLine, workerLine } from '../kit/line.js';
import type { LineGroup } from '../kit/payslip.js';
import type { Scheme } from '../kit/scheme.js';
import { type Share, shareOf } from '../kit/share.js';
import { citations } from './citations.js';
import { contracts } from './contract.js';
import { declarations } from './declarations.js';
import { invoicing } from './invoicing.js';
import { employerContribution } from './employer-contribution.js';
import { otherCharges } from './other-charges.js';
import { pay } from './pay.js';
import { retentions } from './retention.js';
import { wageTax } from './wage-tax.js';
import { workerContribution } from './worker-contribution.js';

const schemes = [pay, workerContribution, wageTax, employerContribution, otherCharges];
const vatStandard = dated('xx.vat.standard', ['2024-01-01', percent('20'), 'demo rule, not law']);
const head = { code: country('XX'), currency: 'EUR', version: '2026.1' } as const;

const lawOn = lawOfTheDay((date) => {
  const share = (of: Scheme, figure: Dated<Rate>, group: LineGroup): Share =>
    shareOf(of, inForce(figure, date), { group, currency: head.currency });
  return {
    gross: lineKind(pay, { group: 'earned', currency: head.currency, figures: [inForce(pay.floor, date).applied] }),
    worker: share(workerContribution, workerContribution.worker, 'worker_social'),
    tax: share(wageTax, wageTax.worker, 'tax'),
    employer: share(employerContribution, employerContribution.employer, 'employer_social'),
    other: share(otherCharges, otherCharges.employer, 'employer_social'),
  };
});

type Law = ReturnType<typeof lawOn>;

/** The whole payslip in five amounts; everything else only explains them. */
function amounts(law: Law, gross: bigint) {
  const worker = halfUp(gross, law.worker.factor);
  const taxable = gross - worker;
  const tax = halfUp(taxable, law.tax.factor);
  const employer = halfUp(gross, law.employer.factor);
  const other = halfUp(gross, law.other.factor);
  return { worker, taxable, tax, employer, other, net: taxable - tax, cost: gross + employer + other };
}

const readFacts = factsReader(head.code, []);

const reckoner: Reckoner<Law> = {
  settle: ({ first, facts }, lawDay) => {
    const said = readFacts(facts, first);
    return said.ok ? ok(lawOn(lawDay(first))) : said;
  },
  cost: (law) => ({ at: (gross) => amounts(law, gross).cost }),
  // Two roundings at a slope of about two thirds never keep the net from growing for more than a few cents.
  net: (law) => ({ at: (gross) => amounts(law, gross).net, wiggle: 8n }),
  payslip: (law, gross) => {
    const { worker, taxable, tax, employer, other } = amounts(law, gross);
    const lines = [
      sharedLine(law.gross, null, gross, gross),
      workerLine(law.worker.kind, gross, -worker),
      workerLine(law.tax.kind, taxable, -tax),
      employerLine(law.employer.kind, gross, employer),
      employerLine(law.other.kind, gross, other),
    ];
    return payslipOf(head, gross, taxable, lines, {});
  },
};

/** The smallest whole country, invented, to be copied. Its rules are no law anywhere. */
export const demoCountry: Country = {
  ...head,
  localName: 'Demoland',
  timeZone: 'Europe/Brussels',
  schemes,
  figures: [
    ...schemes.flatMap(({ figures }) => figures),
    ...declarations.map(({ due }) => due),
    ...retentionFigures(retentions),
    vatStandard,
  ],
  citations,
  facts: [],
  declarations,
  openEnded: (facts) => facts,
  vat: { standard: vatStandard },
  contracts,
  invoicing,
  allowances: {},
  retentions,
  employerNumber: (register) => register,
  publicHolidays: (year) => [day(`${year}-01-01`), addDays(easterSunday(year), 1), day(`${year}-05-01`)],
  ...answersFrom(head, reckoner),
};
